import { MARK_KINDS, MARK_NAMES } from '../../shared/defaults'
import { Button } from '../ui/Button'
import styles from './MarkBoard.module.css'
import { keyOfKind } from './markWords'
import { isPart } from './shares/splitTime'
import type { Marking } from './useMarking'

/** The parts of an answer stay on one line, and so does what was good or not. */
const LINES = [MARK_KINDS.filter(isPart), MARK_KINDS.filter((kind) => !isPart(kind))]

/** The seven kinds, for hands on the mouse; they mark at the playhead, also while it stands. */
export function MarkButtons({ marking }: { readonly marking: Marking }) {
  return (
    <div role="group" aria-label="Mark at the playhead" className={styles['kinds']}>
      {LINES.map((kinds) => (
        <div key={kinds[0]} className={styles['line']}>
          {kinds.map((kind) => (
            <Button
              key={kind}
              look="quiet"
              className={styles['kind']}
              label={MARK_NAMES[kind]}
              {...keyOfKind(kind)}
              onClick={() => marking.drop(kind)}
            >
              {MARK_NAMES[kind]}
            </Button>
          ))}
        </div>
      ))}
    </div>
  )
}
