import type { AppContext } from '../appContext'
import { answerRubric, readRubric } from '../../store/takes/rubrics'
import type { HandlersOf } from '../handlersOf'

export const rubricHandlers = ({ db }: Pick<AppContext, 'db'>): HandlersOf<'rubric'> => ({
  'rubric.read': ({ takeId }) => readRubric(db, takeId),
  'rubric.answer': (input) => answerRubric(db, input),
})
