import { expect, test } from 'vitest'
import { tellAsked } from '../../../../../electron/store/interviews/askedQuestions'
import { setInterviewDeleted } from '../../../../../electron/store/interviews/hiddenInterviews'
import {
  listInterviews,
  nearestInterview,
  readCalendarNote,
  saveInterview,
  writeCalendarNote,
} from '../../../../../electron/store/interviews/interviews'
import {
  hideQuestions,
  showQuestions,
} from '../../../../../electron/store/questions/hiddenQuestions'
import { listQuestions } from '../../../../../electron/store/questions/listQuestions'
import { readQuestionCard } from '../../../../../electron/store/questions/questionCard'
import { NOW_MS, trialStore } from '../fixture'
import { ALL, ownPack } from '../questions/ownFixture'

const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' }) as Error
const UNKNOWN = '0170a8f0-0000-7000-8000-000000000000'

function interviewIn(db: ReturnType<typeof trialStore>, date: string, where = 'Acme') {
  return saveInterview(db, { interviewId: null, where, date, scope: null })
}

test('an interview is written down, changed, hidden and brought back', () => {
  const db = trialStore()
  const { id: interviewId } = interviewIn(db, '2026-12-03')
  const scope = { packIds: ['trial'], includesOwn: true }
  const changed = saveInterview(db, { interviewId, where: 'Acme', date: '2026-12-04', scope })
  expect(changed).toEqual({
    id: interviewId,
    where: 'Acme',
    date: '2026-12-04',
    scope,
    askedQuestionIds: [],
    toldAtMs: null,
    calendarTime: null,
  })
  expect(listInterviews(db)).toEqual([changed])
  setInterviewDeleted(db, { interviewId, deletedAtMs: NOW_MS })
  expect(listInterviews(db)).toEqual([])
  const gone = { interviewId, where: '', date: '2026-12-05', scope: null }
  expect(() => saveInterview(db, gone)).toThrow(NOT_FOUND)
  setInterviewDeleted(db, { interviewId, deletedAtMs: null })
  expect(listInterviews(db)).toEqual([changed])
})

test('what is not there is not found, and nothing is made of it', () => {
  const db = trialStore()
  const told = { interviewId: UNKNOWN, questionIds: [], nowMs: NOW_MS }
  const saved = { interviewId: UNKNOWN, where: '', date: '2026-12-03', scope: null }
  const hidden = { interviewId: UNKNOWN, deletedAtMs: 1 }
  const note = { time: '19:00', sequence: 0, lastDay: '2026-12-02' }
  expect(() => saveInterview(db, saved)).toThrow(NOT_FOUND)
  expect(() => tellAsked(db, told)).toThrow(NOT_FOUND)
  expect(() => setInterviewDeleted(db, hidden)).toThrow(NOT_FOUND)
  expect(() => writeCalendarNote(db, UNKNOWN, note)).toThrow(NOT_FOUND)
  expect(listInterviews(db)).toEqual([])
})

test('the earliest comes first, and the nearest that is not past is what one practises for', () => {
  const db = trialStore()
  const late = saveInterview(db, {
    interviewId: null,
    where: 'Late',
    date: '2027-01-02',
    scope: { packIds: ['trial'], includesOwn: false },
  })
  interviewIn(db, '2026-11-20', 'Past')
  const soon = interviewIn(db, '2026-11-28', 'Soon')
  expect(listInterviews(db).map(({ where }) => where)).toEqual(['Past', 'Soon', 'Late'])
  expect(nearestInterview(db, '2026-11-27')).toEqual({ date: '2026-11-28', scope: null })
  expect(nearestInterview(db, '2026-11-28')).toEqual({ date: '2026-11-28', scope: null })
  expect(nearestInterview(db, '2026-11-29')).toEqual({ date: '2027-01-02', scope: late.scope })
  expect(nearestInterview(db, '2027-01-03')).toBeNull()
  setInterviewDeleted(db, { interviewId: soon.id, deletedAtMs: NOW_MS })
  expect(nearestInterview(db, '2026-11-27')).toEqual({ date: '2027-01-02', scope: late.scope })
})

test('what they asked gets the tag, and loses it when no interview has it any more', () => {
  const db = trialStore()
  const { ids } = ownPack(db, 'Mine', ['Why us?', 'Why you?'])
  const [us, you] = ids as [string, string]
  const acme = interviewIn(db, '2026-11-20')
  const other = interviewIn(db, '2026-11-21')
  const tell = (interviewId: string, questionIds: string[], nowMs = NOW_MS) =>
    tellAsked(db, { interviewId, questionIds, nowMs })
  const asked = () => listQuestions(db, { ...ALL, tag: 'asked' }).questionIds.toSorted()

  expect(tell(acme.id, ['trial/alpha', us])).toMatchObject({
    askedQuestionIds: [us, 'trial/alpha'].toSorted(),
    toldAtMs: NOW_MS,
  })
  expect(readQuestionCard(db, 'trial/alpha').layer.tags).toEqual(['asked'])
  expect(readQuestionCard(db, us).question.tags).toEqual(['asked'])
  tell(other.id, [us, you])
  expect(asked()).toEqual([us, you, 'trial/alpha'].toSorted())
  expect(tell(acme.id, [], NOW_MS + 5)).toMatchObject({ askedQuestionIds: [], toldAtMs: NOW_MS })
  expect(asked()).toEqual([us, you].toSorted())
  expect(() => tell(other.id, ['own/nothing'])).toThrow(NOT_FOUND)
  expect(asked()).toEqual([us, you].toSorted())
})

test('what was asked and is deleted is not listed, and is there again when that is undone', () => {
  const db = trialStore()
  const { ids } = ownPack(db, 'Mine', ['Why us?', 'Why you?'])
  const [us, you] = ids as [string, string]
  const { id: interviewId } = interviewIn(db, '2026-11-20')
  tellAsked(db, { interviewId, questionIds: [us], nowMs: NOW_MS })
  hideQuestions(db, { questionIds: [us], deletedAtMs: NOW_MS, withTakes: false })
  expect(listInterviews(db)).toMatchObject([{ askedQuestionIds: [] }])
  tellAsked(db, { interviewId, questionIds: [you], nowMs: NOW_MS })
  showQuestions(db, [us])
  expect(listInterviews(db)).toMatchObject([{ askedQuestionIds: [us, you].toSorted() }])
})

test('at what time it stands in the calendar is remembered', () => {
  const db = trialStore()
  const { id: interviewId } = interviewIn(db, '2026-12-03')
  expect(readCalendarNote(db, interviewId)).toBeNull()
  const note = { time: '07:30', sequence: 3, lastDay: '2026-12-02' }
  writeCalendarNote(db, interviewId, note)
  expect(readCalendarNote(db, interviewId)).toEqual(note)
  expect(listInterviews(db)).toMatchObject([{ calendarTime: '07:30' }])
})
