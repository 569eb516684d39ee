import { useSyncExternalStore } from 'react'
import type { Duel } from './duel'
import styles from './Duel.module.css'
import type { Letter } from '../sides/sides'

interface LoopBandProps {
  readonly duel: Duel
  readonly letter: Letter
}

/** The passage that is played again and again, over the wave of this take. */
export function LoopBand({ duel, letter }: LoopBandProps) {
  useSyncExternalStore(duel.loop.subscribe, duel.loop.get)
  const stretch = duel.stretch(letter)
  if (!stretch) return null
  const percent = (atMs: number) => (100 * atMs) / Math.max(1, duel.lengthMs(letter))
  return (
    <div
      aria-hidden="true"
      className={styles['band']}
      style={{
        left: `${percent(stretch.startMs)}%`,
        width: `${percent(stretch.endMs - stretch.startMs)}%`,
      }}
    />
  )
}
