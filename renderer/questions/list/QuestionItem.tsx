import { Star } from 'lucide-react'
import { memo } from 'react'
import { RATING_NAMES } from '../../../shared/defaults'
import type { QuestionExcerpt } from '../../../shared/questions/questionExcerpt'
import type { QuestionRow } from '../../../shared/questions/questionRequests'
import { href } from '../../app/route'
import { keyHint } from '../../keys/keySigns'
import { Highlighted } from '../../ui/search/Highlighted'
import styles from './Questions.module.css'
import { saidWords } from './saidWords'

interface QuestionItemProps {
  /** Not there until main has told what it says. */
  readonly row: QuestionRow | undefined
  readonly query: string
  /** Why it was found, where its line does not show it. */
  readonly excerpt: QuestionExcerpt | null
  /** Its place in the list, from 0. */
  readonly index: number
  /** How many there are in all; -1 when that is not known. */
  readonly setSize: number
  /** Where it stands below the list's top. */
  readonly topPx: number
  readonly isChecked: boolean
  /** The row that Tab leads to; arrows lead to the others. */
  readonly isCurrent: boolean
  readonly measure: (item: HTMLLIElement | null) => void
  readonly onCheck: (questionId: string, isRange: boolean) => void
  readonly onStar: (row: QuestionRow) => void
}

/** One row of the list of questions. Drawn again only when something of it changes. */
export const QuestionItem = memo(function QuestionItem({
  row,
  query,
  excerpt,
  index,
  setSize,
  topPx,
  isChecked,
  isCurrent,
  measure,
  onCheck,
  onStar,
}: QuestionItemProps) {
  const tabIndex = isCurrent ? 0 : -1
  return (
    <li
      ref={measure}
      data-index={index}
      aria-setsize={setSize}
      aria-posinset={index + 1}
      className={[styles['item'], row?.isNotForMe && styles['setAside']].filter(Boolean).join(' ')}
      style={{ top: topPx }}
    >
      {row && (
        <div className={styles['row']}>
          <input
            type="checkbox"
            className={styles['check']}
            aria-label={row.question}
            tabIndex={tabIndex}
            checked={isChecked}
            // React tells of a change of a box by the click that made it.
            onChange={({ nativeEvent }) =>
              onCheck(row.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
            }
          />
          <a
            className={styles['link']}
            href={href({ screen: 'question', questionId: row.id })}
            aria-label={row.question}
            title={row.question}
            tabIndex={tabIndex}
            draggable={false}
            dir="auto"
          >
            <Title row={row} query={query} />
            {excerpt && (
              <span className={styles['excerpt']}>
                <span className={styles['foundIn']}>{PLACES[excerpt.foundIn]}</span>
                <Highlighted text={excerpt.excerpt} query={query} />
              </span>
            )}
          </a>
          <span className={styles['signs']}>
            {row.isNotForMe && <span className={styles['state']}>Not for me</span>}
            <button
              type="button"
              className={styles['star']}
              aria-label={`Star: ${row.question}`}
              aria-pressed={row.isStarred}
              title={`Star (${keyHint('starQuestion', 0)})`}
              tabIndex={tabIndex}
              // As every button of the app, it leaves the focus where it is.
              onMouseDown={(event) => event.preventDefault()}
              onClick={({ detail }) => detail <= 1 && onStar(row)}
            >
              <Star size={14} strokeWidth={1.75} fill={row.isStarred ? 'currentColor' : 'none'} />
            </button>
          </span>
          <Facts row={row} />
        </div>
      )}
    </li>
  )
})

/** As they are called where they are written. */
const PLACES: Record<QuestionExcerpt['foundIn'], string> = {
  outline: 'My outline',
  example: 'Example answer',
  followUps: 'They may ask next',
  why: 'Why they ask',
  points: 'Points',
  tags: 'Tags',
}

interface RowProps {
  readonly row: QuestionRow
}

function Title({ row, query }: RowProps & { readonly query: string }) {
  return (
    <>
      {row.shortTitle !== null && (
        <span className={styles['short']}>
          <Highlighted text={row.shortTitle} query={query} />
        </span>
      )}
      <span className={row.shortTitle === null ? styles['short'] : styles['whole']}>
        <Highlighted text={row.question} query={query} />
      </span>
    </>
  )
}

function Facts({ row }: RowProps) {
  return (
    <>
      <span className={styles['pack']} title={row.packTitle} dir="auto">
        {row.packTitle}
      </span>
      <span className={styles['tags']} title={row.tags.join(', ')} dir="auto">
        {row.tags.join(', ')}
      </span>
      <span className={styles['number']}>
        <span className="visually-hidden">Takes: </span>
        {row.takeCount}
      </span>
      <span className={row.lastSaidAtMs === null ? styles['never'] : styles['said']}>
        <span className="visually-hidden">Last said: </span>
        {saidWords(row.lastSaidAtMs)}
      </span>
      <span className={styles['rating']}>
        {row.lastRating !== null && (
          <>
            <span className="visually-hidden">Last rating: </span>
            {RATING_NAMES[row.lastRating]}
          </>
        )}
      </span>
    </>
  )
}
