import { useRef } from 'react'
import { MARK_NAMES } from '../../../shared/defaults'
import type { Mark } from '../../../shared/marks'
import { formatTenths } from '../../lib/format'
import type { Player } from '../../player/player'
import { useDurationSeconds } from '../../player/usePlayer'
import { markWords } from '../markWords'
import { TimeSplit } from '../shares/TimeSplit'
import styles from './Flag.module.css'
import { Flag } from './Flag'
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
        {marking.marks.map((mark, index) => (
          <Flag key={mark.id} marks={marking.marks} index={index} durationMs={durationMs}>
            {(look) => (
              <div
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
                {...look}
                onFocus={() => marking.setCurrent(mark)}
                onKeyDown={(event) => {
                  if (event.key === 'Enter') marking.playFrom(mark)
                  else edit(event, mark)
                }}
                {...drag(mark)}
              />
            )}
          </Flag>
        ))}
      </div>
    </div>
  )
}

function flagId({ id }: Mark): string {
  return `flag-${id}`
}
