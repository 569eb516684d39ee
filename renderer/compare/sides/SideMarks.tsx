import { MARK_KEYS, MARK_KINDS, MARK_NAMES } from '../../../shared/defaults'
import type { Mark } from '../../../shared/marks'
import { formatClock } from '../../lib/format'
import type { Duel } from '../duel/duel'
import styles from './Sides.module.css'
import type { Letter, Sides } from './sides'

interface SideMarksProps {
  readonly letter: Letter
  readonly marks: readonly Mark[]
  readonly duel: Duel
  readonly lengthMs: number
}

/** What was marked, above the wave where it was heard. Each goes to its moment. */
export function SideMarks({ letter, marks, duel, lengthMs }: SideMarksProps) {
  if (marks.length === 0) return null
  return (
    <ol aria-label={`Marks of take ${letter}`} className={styles['marks']}>
      {marks.map((mark) => (
        <li
          key={mark.id}
          className={styles['mark']}
          style={{ left: `${(100 * Math.min(mark.atMs, lengthMs)) / Math.max(1, lengthMs)}%` }}
        >
          <button
            type="button"
            className={styles['sign']}
            aria-label={wordsOf(mark)}
            title={wordsOf(mark)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => duel.goTo(letter, mark.atMs)}
          >
            {MARK_KEYS[mark.kind]}
          </button>
        </li>
      ))}
    </ol>
  )
}

function wordsOf({ kind, atMs, note }: Mark): string {
  return `${MARK_NAMES[kind]} at ${formatClock(atMs)}${note && `: ${note}`}`
}

/** What the letters on the waves stand for: only those that are there. */
export function MarkLegend({ sides }: { readonly sides: Sides }) {
  const present = new Set([...sides.A.marks, ...sides.B.marks].map(({ kind }) => kind))
  const kinds = MARK_KINDS.filter((kind) => present.has(kind))
  if (kinds.length === 0) return null
  return (
    // Every mark says its name by itself.
    <p className={styles['legend']} aria-hidden="true">
      {kinds.map((kind) => (
        <span key={kind}>
          <b>{MARK_KEYS[kind]}</b> {MARK_NAMES[kind]}
        </span>
      ))}
    </p>
  )
}
