import { useSettings } from '../settings/SettingsContext'
import { PositionClock, PositionSlider } from '../waveform/PositionSlider'
import { SpeedSelect } from '../waveform/SpeedSelect'
import { TakeWaveform } from '../waveform/TakeWaveform'
import styles from './OpenTakePlayer.module.css'
import type { OpenTake } from './useOpenTake'
import { usePlayerKeys } from './usePlayerKeys'

/** The wave of the take that is being listened to, in its row; the row's own button plays it. */
export function OpenTakePlayer({ open }: { readonly open: OpenTake }) {
  const { settings, change } = useSettings()
  usePlayerKeys(open.player)
  // A speed that cannot be remembered is no reason to interrupt the listening.
  const setSpeed = (speed: number) => void change({ speed }).catch(() => {})
  return (
    <div className={styles['player']}>
      <TakeWaveform player={open.player} takeId={open.takeId} />
      <PositionSlider player={open.player} disabled={false} />
      <div className={styles['line']}>
        <PositionClock player={open.player} />
        <SpeedSelect speed={settings.speed} onChange={setSpeed} disabled={false} />
      </div>
    </div>
  )
}
