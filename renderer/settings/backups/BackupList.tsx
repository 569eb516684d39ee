import { useState } from 'react'
import type { Backup } from '../../../shared/backup'
import { Button } from '../../ui/Button'
import { DisclosureMark } from '../../ui/disclosure/DisclosureMark'
import { formatMoment } from '../../lib/format'
import styles from './Backups.module.css'
import { backupInWords, restoreLabel, type GoodBackup } from './backupWords'

/** Up to this many are all shown; of more, the newest ones: what is below stays in reach. */
const SHOWN_ALL = 8
const SHOWN_NEWEST = 5

interface BackupListProps {
  /** Newest first. */
  readonly backups: readonly Backup[]
  readonly onRestore: (backup: GoodBackup) => void
}

/** Every backup with what is in it; each that is sound can be restored. */
export function BackupList({ backups, onRestore }: BackupListProps) {
  const [showsAll, setShowsAll] = useState(false)
  const isLong = backups.length > SHOWN_ALL
  const shown = isLong && !showsAll ? backups.slice(0, SHOWN_NEWEST) : backups
  return (
    <div className={styles['backups']}>
      <ul aria-label="Backups" className={styles['backupRows']}>
        {shown.map((backup) => (
          <BackupItem key={backup.name} backup={backup} onRestore={onRestore} />
        ))}
      </ul>
      {isLong && (
        <Button
          look="quiet"
          aria-expanded={showsAll}
          className={styles['all']}
          icon={<DisclosureMark />}
          onClick={() => setShowsAll(!showsAll)}
        >
          {showsAll ? 'Show only the newest' : `Show all ${backups.length} backups`}
        </Button>
      )}
    </div>
  )
}

interface BackupItemProps {
  readonly backup: Backup
  readonly onRestore: (backup: GoodBackup) => void
}

function BackupItem({ backup, onRestore }: BackupItemProps) {
  const aboutId = `about-${backup.name}`
  return (
    <li className={styles['backup']}>
      <div className={styles['words']}>
        <p className={styles['moment']}>{formatMoment(backup.madeAtMs)}</p>
        <p id={aboutId} className={styles['backupAbout']}>
          {backupInWords(backup)}
        </p>
      </div>
      {backup.state === 'good' && (
        <Button
          look="quiet"
          label={restoreLabel(backup)}
          aria-describedby={aboutId}
          aria-haspopup="dialog"
          className={styles['restore']}
          onClick={() => onRestore(backup)}
        >
          Restore…
        </Button>
      )}
    </li>
  )
}
