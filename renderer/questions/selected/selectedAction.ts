import type { QuestionRow } from '../../../shared/questions/questionRequests'

/** What is to be done with the checked questions, once somebody has said how. */
export type SelectedAction =
  | { readonly kind: 'move'; readonly rows: readonly QuestionRow[] }
  | { readonly kind: 'tag'; readonly rows: readonly QuestionRow[] }
  | { readonly kind: 'delete'; readonly rows: readonly QuestionRow[] }
