import { useEffect, useRef, useSyncExternalStore } from 'react'
import type { Player } from '../waveform/player'
import styles from './Blind.module.css'

function percentOf(player: Player): number {
  return (100 * player.positionSeconds) / Math.max(0.001, player.durationSeconds)
}

/** How much of it was heard, as a share: seconds would tell how long it is, and so which it is. */
export function SharePosition({ player }: { readonly player: Player }) {
  const input = useRef<HTMLInputElement>(null)
  const percent = useSyncExternalStore(player.subscribePosition, () =>
    Math.round(percentOf(player)),
  )
  useEffect(() => {
    const follow = () => {
      if (input.current) input.current.value = String(percentOf(player))
    }
    follow()
    return player.subscribePosition(follow)
  }, [player])
  return (
    <div className={styles['position']}>
      <input
        ref={input}
        type="range"
        className={styles['slider']}
        aria-label="Position"
        aria-valuetext={`${percent} %`}
        min={0}
        max={100}
        step={1}
        defaultValue={0}
        onInput={({ currentTarget }) =>
          player.seekTo((currentTarget.valueAsNumber / 100) * player.durationSeconds)
        }
      />
      <span className={styles['percent']}>{percent} %</span>
    </div>
  )
}
