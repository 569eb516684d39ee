import { memo, useCallback, useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react'
import { letterScale } from '../../lib/letterScale'
import { Button } from '../../ui/Button'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { useWindowedList } from '../../ui/rows/useWindowedList'
import { QuestionItem } from './QuestionItem'
import type { ReadyList } from './questionList'
import styles from './Questions.module.css'
import type { QuestionsPlace } from './rememberedQuestions'
import { useRememberedRows, useTopOfSearch } from './useRememberedRows'
import { useRowKeys } from './useRowKeys'
import { useStar } from './useStar'

const ROW_PX = 36
/** With the pack below the question. */
const NARROW_ROW_PX = 52
/** Where --narrow ends. */
const NARROW_PX = 1100

export interface QuestionTableHandle {
  readonly focusFirst: () => void
  /** The row that one was in last, or one that is seen; nothing is scrolled. */
  readonly focusCurrent: () => void
}

interface QuestionTableProps {
  readonly list: ReadyList
  readonly checked: ReadonlySet<string>
  readonly place: QuestionsPlace
  readonly ref: Ref<QuestionTableHandle>
}

/** The list itself. Rows come and go while it is scrolled; each says where in the whole it stands. */
export const QuestionTable = memo(function QuestionTable({
  list,
  checked,
  place,
  ref,
}: QuestionTableProps) {
  const { loader, selection } = place
  const { ids, known, search } = list
  const element = useRef<HTMLUListElement>(null)
  const latestIds = useRef(ids)
  useLayoutEffect(() => {
    latestIds.current = ids
  }, [ids])
  const check = useCallback(
    (questionId: string, isRange: boolean) =>
      selection.toggle(questionId, isRange ? latestIds.current : null),
    [selection],
  )
  const scroll = useRef<(index: number) => void>(() => {})
  const star = useStar(loader)
  const keys = useRowKeys(element, {
    ids,
    startId: place.currentId,
    scrollTo: (index) => scroll.current(index),
    onCheck: (questionId) => check(questionId, false),
    onStar: (questionId) => {
      const row = known.get(questionId)
      if (row) star(row)
    },
  })
  const rowPx = likelyRowPx()
  const rows = useWindowedList(element, {
    name: 'questions',
    ids,
    likelyHeightPx: useCallback(() => rowPx, [rowPx]),
    place: place.scrolled,
    keptIndex: keys.currentIndex,
    onShown: loader.show,
  })
  useLayoutEffect(() => {
    scroll.current = (index) => rows.scrollToIndex(index)
  }, [rows])
  useImperativeHandle(ref, () => ({
    focusFirst: () => keys.focusOn(0),
    focusCurrent: () => {
      const current = `[data-index="${String(keys.currentIndex)}"] a`
      const link = element.current?.querySelector<HTMLElement>(current)
      const seen = link ?? element.current?.querySelector('a')
      seen?.focus({ preventScroll: true })
    },
  }))
  useRememberedRows(element, place, keys.currentId, rows)
  useTopOfSearch(element, search)

  return (
    <>
      <ul
        ref={element}
        aria-label="Questions"
        className={styles['questions']}
        style={{ height: rows.getTotalSize() }}
        onFocus={({ target }) => {
          const index = target.closest('li')?.dataset['index']
          if (index !== undefined) keys.follow(Number(index))
        }}
      >
        {rows.getVirtualItems().map(({ key, index, start }) => (
          <QuestionItem
            key={key}
            row={known.get(String(key))}
            query={search.query}
            excerpt={list.excerpts.get(String(key)) ?? null}
            index={index}
            setSize={list.isWhole ? ids.length : -1}
            topPx={start - rows.options.scrollMargin}
            isChecked={checked.has(String(key))}
            isCurrent={index === keys.currentIndex}
            measure={rows.measureElement}
            onCheck={check}
            onStar={star}
          />
        ))}
      </ul>
      {list.failure && (
        <div className={styles['failure']}>
          <Trouble {...troubleOf(list.failure.error)}>
            <Button onClick={loader.reload}>Try again</Button>
          </Trouble>
        </div>
      )}
    </>
  )
})

function likelyRowPx(): number {
  const scale = letterScale()
  const isNarrow = window.innerWidth <= NARROW_PX * scale
  return (isNarrow ? NARROW_ROW_PX : ROW_PX) * scale
}
