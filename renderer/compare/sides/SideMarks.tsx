import { MARK_KEYS, MARK_KINDS, MARK_NAMES } from '../../../shared/defaults'
import type { Mark } from '../../../shared/marks'
import { Flag } from '../../marks/flags/Flag'
import flagStyles from '../../marks/flags/Flag.module.css'
import { markWords } from '../../marks/markWords'
import { TimeSplit } from '../../marks/shares/TimeSplit'
import type { Duel } from '../duel/duel'
import styles from './Sides.module.css'
import type { Letter, Sides } from './sides'

interface SideMarksProps {
  readonly letter: Letter
  readonly marks: readonly Mark[]
  readonly duel: Duel
  readonly lengthMs: number
}

/** What was marked, over the wave where it was heard. Each goes to its moment. */
export function SideMarks({ letter, marks, duel, lengthMs }: SideMarksProps) {
  if (marks.length === 0) return null
  return (
    <div className={flagStyles['overlay']}>
      <TimeSplit marks={marks} durationMs={lengthMs} />
      <ol aria-label={`Marks of take ${letter}`}>
        {marks.map((mark, index) => (
          <li key={mark.id}>
            <Flag marks={marks} index={index} durationMs={lengthMs}>
              {(look) => (
                <button
                  type="button"
                  aria-label={wordsOf(mark)}
                  title={wordsOf(mark)}
                  {...look}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => duel.goTo(letter, mark.atMs)}
                />
              )}
            </Flag>
          </li>
        ))}
      </ol>
    </div>
  )
}

function wordsOf(mark: Mark): string {
  return `${markWords(mark)}${mark.note && `: ${mark.note}`}`
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
