import { z } from 'zod'
import { QuestionIdSchema } from '../../../shared/model'
import { DraftSchema } from '../../../shared/questions/questionFields'
import { replaceDrafts } from '../../store/questions/drafts'
import { recordedBelonging } from '../belonging'

const StoredDraftSchema = z.object({
  id: z.uuidv7(),
  /** Null: of a new one. */
  questionId: QuestionIdSchema.nullable(),
  draft: DraftSchema.catch({}),
})
export type StoredDraft = z.infer<typeof StoredDraftSchema>

/**
 * Forms of questions that were not saved yet. They are no question's own: that of a new one has none,
 * and what stands in a form must not be taken for what the question says.
 */
export const drafts = recordedBelonging({
  tables: [{ name: 'question_drafts', owner: 'id' }],
  shape: { drafts: z.array(StoredDraftSchema).default([]) },
  json: `json_object('drafts', json((SELECT json_group_array(json_object('id', id,
      'questionId', nullif(question_id, ''), 'draft', json(draft)))
    FROM (SELECT * FROM question_drafts ORDER BY id))))`,
  write: (db, _library, fields) => replaceDrafts(db, fields.drafts),
  // There is one form of a question: the one that is here.
  merge: (here, there) => ({
    drafts: [
      ...here.drafts,
      ...there.drafts.filter(
        (draft) => !here.drafts.some(({ questionId }) => questionId === draft.questionId),
      ),
    ].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  }),
  onRestore: 'stays',
  isSearched: false,
})
