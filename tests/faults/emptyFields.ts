import { QuestionFieldsSchema } from '../../shared/questions/questionFields'

/** What a question of one's own says where nobody has said anything. */
export const EMPTY_FIELDS = QuestionFieldsSchema.omit({ question: true }).parse({})
