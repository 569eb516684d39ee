import { Pause, Play } from 'lucide-react'
import { type ReactNode, type Ref, useImperativeHandle } from 'react'
import type { ErrorWords } from '../../shared/errors'
import { Button } from '../ui/Button'
import { Trouble } from '../ui/Trouble'
import type { Player, PlayerHandle } from './player'
import { PositionClock } from './PositionSlider'
import { SpeedSelect } from './SpeedSelect'
import styles from './TakePlayer.module.css'
import { TakeWave } from './TakeWave'
import { usePlayer } from './usePlayer'

export type { PlayerHandle } from './player'

const UNPLAYABLE: Omit<ErrorWords, 'next'> = {
  happened: 'This recording cannot be played. Its file may be damaged.',
  kept: 'The take is kept, with its notes and its rating.',
}

interface TakePlayerProps {
  readonly ref?: Ref<PlayerHandle>
  /** Another take needs another player: give this component the take's id as its key. */
  readonly takeId: string
  readonly durationMs: number
  readonly damaged?: boolean
  /** What is played, as its button says it: "Play answer". */
  readonly what?: string
  /** What can be done where it will not play, as a sentence. */
  readonly instead?: string
  /** 1 is as spoken. */
  readonly speed: number
  readonly onSpeedChange: (speed: number) => void
  /** Stands over the wave and the strip above it; see TakeWave. */
  readonly overlay?: (player: Player) => ReactNode
}

/** Plays one take: its wave, and below it a button, the clock and the speed. */
export function TakePlayer(props: TakePlayerProps) {
  const { ref, takeId, durationMs, damaged = false, what = 'answer', speed, overlay } = props
  const { instead = '' } = props
  const { player, state } = usePlayer({ takeId, durationMs, damaged, speed })
  useImperativeHandle(ref, () => player, [player])
  const isBroken = damaged || state === 'broken'
  const isPlaying = state === 'playing'

  return (
    <div className={styles['player']}>
      <TakeWave player={player} takeId={takeId} isBroken={isBroken}>
        {overlay?.(player)}
      </TakeWave>
      <div className={styles['controls']}>
        <Button
          icon={isPlaying ? <Pause size={18} /> : <Play size={18} />}
          label={`${isPlaying ? 'Pause' : 'Play'} ${what}`}
          command="play"
          iconOnly
          isToggle
          disabled={isBroken}
          onClick={player.toggle}
        />
        <PositionClock player={player} />
        <SpeedSelect speed={speed} onChange={props.onSpeedChange} disabled={isBroken} />
      </div>
      {isBroken && (
        <div className={styles['broken']}>
          <Trouble words={{ ...UNPLAYABLE, next: instead }} />
        </div>
      )}
    </div>
  )
}
