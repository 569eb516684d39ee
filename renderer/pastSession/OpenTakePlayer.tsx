import type { Question } from '../../shared/model'
import { useCommands } from '../keys/useCommands'
import { useMeasuring } from '../measures/useMeasuring'
import { MarkBoard } from '../marks/MarkBoard'
import { MarkFlags } from '../marks/flags/MarkFlags'
import { useMarking } from '../marks/useMarking'
import { MeasuresPanel } from '../measures/MeasuresPanel'
import { Pauses } from '../measures/Pauses'
import { useSettings } from '../settings/SettingsContext'
import { PositionClock } from '../player/PositionSlider'
import { seekSeconds } from '../player/player'
import { SpeedSelect } from '../player/SpeedSelect'
import { TakeWave } from '../player/TakeWave'
import { useDurationSeconds } from '../player/usePlayer'
import styles from './PastSession.module.css'
import type { TakeInPlayer } from './useOpenTake'

interface OpenTakePlayerProps {
  readonly open: TakeInPlayer
  /** Null for a take that answers no question with a length of its own. */
  readonly target: Question['target'] | null
}

/** The wave of the take that is being listened to, in its row; the row's own button plays it. */
export function OpenTakePlayer({ open, target }: OpenTakePlayerProps) {
  const { settings, change } = useSettings()
  useCommands({
    play: open.player.toggle,
    seek: (nth) => open.player.seekBy(seekSeconds(nth)),
  })
  const take = { id: open.takeId, durationMs: useDurationSeconds(open.player) * 1000 }
  const measuring = useMeasuring(open.takeId)
  const marking = useMarking({ take, player: () => open.player })
  // A speed that cannot be remembered is no reason to interrupt the listening.
  const setSpeed = (speed: number) => void change({ speed }).catch(() => {})
  return (
    <div className={styles['player']}>
      <TakeWave player={open.player} takeId={open.takeId} isBroken={false}>
        <Pauses measuring={measuring} player={open.player} />
        <MarkFlags marking={marking} player={open.player} />
      </TakeWave>
      <div className={styles['line']}>
        <PositionClock player={open.player} />
        <SpeedSelect speed={settings.speed} onChange={setSpeed} disabled={false} />
      </div>
      <MeasuresPanel takeId={open.takeId} measuring={measuring} target={target} />
      <MarkBoard marking={marking} canMark />
    </div>
  )
}
