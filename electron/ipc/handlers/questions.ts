import type { AppContext } from '../appContext'
import { insertChoice } from '../../store/takes/choices'
import { openQuestion } from '../../store/questions/questionHistory'
import type { HandlersOf } from '../handlersOf'

export const questionHandlers = ({
  db,
  measurer,
}: Pick<AppContext, 'db' | 'measurer'>): HandlersOf<'questions'> => ({
  'questions.open': ({ questionId }) => {
    const history = openQuestion(db, questionId)
    // The newest first: it is the one that is looked at.
    for (const { take, measures } of history.takes.toReversed()) {
      if (!measures) measurer.measureLater(take.id)
    }
    return history
  },
  'questions.choose': (input) => insertChoice(db, { ...input, chosenAtMs: Date.now() }),
})
