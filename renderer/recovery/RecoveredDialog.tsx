import { useEffect, useRef, useState } from 'react'
import type { DatabaseRescue } from '../../shared/backup'
import { OneIntent } from '../lib/oneIntent'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { keepFocusNear } from '../ui/keepFocusNear'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import styles from './Recovered.module.css'
import { RecoveredTake } from './RecoveredTake'
import { rescueWords } from './rescueWords'
import { useRecovery } from './useRecovery'

/**
 * After a crash, or a lost database: what was saved. Each take is kept unless it is discarded here,
 * also when the dialog is simply closed, and everything is told and asked about once.
 */
export function RecoveredDialog() {
  const { takes, rescue, trouble, keep, discard, close } = useRecovery()
  const list = useRef<HTMLUListElement>(null)
  const goOn = useRef<HTMLButtonElement>(null)
  const [discarding] = useState(() => new OneIntent())
  const hasTakes = takes.length > 0
  // With the last take its buttons go, and the focus with them.
  useEffect(() => {
    if (!hasTakes) goOn.current?.focus()
  }, [hasTakes])
  return (
    <Dialog
      open={hasTakes || rescue !== null}
      onOpenChange={(open) => {
        if (!open) close()
      }}
      title="Recovered recordings"
      {...(!hasTakes && {
        buttons: {
          main: (
            <Button look="primary" ref={goOn} onClick={close}>
              Continue
            </Button>
          ),
        },
      })}
    >
      {rescue && <RescueReport rescue={rescue} />}
      {trouble !== null && <Trouble {...troubleOf(trouble)} />}
      {hasTakes && (
        <div className={styles['takes']}>
          <p className={styles['words']}>
            Soundcheck ended while you were recording. What you said until then is saved.
          </p>
          <ul ref={list} className={styles['list']}>
            {takes.map((one) => (
              <RecoveredTake
                key={one.take.id}
                recovered={one}
                onKeep={() => {
                  keepFocusNear(list.current, one.take.id)
                  keep(one)
                }}
                onDiscard={(press) => {
                  // The second press of two would discard the take that moved up.
                  if (!discarding.isNewPress(press)) return
                  keepFocusNear(list.current, one.take.id)
                  discard(one)
                }}
              />
            ))}
          </ul>
        </div>
      )}
    </Dialog>
  )
}

/** What happened to the database, what was done about it, and where the old file lies. */
function RescueReport({ rescue }: { readonly rescue: DatabaseRescue }) {
  const { happened, done, file } = rescueWords(rescue)
  return (
    <div className={styles['rescue']}>
      <p className={styles['happened']}>{happened}</p>
      <p className={styles['rest']}>{done}</p>
      {file && (
        <p className={styles['rest']}>
          {file} <span className={styles['path']}>{rescue.movedTo}</span>
        </p>
      )}
    </div>
  )
}
