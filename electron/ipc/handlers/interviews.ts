import type { AppContext } from '../appContext'
import { tellAsked } from '../../store/interviews/askedQuestions'
import { setInterviewDeleted } from '../../store/interviews/hiddenInterviews'
import { listInterviews, readInterview, saveInterview } from '../../store/interviews/interviews'
import type { HandlersOf } from '../handlersOf'
import { hideWith } from './hideWith'

export const interviewHandlers = (
  context: Pick<AppContext, 'db' | 'takeWriter' | 'reserve' | 'purge' | 'measurer'>,
): HandlersOf<'interviews'> => {
  const { db } = context
  return {
    'interviews.list': () => listInterviews(db),
    'interviews.save': (input) => saveInterview(db, input),
    'interviews.remove': async ({ interviewId }) => {
      readInterview(db, interviewId)
      await hideWith(context, { closesTakes: false }, (deletedAtMs) =>
        setInterviewDeleted(db, { interviewId, deletedAtMs }),
      )
    },
    'interviews.restore': ({ interviewId }) =>
      setInterviewDeleted(db, { interviewId, deletedAtMs: null }),
    'interviews.tell': (input) => tellAsked(db, { ...input, nowMs: Date.now() }),
  }
}
