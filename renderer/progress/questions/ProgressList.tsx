import { useCallback, useMemo, useRef, useSyncExternalStore } from 'react'
import type { Progress } from '../../../shared/progress/progressRequests'
import { letterScale } from '../../lib/letterScale'
import { Button } from '../../ui/Button'
import { useWindowedList } from '../../ui/rows/useWindowedList'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { ProgressItem } from './ProgressItem'
import { RowLoader } from './rowLoader'
import styles from './Standings.module.css'

const ROW_PX = 36

/** Every question that one practises for. Rows come and go while it is scrolled. */
export function ProgressList({ progress }: { readonly progress: Progress }) {
  const { questionIds: ids, today } = progress
  const element = useRef<HTMLUListElement>(null)
  const loader = useMemo(() => new RowLoader(progress), [progress])
  const { rows: known, failure } = useSyncExternalStore(loader.known.subscribe, loader.known.get)
  const rowPx = ROW_PX * letterScale()
  const rows = useWindowedList(element, {
    name: 'progress',
    ids,
    likelyHeightPx: useCallback(() => rowPx, [rowPx]),
    place: null,
    onShown: loader.show,
  })
  return (
    <>
      <ul
        ref={element}
        aria-label="Questions"
        className={styles['questions']}
        style={{ height: rows.getTotalSize() }}
      >
        {rows.getVirtualItems().map(({ key, index, start }) => (
          <ProgressItem
            key={key}
            row={known.get(String(key))}
            today={today}
            index={index}
            setSize={ids.length}
            topPx={start - rows.options.scrollMargin}
            measure={rows.measureElement}
          />
        ))}
      </ul>
      {failure && (
        <div className={styles['failure']}>
          <Trouble {...troubleOf(failure.error)}>
            <Button onClick={loader.tryAgain}>Try again</Button>
          </Trouble>
        </div>
      )}
    </>
  )
}
