import { useCallback, useEffect, useMemo } from 'react'
import type { MarkKind } from '../../shared/defaults'
import type { Mark } from '../../shared/marks'
import { request } from '../api'
import { tellLibraryChanged } from '../lib/libraryChanges'
import { useAnnounce } from '../ui/Announcer'
import { useReport, useUndo } from '../ui/Undo'
import { LatestOnly } from '../lib/latestOnly'
import { useAnswer } from '../lib/useAnswer'
import { withMark, withoutMark } from './list/markListChanges'
import { markWords } from './markWords'

export interface MarkActions {
  add: (kind: MarkKind, atMs: number) => void
  move: (mark: Mark, atMs: number) => void
  changeKind: (mark: Mark, kind: MarkKind) => void
  /** Rejects when main refused: the words must not be forgotten then. */
  annotate: (mark: Mark, note: string) => Promise<void>
  remove: (mark: Mark) => void
}

/** Empty for every take, so that a take without marks renders the same list each time. */
const NONE: readonly Mark[] = []

/** The marks of one take. A new one is shown when it is on the disk. */
export function useMarks(takeId: string): readonly [readonly Mark[], MarkActions] {
  const report = useReport()
  const announce = useAnnounce()
  const offerUndo = useUndo()
  const following = useMemo(() => ({ onRefreshFailed: report }), [report])
  const list = useCallback(
    (): Promise<readonly Mark[]> => request('marks.list', { takeId }),
    [takeId],
  )
  const [listed, , update] = useAnswer(list, following)
  useEffect(() => {
    if (listed.state === 'failed') report(listed.error)
  }, [listed, report])
  const change = useCallback(
    (next: (marks: readonly Mark[]) => readonly Mark[]) => update((marks) => marks && next(marks)),
    [update],
  )

  const actions = useMemo<MarkActions>(() => {
    const removed = new Set<string>()
    const put = (mark: Mark) => change((marks) => withMark(marks, mark))
    const positions = new LatestOnly<number>(async (markId, atMs) => {
      const stored = await request('marks.change', { markId, atMs })
      // The list may have been asked for meanwhile, and say where it was before.
      if (positions.isLatest(markId, atMs)) put(stored)
    })
    return {
      add: (kind, atMs) =>
        void request('marks.add', { takeId, kind, atMs }).then((mark) => {
          put(mark)
          announce(markWords(mark))
        }, report),
      move: (mark, atMs) => {
        // It follows the hand at once; where that cannot be kept, it goes back to where it is on the disk.
        put({ ...mark, atMs })
        positions.set(mark.id, atMs).catch((error: unknown) => {
          report(error)
          tellLibraryChanged()
        })
      },
      changeKind: (mark, kind) =>
        void request('marks.change', { markId: mark.id, kind }).then((changed) => {
          put(changed)
          announce(markWords(changed))
        }, report),
      annotate: async (mark, note) => {
        // What was still being typed when the mark was removed comes back with it.
        if (removed.has(mark.id)) return
        put(await request('marks.change', { markId: mark.id, note }))
      },
      remove: (mark) => {
        removed.add(mark.id)
        positions.drop(mark.id)
        request('marks.remove', { markId: mark.id }).then(
          () => {
            change((marks) => withoutMark(marks, mark.id))
            offerUndo({
              done: `${markWords(mark)} deleted`,
              undo: async () => {
                const { kind, atMs, note } = mark
                await request('marks.add', { takeId, kind, atMs, note })
                tellLibraryChanged()
              },
            })
          },
          (error: unknown) => {
            removed.delete(mark.id)
            report(error)
          },
        )
      },
    }
  }, [takeId, change, announce, offerUndo, report])

  return [listed.state === 'ready' ? listed.value : NONE, actions]
}
