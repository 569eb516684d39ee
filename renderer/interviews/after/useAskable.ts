import { useCallback, useEffect, useRef, useState } from 'react'
import { MAX_QUESTION_ROWS } from '../../../shared/defaults'
import type { PracticeScope } from '../../../shared/practice/scope'
import type { QuestionRow } from '../../../shared/questions/questionRequests'
import { request } from '../../api'
import { useAnswer, type Answer } from '../../lib/useAnswer'

/** Questions that they may have asked. */
export interface Askable {
  readonly ids: readonly string[]
  /** What the rows say, as far as it has come. */
  readonly rows: ReadonlyMap<string, QuestionRow>
}

const NO_ROWS: ReadonlyMap<string, QuestionRow> = new Map()

/**
 * The questions of these packs that a search finds, in their order. Without one those that are known to
 * have been asked come first, also those of other packs. Their rows follow, piece by piece.
 */
export function useAskable(
  scope: PracticeScope | null,
  query: string,
  first: readonly string[],
): Answer<Askable> {
  const ask = useCallback(async () => {
    const found = await findQuestions(scope, query)
    return query === '' ? [...new Set([...first, ...found])] : found
  }, [scope, query, first])
  const [answer] = useAnswer(ask)
  const [rows, setRows] = useState(NO_ROWS)
  const known = useRef(NO_ROWS)
  const ids = answer.state === 'ready' ? answer.value : null

  useEffect(() => {
    if (!ids) return
    let isThere = true
    // Each tick changes the library, and the list is asked for again; its rows say the same as before.
    const unknown = ids.filter((id) => !known.current.has(id))
    const readOn = async (from: number): Promise<void> => {
      const questionIds = unknown.slice(from, from + MAX_QUESTION_ROWS)
      if (questionIds.length === 0 || !isThere) return
      const more = await request('questions.rows', { questionIds })
      if (!isThere) return
      known.current = new Map([...known.current, ...more.map((row) => [row.id, row] as const)])
      setRows(known.current)
      await readOn(from + MAX_QUESTION_ROWS)
    }
    // What does not come is a row without words; the next search asks again.
    readOn(0).catch(() => {})
    return () => {
      isThere = false
    }
  }, [ids])

  return answer.state === 'ready' ? { state: 'ready', value: { ids: answer.value, rows } } : answer
}

async function findQuestions(scope: PracticeScope | null, query: string): Promise<string[]> {
  const packIds = scope === null ? [null] : await packIdsOf(scope)
  const lists = await Promise.all(
    packIds.map((packId) => request('questions.list', { query, packId, tag: null, filter: 'all' })),
  )
  return lists.flatMap(({ questionIds }) => questionIds)
}

async function packIdsOf({ packIds, includesOwn }: PracticeScope): Promise<string[]> {
  const packs = await request('packs.list')
  return packs
    .filter(({ id, kind }) => packIds.includes(id) || (includesOwn && kind !== 'built-in'))
    .map(({ id }) => id)
}
