import { useEffect, useRef, useSyncExternalStore } from 'react'
import { formatShare } from '../../lib/format'
import styles from '../blind/Blind.module.css'
import type { Duel } from './duel'
import type { Letter } from '../sides/sides'

interface SharePositionProps {
  readonly duel: Duel
  readonly heard: Letter
}

/** How much was heard, as a share that both have in common: seconds would tell which one it is. */
export function SharePosition({ duel, heard }: SharePositionProps) {
  const input = useRef<HTMLInputElement>(null)
  const player = duel.playerOf(heard)
  const share = useSyncExternalStore(player.subscribePosition, () => formatShare(duel.share))
  useEffect(() => {
    const follow = () => {
      if (input.current) input.current.value = String(100 * duel.share)
    }
    follow()
    return player.subscribePosition(follow)
  }, [duel, player])
  return (
    <div className={styles['position']}>
      <input
        ref={input}
        type="range"
        className={styles['slider']}
        aria-label="Position"
        aria-valuetext={share}
        min={0}
        max={100}
        step={1}
        defaultValue={0}
        onInput={({ currentTarget }) => duel.seekToShare(currentTarget.valueAsNumber / 100)}
      />
      <span className={styles['percent']}>{share}</span>
    </div>
  )
}
