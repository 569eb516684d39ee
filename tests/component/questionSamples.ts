import type { RequestInput, RequestOutput } from '../../shared/contract'
import type { QuestionRow } from '../../shared/questions/questionRequests'
import type { FakeBridge } from './fakeBridge'
import { fakeBridge } from './fakeBridge'
import { id, samplePack } from './samples'

export const OWN_PACK = samplePack({ id: 'acme', kind: 'own', title: 'Acme', questionCount: 3 })

/** An own question that says nothing but its number. */
export function sampleRow(number: number, change: Partial<QuestionRow> = {}): QuestionRow {
  return {
    id: `own/${id(number)}`,
    question: `Question ${String(number)}?`,
    shortTitle: null,
    packId: OWN_PACK.id,
    packTitle: OWN_PACK.title,
    packKind: 'own',
    tags: [],
    isStarred: false,
    isNotForMe: false,
    takeCount: 0,
    lastSaidAtMs: null,
    lastRating: null,
    ...change,
  }
}

type Answers = Parameters<typeof fakeBridge>[0]

/** Answers as main would with these questions; a search finds what has the words in its text. */
export function bridgeWithQuestions(rows: QuestionRow[], more: Answers = {}): FakeBridge {
  const fits =
    ({ query, packId, filter }: RequestInput<'questions.list'>) =>
    (row: QuestionRow) =>
      row.question.includes(query) &&
      (packId === null || row.packId === packId) &&
      (filter !== 'starred' || row.isStarred) &&
      (filter !== 'neverSaid' || row.takeCount === 0)
  return fakeBridge({
    'packs.list': () => [OWN_PACK, samplePack()],
    'tags.list': () => [{ tag: 'team', questionCount: 1 }],
    'questions.list': (input) => {
      const found = rows.filter(fits(input)).slice(0, input.limit)
      return { questionIds: found.map((row) => row.id), rows: found.slice(0, input.rowCount ?? 0) }
    },
    'questions.rows': ({ questionIds }): RequestOutput<'questions.rows'> =>
      rows.filter((row) => questionIds.includes(row.id)),
    ...more,
  })
}
