import { ArrowUpDown, Pause, Play } from 'lucide-react'
import { Button } from '../../ui/Button'
import { PositionClock } from '../../player/PositionSlider'
import { SpeedSelect } from '../../player/SpeedSelect'
import { type LoudnessMatch, loudnessWords } from './matchedLoudness'
import styles from './Duel.module.css'
import type { HeardDuel } from './useDuel'

interface TransportProps extends HeardDuel {
  readonly onFlip: () => void
  readonly match: LoudnessMatch
  readonly speed: number
  readonly onSpeedChange: (speed: number) => void
}

/** Play, and go to the other one. */
export function Transport({
  duel,
  heard,
  isPlaying,
  broken,
  onFlip,
  match,
  ...pace
}: TransportProps) {
  return (
    <div className={styles['transport']}>
      <Button
        icon={isPlaying ? <Pause /> : <Play />}
        label={`${isPlaying ? 'Pause' : 'Play'} take ${heard}`}
        command="play"
        iconOnly
        isToggle
        disabled={broken[heard]}
        onClick={duel.toggle}
      />
      <Button
        look="primary"
        icon={<ArrowUpDown strokeWidth={1.75} />}
        command="flip"
        disabled={broken.A || broken.B}
        onClick={onFlip}
      >
        Flip
      </Button>
      <span className={styles['clock']}>
        <b>Take {heard}</b> <PositionClock key={heard} player={duel.player} />
      </span>
      <span className={styles['loudness']}>{loudnessWords(match)}</span>
      <SpeedSelect
        speed={pace.speed}
        onChange={pace.onSpeedChange}
        disabled={broken.A && broken.B}
      />
    </div>
  )
}
