import { basename } from 'node:path'
import type { RequestInput, RequestOutput } from '../../../shared/contract'
import { practiceDays } from '../../../shared/interviews/practiceDays'
import { refusalOf, writePersonsFile } from '../../disk/personsFile'
import type { Database } from '../../store/database/database'
import type { AppContext } from '../appContext'
import { tellAsked } from '../../store/interviews/askedQuestions'
import { setInterviewDeleted } from '../../store/interviews/hiddenInterviews'
import {
  listInterviews,
  readCalendarNote,
  readInterview,
  saveInterview,
  writeCalendarNote,
} from '../../store/interviews/interviews'
import { readSettings } from '../../store/settings'
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
    'interviews.saveCalendar': (input) => saveCalendar(db, input),
  }
}

/** Nobody fills a calendar at the start: what makes the file is loaded when one is wanted. */
async function saveCalendar(
  db: Database,
  { interviewId, time }: RequestInput<'interviews.saveCalendar'>,
): Promise<RequestOutput<'interviews.saveCalendar'>> {
  const { date } = readInterview(db, interviewId)
  if (practiceDays({ nowMs: Date.now(), date, time }).length === 0) return { state: 'nothing' }
  const [{ askWhereToSave }, { noteOf, practiceCalendar }] = await Promise.all([
    import('../../window/askWhereToSave'),
    import('../../interviews/practiceCalendar'),
  ])
  const path = await askWhereToSave({ title: TITLE, ending: 'ics', kind: 'Calendar' })
  if (path === null) return { state: 'cancelled' }
  const nowMs = Date.now()
  const days = practiceDays({ nowMs, date, time })
  const before = readCalendarNote(db, interviewId)
  const { practiceMinutes: minutes } = readSettings(db)
  const practice = { interviewId, days, time, minutes, before, nowMs }
  // Noted first: a file with a number that was given before would be taken for the older one.
  writeCalendarNote(db, interviewId, noteOf(practice))
  try {
    writePersonsFile(path, practiceCalendar(practice))
  } catch (error) {
    const refusal = refusalOf(error)
    if (!refusal) throw error
    return refusal
  }
  return { state: 'saved', fileName: basename(path), interview: readInterview(db, interviewId) }
}

const TITLE = 'Practice for an interview'
