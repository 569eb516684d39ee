import { type KeyboardEvent, useEffect, useRef, useSyncExternalStore } from 'react'
import { formatClock } from '../lib/format'
import type { Seekable } from './player'
import { useDurationSeconds } from './usePlayer'
import playerStyles from './TakePlayer.module.css'
import styles from './TakeWave.module.css'

const KEY_STEP_SECONDS = 5

/** Where in the take the player is, in whole seconds: what the clock and a screen reader say. */
function useWholeSeconds(player: Seekable): number {
  return useSyncExternalStore(player.subscribePosition, () => Math.floor(player.positionSeconds))
}

function clockOf(seconds: number): string {
  return formatClock(seconds * 1000)
}

/** "0:12 / 1:34" */
export function PositionClock({ player }: { readonly player: Seekable }) {
  const seconds = useWholeSeconds(player)
  const durationSeconds = useDurationSeconds(player)
  return (
    <span className={playerStyles['clock']}>
      {clockOf(seconds)} / {clockOf(durationSeconds)}
    </span>
  )
}

interface PositionSliderProps {
  readonly player: Seekable
  readonly disabled: boolean
}

/** The keyboard's way through a take. It follows the sound at the display's rate without a render per frame. */
export function PositionSlider({ player, disabled }: PositionSliderProps) {
  const input = useRef<HTMLInputElement>(null)
  const seconds = useWholeSeconds(player)
  const durationSeconds = useDurationSeconds(player)

  useEffect(() => {
    const follow = () => {
      if (input.current) input.current.value = String(player.positionSeconds)
    }
    follow()
    return player.subscribePosition(follow)
  }, [player])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = stepOf(event.key)
    if (step === null || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    // The window's own Left and Right would move a second time.
    event.stopPropagation()
    player.seekTo(player.positionSeconds + step)
  }

  return (
    <input
      ref={input}
      type="range"
      className={styles['slider']}
      aria-label="Position"
      aria-valuetext={`${clockOf(seconds)} of ${clockOf(durationSeconds)}`}
      min={0}
      max={durationSeconds}
      step={0.01}
      defaultValue={0}
      disabled={disabled}
      onInput={(event) => player.seekTo(event.currentTarget.valueAsNumber)}
      onKeyDown={onKeyDown}
    />
  )
}

/** A step of the range itself would be a hundredth of a second; Home and End it does well. */
function stepOf(key: string): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return -KEY_STEP_SECONDS
    case 'ArrowRight':
    case 'ArrowUp':
      return KEY_STEP_SECONDS
    default:
      return null
  }
}
