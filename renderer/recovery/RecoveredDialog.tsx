import { useEffect, useState } from 'react'
import type { RequestOutput } from '../../shared/contract'
import { isEnded } from '../../shared/endedTake'
import { request } from '../api'
import { useSettings } from '../settings/SettingsContext'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { formatMoment } from '../ui/format'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { useUndo } from '../ui/Undo'
import { TakePlayer } from '../waveform/TakePlayer'
import styles from './RecoveredDialog.module.css'

type Recovered = RequestOutput<'recovery.list'>[number]

/**
 * After a crash: what was saved of the takes that it ended. Each is kept unless it is discarded
 * here, also when the dialog is simply closed, and is asked about once.
 */
export function RecoveredDialog() {
  const [recovered, setRecovered] = useState<readonly Recovered[]>([])
  const [trouble, setTrouble] = useState<unknown>(null)
  const offerUndo = useUndo()

  useEffect(() => {
    request('recovery.list').then(setRecovered, setTrouble)
  }, [])

  const settle = async ({ take }: Recovered) => {
    await request('recovery.settle', { takeId: take.id })
    setRecovered((before) => before.filter((other) => other.take.id !== take.id))
  }
  const discard = async (one: Recovered) => {
    const takeId = one.take.id
    await request('takes.delete', { takeId })
    await settle(one)
    offerUndo({
      done: 'Recording discarded',
      undo: () => request('takes.restore', { takeId }),
    })
  }
  const keepAll = async () => {
    for (const one of recovered) await settle(one)
  }

  return (
    <Dialog
      open={recovered.length > 0}
      onOpenChange={(open) => {
        if (!open) keepAll().catch(setTrouble)
      }}
      title="Recovered recordings"
    >
      <p className={styles['words']}>
        Soundcheck ended while you were recording. What you said until then is saved.
      </p>
      {trouble !== null && <Trouble {...troubleOf(trouble)} />}
      <ul className={styles['list']}>
        {recovered.map((one) => (
          <RecoveredTake
            key={one.take.id}
            recovered={one}
            onKeep={() => void settle(one).catch(setTrouble)}
            onDiscard={() => void discard(one).catch(setTrouble)}
          />
        ))}
      </ul>
    </Dialog>
  )
}

interface RecoveredTakeProps {
  recovered: Recovered
  onKeep: () => void
  onDiscard: () => void
}

function RecoveredTake({ recovered, onKeep, onDiscard }: RecoveredTakeProps) {
  const { take, question } = recovered
  const { settings, change } = useSettings()
  if (!isEnded(take)) return null
  return (
    <li className={styles['take']}>
      <h3 className={styles['question']} dir="auto">
        {question}
      </h3>
      <p className={styles['about']}>
        Take {take.number}, {formatMoment(take.startedAtMs)}
      </p>
      <TakePlayer
        takeId={take.id}
        durationMs={take.durationMs}
        damaged={take.state === 'damaged'}
        what="recording"
        speed={settings.speed}
        onSpeedChange={(speed) => void change({ speed })}
      />
      <div className={styles['ways']}>
        <Button look="primary" onClick={onKeep}>
          Keep
        </Button>
        <Button onClick={onDiscard}>Discard</Button>
      </div>
    </li>
  )
}
