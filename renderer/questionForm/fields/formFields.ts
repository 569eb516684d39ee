import type { QuestionFormState } from '../useQuestionForm'

/** What the fields of the form share. */
export type FormFields = Pick<QuestionFormState, 'values' | 'problems' | 'set'>
