import { isEnded } from '../../shared/endedTake'
import { useSettings } from '../settings/SettingsContext'
import type { Press } from '../lib/oneIntent'
import { Button } from '../ui/Button'
import { InSystemOrder } from '../ui/Dialog'
import { followUpWords } from '../lib/questionWords'
import { formatMomentInside } from '../lib/format'
import { TakePlayer } from '../player/TakePlayer'
import styles from './Recovered.module.css'
import type { Recovered } from './useRecovery'

interface RecoveredTakeProps {
  readonly recovered: Recovered
  readonly onKeep: () => void
  readonly onDiscard: (press: Press) => void
}

/** One take that a crash ended: to listen to, and to keep or discard. */
export function RecoveredTake({ recovered, onKeep, onDiscard }: RecoveredTakeProps) {
  const { take, question } = recovered
  const { settings, change } = useSettings()
  if (!isEnded(take)) return null
  const followUp = followUpWords(take)
  return (
    <li id={take.id} className={styles['take']}>
      <h3 className={styles['question']} dir="auto">
        {question}
      </h3>
      <p className={styles['about']}>
        Take {take.number}, {formatMomentInside(take.startedAtMs)}
      </p>
      {followUp && (
        <p className={styles['about']} dir="auto">
          {followUp}
        </p>
      )}
      <TakePlayer
        takeId={take.id}
        durationMs={take.durationMs}
        damaged={take.state === 'damaged'}
        what="recording"
        speed={settings.speed}
        // A speed that cannot be remembered is no reason to interrupt the listening.
        onSpeedChange={(speed) => void change({ speed }).catch(() => {})}
      />
      <div className={styles['takeWays']}>
        <InSystemOrder
          main={
            <Button look="primary" onClick={onKeep}>
              Keep
            </Button>
          }
          other={<Button onClick={onDiscard}>Discard</Button>}
        />
      </div>
    </li>
  )
}
