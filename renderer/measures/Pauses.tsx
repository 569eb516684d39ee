import { useState } from 'react'
import type { Measuring, Stretch } from '../../shared/measures'
import { formatClock, formatSeconds } from '../lib/format'
import { useRoving } from '../ui/useRoving'
import type { PlayerHandle } from '../player/player'
import styles from './Pauses.module.css'
import { useHoveredPause } from './useHoveredPause'

interface PausesProps {
  readonly measuring: Measuring | null
  readonly player: PlayerHandle
}

/**
 * The pauses of a take as gaps in its wave. All of them together are one stop for Tab, the arrows
 * go from one to the next, and pressing one goes to where it begins. The mouse reads their lengths
 * too, and still presses the wave below.
 */
export function Pauses({ measuring, player }: PausesProps) {
  if (measuring?.state !== 'ready') return null
  const { pauses, durationMs, tooQuiet } = measuring.measures
  if (pauses.length === 0 || durationMs === 0 || tooQuiet) return null
  return <Gaps pauses={pauses} durationMs={durationMs} player={player} />
}

interface GapsProps {
  readonly pauses: readonly Stretch[]
  readonly durationMs: number
  readonly player: PlayerHandle
}

function Gaps({ pauses, durationMs, player }: GapsProps) {
  const { group, stop } = useRoving<HTMLDivElement>(pauses.length)
  const [focused, setFocused] = useState<Stretch | null>(null)
  const hovered = useHoveredPause(group.ref, pauses, durationMs)
  const named = hovered ?? focused
  const percent = (ms: number) => `${(ms / durationMs) * 100}%`
  return (
    <div
      {...group}
      role="toolbar"
      aria-label="Pauses"
      tabIndex={-1}
      className={styles['pauses']}
      onBlur={() => setFocused(null)}
    >
      {pauses.map((pause, index) => {
        const { onFocus, ...roving } = stop(index)
        return (
          <button
            key={pause.startMs}
            {...roving}
            type="button"
            aria-label={nameOf(pause)}
            className={styles['gap']}
            style={{ left: percent(pause.startMs), width: percent(pause.endMs - pause.startMs) }}
            onClick={() => player.seekTo(pause.startMs / 1000)}
            onFocus={() => {
              onFocus()
              setFocused(pause)
            }}
          />
        )
      })}
      {named && (
        // Moved back by the share of its own width, it never leaves the wave.
        <span
          aria-hidden="true"
          className={styles['name']}
          style={{ left: percent(middleOf(named)), translate: `-${percent(middleOf(named))} 0` }}
        >
          {nameOf(named)}
        </span>
      )}
    </div>
  )
}

function middleOf({ startMs, endMs }: Stretch): number {
  return (startMs + endMs) / 2
}

/** "Pause of 2.3 s at 0:41" */
function nameOf({ startMs, endMs }: Stretch): string {
  return `Pause of ${formatSeconds(endMs - startMs)} at ${formatClock(startMs)}`
}
