import type { AppContext } from '../appContext'
import { insertChoice } from '../../store/takes/choices'
import { hideQuestions, showQuestions } from '../../store/questions/hiddenQuestions'
import { listQuestions, listTags, questionRows } from '../../store/questions/listQuestions'
import {
  copyQuestions,
  createQuestion,
  moveQuestions,
  requireOwn,
  tagQuestions,
  updateQuestion,
} from '../../store/questions/ownQuestions'
import { readQuestionCard } from '../../store/questions/questionCard'
import { questionExcerpts } from '../../store/search/questionExcerpts'
import { openQuestion } from '../../store/questions/questionHistory'
import { changeLayer } from '../../store/questions/questionLayer'
import { discardDraft, keepDraft, readDraft } from '../../store/questions/drafts'
import type { HandlersOf } from '../handlersOf'
import { hideWith } from './hideWith'

export const questionHandlers = (
  context: Pick<AppContext, 'db' | 'takeWriter' | 'reserve' | 'purge' | 'measurer' | 'imports'>,
): HandlersOf<'questions' | 'tags' | 'drafts'> => {
  const { db, purge, measurer, imports } = context
  /** Words that were taken out of the form before it was kept may stand in a backup. */
  const usingUpDraft = <Result>(questionId: string | null, work: () => Result): Result => {
    const wasThere = readDraft(db, questionId) !== null
    const result = work()
    if (wasThere) purge.scheduleForWords()
    return result
  }

  return {
    'questions.list': (input) => listQuestions(db, input),
    'questions.rows': ({ questionIds }) => questionRows(db, questionIds),
    'questions.excerpts': (input) => questionExcerpts(db, input),
    'questions.read': ({ questionId }) => readQuestionCard(db, questionId),
    'questions.open': ({ questionId }) => {
      const history = openQuestion(db, questionId)
      // The newest first: it is the one that is looked at.
      for (const { take, measures } of history.takes.toReversed()) {
        if (!measures) measurer.measureLater(take.id)
      }
      return history
    },
    'questions.choose': (input) => insertChoice(db, { ...input, chosenAtMs: Date.now() }),
    'questions.create': (input) => usingUpDraft(null, () => createQuestion(db, input)),
    'questions.update': (input) => usingUpDraft(input.questionId, () => updateQuestion(db, input)),
    'questions.copy': (input) => copyQuestions(db, input),
    'questions.move': (input) => moveQuestions(db, input),
    'questions.tag': (input) => tagQuestions(db, input),
    'questions.annotate': (input) => changeLayer(db, input),
    'questions.delete': async (input) => {
      // Of what is not there nothing can be deleted, and a recording elsewhere goes on.
      requireOwn(db, input.questionIds)
      await hideWith(context, { closesTakes: input.withTakes }, (deletedAtMs) =>
        hideQuestions(db, { ...input, deletedAtMs }),
      )
    },
    'questions.restore': ({ questionIds }) => showQuestions(db, questionIds),

    'questions.import': async (list) => {
      const { packId, addedIds, changedIds } = await imports.bringIn(list)
      return { packId, addedIds, changedCount: changedIds.length }
    },

    'tags.list': () => listTags(db),

    'drafts.read': ({ questionId }) => readDraft(db, questionId),
    'drafts.keep': (input) => keepDraft(db, input),
    'drafts.discard': ({ questionId }) =>
      usingUpDraft(questionId, () => void discardDraft(db, questionId)),
  }
}
