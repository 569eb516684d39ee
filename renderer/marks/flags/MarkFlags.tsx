import { useRef } from 'react'
import { MARK_KEYS, MARK_NAMES } from '../../../shared/defaults'
import type { Mark } from '../../../shared/marks'
import { formatTenths } from '../../lib/format'
import type { Player } from '../../player/player'
import { useDurationSeconds } from '../../player/usePlayer'
import styles from './MarkFlags.module.css'
import { markWords } from '../markWords'
import { TimeSplit } from '../shares/TimeSplit'
import { isPart } from '../shares/splitTime'
import { useFlagDragging } from './useFlagDragging'
import { useMarkEditing } from '../list/useMarkEditing'
import type { Marking } from '../useMarking'

interface MarkFlagsProps {
  readonly marking: Marking
  readonly player: Player
}

/** The marks where they were heard: over the wave and as wide as it. */
export function MarkFlags({ marking, player }: MarkFlagsProps) {
  const flags = useRef<HTMLDivElement>(null)
  const durationMs = useDurationSeconds(player) * 1000
  const edit = useMarkEditing(marking, {
    focusOn: (mark) => document.getElementById(flagId(mark))?.focus(),
  })
  const drag = useFlagDragging(flags, durationMs, marking)
  if (marking.marks.length === 0) return null
  return (
    <div ref={flags} className={styles['overlay']}>
      <TimeSplit marks={marking.marks} durationMs={durationMs} />
      <div role="group" aria-label="Flags on the waveform">
        {marking.marks.map((mark) => (
          <div
            key={mark.id}
            id={flagId(mark)}
            // A thumb of a slider: its arrows move it, and its value is read when they do.
            role="slider"
            tabIndex={mark.id === marking.currentId ? 0 : -1}
            aria-label={MARK_NAMES[mark.kind]}
            aria-valuemin={0}
            aria-valuemax={Math.round(durationMs)}
            aria-valuenow={Math.round(mark.atMs)}
            aria-valuetext={formatTenths(mark.atMs)}
            title={[markWords(mark), mark.note].filter(Boolean).join(' · ')}
            className={styles['flag']}
            data-kind={isPart(mark.kind) ? 'part' : 'heard'}
            data-side={mark.atMs > durationMs * 0.96 ? 'left' : 'right'}
            style={{ left: `${shareOf(mark, durationMs) * 100}%` }}
            onFocus={() => marking.setCurrent(mark)}
            onKeyDown={(event) => {
              if (event.key === 'Enter') marking.playFrom(mark)
              else edit(event, mark)
            }}
            {...drag(mark)}
          >
            <span className={styles['letter']} aria-hidden="true">
              {MARK_KEYS[mark.kind]}
            </span>
          </div>
        ))}
      </div>
    </div>
  )
}

function flagId({ id }: Mark): string {
  return `flag-${id}`
}

/** Where in the take the mark is, 0 to 1; a take can turn out shorter than its marks. */
function shareOf({ atMs }: Mark, durationMs: number): number {
  return durationMs > 0 ? Math.min(1, atMs / durationMs) : 0
}
