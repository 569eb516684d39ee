import type { AppContext } from '../appContext'
import { chooseForSession } from '../../window/contextMenus'
import { openSession } from '../../store/sessions/openSession'
import { listShownSessionIds } from '../../store/sessions/shownSessionIds'
import { listSessions } from '../../store/sessions/listSessions'
import {
  finishSession,
  requireSession,
  setSessionDeleted,
  visitQuestion,
} from '../../store/sessions/sessions'
import { startSession } from '../../store/sessions/startSession'
import { usualAnswers } from '../../store/sessions/usualAnswers'
import { unfinishedSession } from '../../store/sessions/unfinishedSession'
import type { HandlersOf } from '../handlersOf'
import { hideWith } from './hideWith'

export const sessionHandlers = (
  context: Pick<AppContext, 'db' | 'takeWriter' | 'reserve' | 'purge' | 'measurer'>,
): HandlersOf<'sessions'> => {
  const { db } = context

  return {
    'sessions.start': (input) => startSession(db, { ...input, startedAtMs: Date.now() }),
    'sessions.unfinished': () => unfinishedSession(db),
    'sessions.open': (input) => openSession(db, input),
    'sessions.visit': (input) => visitQuestion(db, input),
    'sessions.finish': ({ sessionId }) => {
      finishSession(db, { sessionId, finishedAtMs: Date.now() })
    },
    'sessions.list': (input) => listSessions(db, input),
    'sessions.ids': () => listShownSessionIds(db),
    'sessions.usual': (input) => usualAnswers(db, input),
    'sessions.menu': chooseForSession,
    'sessions.delete': async ({ sessionId }) => {
      // Of one that is not there nothing can be deleted, and a recording elsewhere goes on.
      requireSession(db, sessionId)
      await hideWith(context, { closesTakes: true }, (deletedAtMs) =>
        setSessionDeleted(db, { sessionId, deletedAtMs }),
      )
    },
    'sessions.restore': ({ sessionId }) => {
      setSessionDeleted(db, { sessionId, deletedAtMs: null })
    },
  }
}
