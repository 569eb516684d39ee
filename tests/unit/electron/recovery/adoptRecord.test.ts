import { expect, test } from 'vitest'
import {
  adoptQuestion,
  adoptQuestionText,
  adoptSession,
  adoptTake,
  closeByRecord,
} from '../../../../electron/recovery/adoptRecord'
import type { Database } from '../../../../electron/store/database/database'
import { newId } from '../../../../electron/store/database/ids'
import { insertMark } from '../../../../electron/store/takes/marks'
import { listPackSummaries } from '../../../../electron/store/questions/packSummaries'
import { savePack } from '../../../../electron/store/questions/packs'
import { questionRecord, type QuestionRecord } from '../../../../electron/records/questionRecord'
import { sessionRecord, type SessionRecord } from '../../../../electron/records/sessionRecord'
import { takeRecord, type TakeRecord } from '../../../../electron/records/takeRecord'
import { answerRubric } from '../../../../electron/store/takes/rubrics'
import { openSession } from '../../../../electron/store/sessions/openSession'
import { listSessions } from '../../../../electron/store/sessions/listSessions'
import { setTakeDeleted, setTakeNotes } from '../../../../electron/store/takes/takes'
import {
  memoryStore,
  NOW_MS,
  packOf,
  packQuestion,
  recordTake,
  start,
  trialStore,
} from '../store/fixture'
import { everythingIn } from '../backups/restoreFixture'

interface Lost {
  session: SessionRecord
  questions: QuestionRecord[]
  take: TakeRecord
}

/** What is known of a session and its take, once the database that knew it is gone. */
function lost(): Lost {
  const db = trialStore()
  const { id } = recordTake(db, start(db).id, 'trial/beta', 'Slower at the start')
  insertMark(db, { id: newId(), takeId: id, kind: 'result', atMs: 900, note: 'Numbers' })
  answerRubric(db, { takeId: id, item: 'natural', step: 2 })
  const take = takeRecord(db, id)!
  const session = sessionRecord(db, take.sessionId)!
  const questions = session.questions.map((question) => questionRecord(db, question.id)!)
  return { session, questions, take }
}

/** An empty database with the session in it, and the questions that it asks. */
function withSession({ session, questions }: Lost): Database {
  const db = memoryStore()
  for (const question of questions) adoptQuestion(db, question)
  adoptSession(db, session)
  return db
}

test('a session is made again in an empty database, pack and questions with it', () => {
  const known = lost()
  const { session, questions } = known
  const db = withSession(known)
  expect(sessionRecord(db, session.id)).toEqual(session)
  for (const question of questions) expect(questionRecord(db, question.id)).toEqual(question)
  const opened = openSession(db, { sessionId: session.id })
  expect(opened.questions.every(({ exampleAnswers }) => exampleAnswers.length > 0)).toBe(true)
})

test('a take is made again with all that its record knows, and is found by its words', () => {
  const known = lost()
  const { take, session } = known
  const db = withSession(known)
  expect(adoptTake(db, take)).toBe(true)
  expect(takeRecord(db, take.id)).toMatchObject({ revision: take.revision })
  closeByRecord(db, take, 24_000)
  expect({ ...takeRecord(db, take.id), revision: take.revision }).toEqual(take)
  const { sessions } = listSessions(db, { query: 'slower', before: null, limit: 5 })
  expect(sessions.map(({ id }) => id)).toEqual([session.id])
})

test('doing it again changes nothing, not even what has changed since', () => {
  const known = lost()
  const { session, take } = known
  const db = withSession(known)
  adoptTake(db, take)
  closeByRecord(db, take, 24_000)
  setTakeNotes(db, { takeId: take.id, notes: 'Changed since' })
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: NOW_MS })
  const before = everythingIn(db)
  adoptSession(db, { ...session, finishedAtMs: NOW_MS })
  expect(adoptTake(db, take)).toBe(false)
  expect(everythingIn(db)).toBe(before)
})

test('a number or a place as best one that is taken stays with whoever has it', () => {
  const known = lost()
  const { take } = known
  const db = withSession(known)
  const other = `${take.id.slice(0, -1)}${take.id.endsWith('0') ? '1' : '0'}`
  adoptTake(db, { ...take, number: 3, isBest: true })
  adoptTake(db, { ...take, id: other, number: 3, isBest: true })
  expect(takeRecord(db, take.id)).toMatchObject({ number: 3, isBest: true })
  expect(takeRecord(db, other)).toMatchObject({ number: 4, isBest: false })
})

test('a question that its session does not ask is asked at its end', () => {
  const known = lost()
  const { session, take } = known
  const db = withSession(known)
  adoptQuestionText(db, session.pack!, { id: 'trial/delta', question: 'Delta?' })
  adoptTake(db, { ...take, questionId: 'trial/delta' })
  const asked = openSession(db, { sessionId: session.id }).questions.map(({ id }) => id)
  expect(asked).toEqual(['trial/alpha', 'trial/beta', 'trial/gamma', 'trial/delta'])
})

test('all or nothing: a take that cannot be made leaves no trace of it', () => {
  const known = lost()
  const { session, take } = known
  const db = withSession(known)
  const before = everythingIn(db)
  expect(() => adoptTake(db, { ...take, questionId: 'trial/unknown' })).toThrow(/FOREIGN KEY/)
  expect(() => adoptSession(memoryStore(), { ...session, currentQuestionId: 'x/y' })).toThrow()
  expect(everythingIn(db)).toBe(before)
})

test('a question that was kept under another pack goes home when its pack comes back', () => {
  const db = memoryStore()
  const pack = {
    id: 'recovered',
    title: 'Recovered recordings',
    language: 'en',
    kind: 'built-in',
    isDeleted: false,
  } as const
  adoptQuestionText(db, pack, { id: 'trial/alpha', question: 'Recordings without a question' })
  // What is left of a question is not offered for new sessions.
  expect(listPackSummaries(db)).toEqual([])
  savePack(db, packOf([packQuestion('alpha'), packQuestion('beta')]))
  expect(listPackSummaries(db)).toMatchObject([{ id: 'trial', questionCount: 2 }])
})
