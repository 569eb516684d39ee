import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode } from 'react'
import styles from './WindowedList.module.css'

interface WindowedListProps<Item> {
  readonly label: string
  readonly items: readonly Item[]
  /** One that has the same key as before is the same row. */
  readonly keyOf: (item: Item) => string | number
  readonly children: (item: Item) => ReactNode
  readonly className?: string | undefined
}

const LIKELY_ROW_PX = 44
/** A list of usual length is there as a whole, for whoever searches the page or reads it out. */
const ROWS_AROUND = 100

/** A list with a scroller of its own, in which ten thousand rows cost no more than a hundred. */
export function WindowedList<Item>({
  label,
  items,
  keyOf,
  children,
  className,
}: WindowedListProps<Item>) {
  const scroller = useRef<HTMLUListElement>(null)
  // oxlint-disable-next-line react/incompatible-library -- about the React Compiler, which is not used
  const rows = useVirtualizer<HTMLUListElement, HTMLLIElement>({
    count: items.length,
    getItemKey: (index) => keyOf(items[index]!),
    estimateSize: () => LIKELY_ROW_PX,
    getScrollElement: () => scroller.current,
    overscan: ROWS_AROUND,
    initialRect: { width: 400, height: 400 },
  })
  const drawn = rows.getVirtualItems()
  return (
    <ul
      ref={scroller}
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- whatever scrolls has to be reached by keyboard
      tabIndex={0}
      className={[styles['rows'], className].filter(Boolean).join(' ')}
    >
      {drawn.map(({ key, index, start, end }, nth) => (
        <li
          key={key}
          ref={rows.measureElement}
          data-index={index}
          aria-posinset={index + 1}
          aria-setsize={items.length}
          className={styles['row']}
          // The room of those that are not drawn.
          style={{
            ...(nth === 0 && start > 0 ? { marginTop: start } : {}),
            ...(nth === drawn.length - 1 ? { marginBottom: rows.getTotalSize() - end } : {}),
          }}
        >
          {children(items[index]!)}
        </li>
      ))}
    </ul>
  )
}
