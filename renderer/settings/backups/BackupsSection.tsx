import { useEffect, useRef, useState } from 'react'
import { request } from '../../api'
import { useAnnounce } from '../../ui/Announcer'
import { Button } from '../../ui/Button'
import { formatMoment } from '../../lib/format'
import { Loading } from '../../ui/Loading'
import { Trouble } from '../../ui/Trouble'
import { troubleOf } from '../../ui/troubleWords'
import { useAnswer } from '../../lib/useAnswer'
import { BackupList } from './BackupList'
import styles from './Backups.module.css'
import { resultWords } from './backupWords'
import { RestoreDialog } from './RestoreDialog'
import { SettingsSection } from '../SettingsSection'
import { useRestore } from './useRestore'

const listBackups = () => request('backups.list')

type Making = { state: 'none' } | { state: 'under way' } | { state: 'refused'; error: unknown }

/** The copies of the database: what they are, one more of them, and the way back to one. */
export function BackupsSection() {
  const announce = useAnnounce()
  const [backups, askAgain] = useAnswer(listBackups)
  const [making, setMaking] = useState<Making>({ state: 'none' })
  const { asked, outcome, ...act } = useRestore()
  const result = useRef<HTMLParagraphElement>(null)

  // It may have been chosen far down in the list; what was done stands above it.
  useEffect(() => {
    if (outcome.state === 'done') result.current?.scrollIntoView({ block: 'nearest' })
  }, [outcome])

  const make = async () => {
    if (making.state === 'under way') return
    setMaking({ state: 'under way' })
    try {
      const { madeAtMs } = await request('backups.make')
      setMaking({ state: 'none' })
      announce(`Backup made: ${formatMoment(madeAtMs)}`)
    } catch (error) {
      setMaking({ state: 'refused', error })
    }
    askAgain()
  }

  return (
    <SettingsSection title="Backups">
      <p className={styles['truth']}>
        Your sessions, ratings and notes are copied once a day and before anything risky; 7 daily
        and 4 weekly copies are kept. Recordings are files of their own and are not in them. What
        you delete is deleted from them too.
      </p>
      <div className={styles['make']}>
        <Button onClick={() => void make()}>Back up now</Button>
        {making.state === 'under way' && <Loading>Making a backup</Loading>}
      </div>
      {making.state === 'refused' && <Trouble {...troubleOf(making.error)} />}
      {outcome.state === 'refused' && !asked && <Trouble {...troubleOf(outcome.error)} />}
      {outcome.state === 'done' && (
        <p ref={result} className={styles['result']}>
          {resultWords(outcome.backup, outcome.changes)} To take this back, restore the newest
          “Before a restore”.
        </p>
      )}
      {backups.state === 'loading' && <Loading>Looking for backups</Loading>}
      {backups.state === 'failed' && (
        <Trouble {...troubleOf(backups.error)}>
          <Button onClick={askAgain}>Try again</Button>
        </Trouble>
      )}
      {backups.state === 'ready' &&
        (backups.value.length === 0 ? (
          <p className={styles['truth']}>There is no backup yet.</p>
        ) : (
          <BackupList backups={backups.value} onRestore={act.ask} />
        ))}
      <RestoreDialog
        backup={asked}
        outcome={outcome}
        onRestore={(backup) => void act.restore(backup)}
        onClose={act.close}
      />
    </SettingsSection>
  )
}
