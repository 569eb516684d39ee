import { highlight } from './highlight'
import styles from './Highlighted.module.css'

interface HighlightedProps {
  readonly text: string
  readonly query: string
}

/** A text with the words that were searched for marked. */
export function Highlighted({ text, query }: HighlightedProps) {
  return highlight(text, query).map((part, index) =>
    part.found ? (
      <mark key={index} className={styles['found']}>
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  )
}
