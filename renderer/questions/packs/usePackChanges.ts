import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type { PackSummary } from '../../../shared/model'
import { request } from '../../api'
import { OneIntent, type Press } from '../../lib/oneIntent'
import { keepFocusNear } from '../../ui/keepFocusNear'
import { PACKS } from '../../ui/undo/deletedLists'
import { useUndo } from '../../ui/Undo'
import { EVERY_QUESTION } from '../list/questionList'
import { beforeWhich, deletedRank } from './packOrder'

/** A pack that somebody wants to delete, and what goes with it. */
export interface PackToDelete {
  readonly packId: string
  readonly questionIds: readonly string[]
  /** Of its questions, those that have takes. */
  readonly saidCount: number
}

export interface PackChanges {
  readonly trouble: { readonly error: unknown } | null
  /** It is asked whether this one is to be deleted. */
  readonly deleting: PackToDelete | null
  readonly add: (title: string) => Promise<boolean>
  readonly rename: (packId: string, title: string) => void
  readonly move: (packId: string, step: -1 | 1) => void
  readonly askToDelete: (packId: string, press: Press) => void
  readonly remove: (pack: PackToDelete, withTakes: boolean) => void
  readonly keep: () => void
}

/**
 * What can be done with packs of one's own. The list follows by itself, as the library changes.
 * @param packs in their order
 */
export function usePackChanges(
  packs: readonly PackSummary[],
  list: RefObject<HTMLUListElement | null>,
  onDeleted: (packId: string, questionIds: readonly string[]) => void,
): PackChanges {
  const offerUndo = useUndo()
  const [trouble, setTrouble] = useState<{ error: unknown } | null>(null)
  const [deleting, setDeleting] = useState<PackToDelete | null>(null)
  const [deletes] = useState(() => new OneIntent())
  const moved = useRef<{ packId: string; step: -1 | 1 } | null>(null)
  const ids = packs.map(({ id }) => id)

  // Whoever moves a pack by the keyboard goes on moving it: a row that is put elsewhere loses the focus.
  useLayoutEffect(() => {
    if (!moved.current) return
    const { packId, step } = moved.current
    const row = [...(list.current?.children ?? [])].find(({ id }) => id === packId)
    const buttons = [step, -step].map((way) =>
      row?.querySelector<HTMLButtonElement>(`[data-step="${String(way)}"]`),
    )
    buttons.find((button) => button && !button.disabled)?.focus()
    moved.current = null
  }, [list, packs])

  const carryOut = async (act: () => Promise<unknown>): Promise<boolean> => {
    setTrouble(null)
    try {
      await act()
      return true
    } catch (error) {
      setTrouble({ error })
      return false
    }
  }

  /** What was asked is gone then, and the focus is back where it was asked. */
  const keep = () => {
    if (!deleting) return
    const row = [...(list.current?.children ?? [])].find(({ id }) => id === deleting.packId)
    row?.querySelector<HTMLButtonElement>('[data-delete]')?.focus()
    setDeleting(null)
  }

  const remove = ({ packId, questionIds }: PackToDelete, withTakes: boolean) => {
    const title = packs.find(({ id }) => id === packId)?.title ?? 'Pack'
    const rank = deletedRank(ids.indexOf(packId))
    keep()
    keepFocusNear(list.current, packId)
    void carryOut(async () => {
      await request('packs.delete', { packId, withTakes })
      onDeleted(packId, questionIds)
      offerUndo({
        done: `“${title}” deleted`,
        undo: () => request('packs.restore', { packId }),
        place: { list: PACKS, rank },
      })
    })
  }

  return {
    trouble,
    deleting,
    add: (title) => carryOut(() => request('packs.create', { title })),
    rename: (packId, title) => void carryOut(() => request('packs.change', { packId, title })),
    move: (packId, step) => {
      const beforePackId = beforeWhich(ids, packId, step)
      if (beforePackId === undefined) return
      void carryOut(async () => {
        await request('packs.move', { packId, beforePackId })
        moved.current = { packId, step }
      })
    },
    askToDelete: (packId, press) => {
      // The second press of two would hit the row that moved up.
      if (!deletes.isNewPress(press)) return
      void carryOut(async () => {
        const pack = await readPackToDelete(packId)
        // Nothing to choose, and it can be taken back: no question is asked.
        if (pack.saidCount === 0) remove(pack, false)
        else setDeleting(pack)
      })
    },
    remove,
    keep,
  }
}

async function readPackToDelete(packId: string): Promise<PackToDelete> {
  const [all, neverSaid] = await Promise.all([
    request('questions.list', { ...EVERY_QUESTION, packId }),
    request('questions.list', { ...EVERY_QUESTION, packId, filter: 'neverSaid' }),
  ])
  return {
    packId,
    questionIds: all.questionIds,
    saidCount: all.questionIds.length - neverSaid.questionIds.length,
  }
}
