import type { DerivedBelonging } from '../belonging'

/** By which questions are found by a tag; made by the schema's triggers from both lists of tags. */
export const tags: DerivedBelonging = {
  kind: 'derived',
  tables: [{ name: 'question_tags', owner: 'question_id' }],
}
