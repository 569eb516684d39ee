import { useEffect, useState } from 'react'
import type { DatabaseRescue } from '../../shared/backup'
import type { RequestOutput } from '../../shared/contract'
import { request } from '../api'
import { tellLibraryChanged } from '../lib/libraryChanges'
import { useReport, useUndo } from '../ui/Undo'

export type Recovered = RequestOutput<'recovery.list'>[number]

interface Recovery {
  /** Takes that are still to be decided on. */
  readonly takes: readonly Recovered[]
  /** What became of a lost database; null when it was sound, or was read about. */
  readonly rescue: DatabaseRescue | null
  /** What main refused while the dialog stays open, or null. */
  readonly trouble: unknown
  readonly keep: (one: Recovered) => void
  readonly discard: (one: Recovered) => void
  /** Everything was read: what is left is kept. */
  readonly close: () => void
}

/** What was saved at this start, asked for once, and what the person decides about it. */
export function useRecovery(): Recovery {
  const [takes, setTakes] = useState<readonly Recovered[]>([])
  const [rescue, setRescue] = useState<DatabaseRescue | null>(null)
  const [trouble, setTrouble] = useState<unknown>(null)
  const offerUndo = useUndo()
  const report = useReport()

  useEffect(() => {
    // Both, before anything is shown: nothing is added to a dialog that is being read.
    void Promise.allSettled([request('recovery.list'), request('recovery.database')]).then(
      ([list, database]) => {
        if (list.status === 'fulfilled') setTakes(list.value)
        else report(list.reason)
        if (database.status === 'fulfilled') setRescue(database.value)
        else report(database.reason)
      },
    )
  }, [report])

  const settle = (takeId: string) => request('recovery.settle', { takeId })
  const remove = (takeId: string) =>
    setTakes((before) => before.filter(({ take }) => take.id !== takeId))

  const keep = async (takeId: string) => {
    await settle(takeId)
    remove(takeId)
  }
  const discard = async (takeId: string) => {
    await request('takes.delete', { takeId })
    // The screen behind the dialog may show it too.
    tellLibraryChanged()
    remove(takeId)
    settle(takeId).catch(report)
    offerUndo({
      done: 'Recording discarded',
      undo: () => request('takes.restore', { takeId }),
    })
  }

  return {
    takes,
    rescue,
    trouble,
    keep: ({ take }) => void keep(take.id).catch(setTrouble),
    discard: ({ take }) => void discard(take.id).catch(setTrouble),
    close: () => {
      // The dialog goes in any case. What cannot be settled is told above the screens, and is asked
      // about again at the next start, not before.
      for (const { take } of takes) settle(take.id).catch(report)
      if (rescue) request('recovery.settleDatabase').catch(report)
      setTakes([])
      setRescue(null)
      setTrouble(null)
    },
  }
}
