import { useCallback, useState } from 'react'
import type { RequestInput } from '../../../shared/contract'
import { AppError } from '../../../shared/errors'
import { request } from '../../api'
import { go } from '../../app/route'
import { count } from '../../lib/format'
import { QUESTIONS } from '../../ui/undo/deletedLists'
import { useUndo } from '../../ui/Undo'
import type { QuestionSearch } from '../list/questionList'
import type { QuestionsPlace } from '../list/rememberedQuestions'
import { ownOf, readRows } from './readRows'
import type { SelectedAction } from './selectedAction'

interface SelectedActions {
  /** The dialog that asks how; null when none is open. */
  readonly action: SelectedAction | null
  readonly trouble: { readonly error: unknown } | null
  readonly practise: () => void
  /** All that a search has found. */
  readonly practiseFound: (search: QuestionSearch, questionIds: readonly string[]) => void
  readonly ask: (kind: SelectedAction['kind']) => void
  /** Deletes these, and offers to take it back. */
  readonly remove: (questionIds: readonly string[], withTakes: boolean) => void
  readonly close: () => void
}

/**
 * What can be done with the checked questions.
 * @param checkedIds in the order in which they are to be practised
 */
export function useSelectedActions(
  checkedIds: readonly string[],
  { loader, selection }: QuestionsPlace,
): SelectedActions {
  const offerUndo = useUndo()
  const [action, setAction] = useState<SelectedAction | null>(null)
  const [trouble, setTrouble] = useState<{ error: unknown } | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  /** One thing at a time: the second press of two asks for nothing new. */
  const carryOut = (act: () => Promise<void>) => {
    if (isBusy) return
    setTrouble(null)
    setIsBusy(true)
    act()
      .catch((error: unknown) => setTrouble({ error }))
      .finally(() => setIsBusy(false))
  }

  const remove = useCallback(
    (questionIds: readonly string[], withTakes: boolean) => {
      setAction(null)
      loader.hide(questionIds)
      selection.remove(questionIds)
      request('questions.delete', { questionIds: [...questionIds], withTakes }).then(
        () =>
          offerUndo({
            done: `${count(questionIds.length, 'question')} deleted`,
            undo: () => request('questions.restore', { questionIds: [...questionIds] }),
            place: { list: QUESTIONS, rank: '' },
          }),
        (error: unknown) => {
          setTrouble({ error })
          loader.reload()
        },
      )
    },
    [loader, selection, offerUndo],
  )

  return {
    action,
    trouble,
    remove,
    close: useCallback(() => setAction(null), []),
    practise: () => carryOut(() => begin({ kind: 'chosen', questionIds: [...checkedIds] })),
    practiseFound: (search, questionIds) => carryOut(() => begin(startOf(search, questionIds))),
    ask: (kind) =>
      carryOut(async () => {
        const rows = await readRows(checkedIds)
        const there = new Set(idsOf(rows))
        // Gone since they were checked, by a backup that was restored for instance.
        selection.remove(checkedIds.filter((id) => !there.has(id)))
        if (rows.length === 0)
          throw new AppError('NOT_FOUND', 'None of the checked questions is there')
        // Nothing to choose, and it can be taken back: no question is asked.
        if (kind === 'delete' && isSimple(rows)) remove(idsOf(rows), false)
        else setAction({ kind, rows })
      }),
  }
}

async function begin(what: RequestInput<'sessions.start'>): Promise<void> {
  const { id } = await request('sessions.start', what)
  go({ screen: 'session', sessionId: id })
}

/** A session is called by the one thing that its questions were found by. */
function startOf(
  { query, packId, tag, filter }: QuestionSearch,
  found: readonly string[],
): RequestInput<'sessions.start'> {
  const questionIds = [...found]
  if (query === '' && filter === 'weak' && tag === null) return { kind: 'weak', questionIds }
  if (query === '' && filter === 'all' && tag !== null) return { kind: 'tag', tag, questionIds }
  if (query === '' && filter === 'all' && packId !== null) return { kind: 'pack', packId }
  return { kind: 'chosen', questionIds }
}

function isSimple(rows: SelectedAction['rows']): boolean {
  return ownOf(rows).length === rows.length && rows.every(({ takeCount }) => takeCount === 0)
}

function idsOf(rows: SelectedAction['rows']): string[] {
  return rows.map(({ id }) => id)
}
