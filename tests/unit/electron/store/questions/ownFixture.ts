import type { Database } from '../../../../../electron/store/database/database'
import { createPack } from '../../../../../electron/store/questions/ownPacks'
import { createQuestion } from '../../../../../electron/store/questions/ownQuestions'
import {
  QuestionFieldsSchema,
  type QuestionChanges,
} from '../../../../../shared/questions/questionFields'

/** A question of one's own at the end of this pack. @returns its id */
export function ownQuestion(
  db: Database,
  packId: string,
  question: string,
  more: QuestionChanges = {},
): string {
  const fields = QuestionFieldsSchema.parse({ question, ...more })
  return createQuestion(db, { into: { packId }, fields }).questionId
}

/** A pack of one's own with a question for each of these texts. */
export function ownPack(
  db: Database,
  title: string,
  texts: readonly string[],
): { packId: string; ids: string[] } {
  const packId = createPack(db, { title })
  return { packId, ids: texts.map((text) => ownQuestion(db, packId, text)) }
}

/** What a list of questions is asked for, where a test says nothing else. */
export const ALL = { query: '', packId: null, tag: null, filter: 'all' } as const
