import type { AppContext } from '../appContext'
import { answerRubric, readRubric } from '../../store/takes/rubrics'
import type { HandlersOf } from '../handlersOf'

export const rubricHandlers = ({
  db,
  records,
}: Pick<AppContext, 'db' | 'records'>): HandlersOf<'rubric'> => ({
  'rubric.read': ({ takeId }) => readRubric(db, takeId),
  'rubric.answer': (input) => {
    answerRubric(db, input)
    records.takeChanged(input.takeId)
  },
})
