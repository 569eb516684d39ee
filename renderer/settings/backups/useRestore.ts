import { useEffect, useState } from 'react'
import type { RestoreChanges } from '../../../shared/backup'
import { request } from '../../api'
import { useAnnounce } from '../../ui/Announcer'
import { resultWords, type GoodBackup } from './backupWords'

/** What became of the restore that was asked for last. */
export type RestoreOutcome =
  | { state: 'none' }
  | { state: 'under way' }
  | { state: 'refused'; error: unknown }
  | { state: 'done'; backup: GoodBackup; changes: RestoreChanges }

interface Restore {
  /** The backup that the dialog is open for. */
  readonly asked: GoodBackup | null
  readonly outcome: RestoreOutcome
  readonly ask: (backup: GoodBackup) => void
  /** Closes the dialog. A restore under way goes on, and the page tells how it ended. */
  readonly close: () => void
  readonly restore: (backup: GoodBackup) => Promise<void>
}

/** Restoring a backup, from the question to its result. Use it outside of the dialog. */
export function useRestore(): Restore {
  const announce = useAnnounce()
  const [asked, setAsked] = useState<GoodBackup | null>(null)
  const [outcome, setOutcome] = useState<RestoreOutcome>({ state: 'none' })

  // Only now is the dialog closed: while it is open nothing outside of it is read out.
  useEffect(() => {
    if (outcome.state === 'done') announce(resultWords(outcome.backup, outcome.changes))
  }, [outcome, announce])

  return {
    asked,
    outcome,
    ask: (backup) => {
      setOutcome((before) => (before.state === 'under way' ? before : { state: 'none' }))
      setAsked(backup)
    },
    close: () => {
      setOutcome((before) => (before.state === 'refused' ? { state: 'none' } : before))
      setAsked(null)
    },
    restore: async (backup) => {
      setOutcome({ state: 'under way' })
      try {
        const changes = await request('backups.restore', { name: backup.name })
        setOutcome({ state: 'done', backup, changes })
        setAsked(null)
      } catch (error) {
        setOutcome({ state: 'refused', error })
      }
    },
  }
}
