import type { ReactNode } from 'react'
import type { Seekable } from './player'
import { PositionSlider } from './PositionSlider'
import styles from './TakeWave.module.css'
import { TakeWaveform } from './TakeWaveform'

interface TakeWaveProps {
  readonly player: Seekable
  readonly takeId: string
  /** It cannot be played: there is no position in it. */
  readonly isBroken: boolean
  /** Another take is heard: this wave is even, without what was played of it. */
  readonly isEven?: boolean
  /**
   * Stands over the wave and the strip above it, and is as wide as they are: a share of the take is
   * the same share of its width. Without it there is no strip.
   */
  readonly children?: ReactNode
}

/**
 * The wave of a take, which is its slider too: the mouse seeks on it, and the keyboard on a slider
 * that lies in it unseen. Playhead, slider and clock tell one and the same position.
 */
export function TakeWave({ player, takeId, isBroken, isEven = false, children }: TakeWaveProps) {
  const look = [styles['wave'], children !== undefined && styles['marked']]
  return (
    <div className={look.filter(Boolean).join(' ')}>
      <TakeWaveform player={player} takeId={takeId} isEven={isEven} />
      <PositionSlider player={player} disabled={isBroken} />
      {children}
    </div>
  )
}
