import { expect, test } from 'vitest'
import type { Database } from '../../../../electron/store/database/database'
import { listPackSummaries } from '../../../../electron/store/questions/packSummaries'
import { listUnmeasuredBefore, usualBefore } from '../../../../electron/store/takes/measures'
import { listPurgeableQuestions } from '../../../../electron/store/questions/hiddenQuestions'
import { listQuestions, questionRows } from '../../../../electron/store/questions/listQuestions'
import { readQuestionCard } from '../../../../electron/store/questions/questionCard'
import { openQuestion } from '../../../../electron/store/questions/questionHistory'
import { sessionRecord } from '../../../../electron/records/sessionRecord'
import { takeRecord } from '../../../../electron/records/takeRecord'
import { openSession } from '../../../../electron/store/sessions/openSession'
import { listSessions } from '../../../../electron/store/sessions/listSessions'
import {
  finishSession,
  listEmptySessions,
  listUntouchedSessions,
  setSessionDeleted,
  visitQuestion,
} from '../../../../electron/store/sessions/sessions'
import { startSession } from '../../../../electron/store/sessions/startSession'
import { unfinishedSession } from '../../../../electron/store/sessions/unfinishedSession'
import {
  findTake,
  listPurgeableTakes,
  listRecordingTakes,
  setBestTake,
  setTakeDeleted,
} from '../../../../electron/store/takes/takes'
import { ALL } from './questions/ownFixture'
import { NOW_MS, recordTake, start, trialStore } from './fixture'

/** The steps in which SQLite carries out every statement that `work` prepares. */
function plansOf(db: Database, work: () => void): string[] {
  const statements: string[] = []
  const prepare = db.prepare.bind(db)
  db.prepare = (sql: string) => {
    statements.push(sql)
    return prepare(sql)
  }
  work()
  db.prepare = prepare
  return statements.flatMap((sql) =>
    prepare<[], { detail: string }>(
      // Plans depend on which values are constants, not on what they are.
      `EXPLAIN QUERY PLAN ${sql.replace(/@\w+|\?/g, "'1'")}`,
    )
      .all()
      .map(({ detail }) => detail),
  )
}

const tableScans = (plan: string[], table: string) =>
  plan.filter((step) => new RegExp(`^SCAN ${table}\\b`).test(step))

const page = { before: null, limit: 50 }

test.each<[string, (db: Database, sessionId: string, takeId: string) => void]>([
  ['the list', (db) => listSessions(db, { ...page, query: '' })],
  ['the next page', (db, id) => listSessions(db, { ...page, query: '', before: id })],
  ['a search', (db) => listSessions(db, { ...page, query: 'what about' })],
  ['opening', (db, sessionId) => openSession(db, { sessionId })],
  ['starting', (db) => startSession(db, { kind: 'pack', packId: 'trial', startedAtMs: NOW_MS })],
  [
    'starting with chosen questions',
    (db) => {
      const questionIds = ['trial/beta', 'trial/alpha']
      startSession(db, { kind: 'chosen', questionIds, startedAtMs: NOW_MS })
    },
  ],
  ['what can be resumed', (db) => unfinishedSession(db)],
  ['what nobody has begun', (db) => listUntouchedSessions(db)],
  ['a record of a session', (db, sessionId) => sessionRecord(db, sessionId)],
  ['moving on', (db, sessionId) => visitQuestion(db, { sessionId, questionId: 'trial/beta' })],
  ['finishing', (db, sessionId) => finishSession(db, { sessionId, finishedAtMs: NOW_MS })],
  ['deleting', (db, sessionId) => setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS })],
  ['the packs', (db) => listPackSummaries(db)],
  ['a take', (db, sessionId) => recordTake(db, sessionId)],
  ['finding a take', (db, _, takeId) => findTake(db, takeId)],
  ['the best take', (db, _, takeId) => setBestTake(db, { takeId, isBest: true })],
  ['deleting a take', (db, _, takeId) => setTakeDeleted(db, { takeId, deletedAtMs: NOW_MS })],
  ['the lines of questions', (db) => questionRows(db, ['trial/alpha'])],
  ['what was never said', (db) => listQuestions(db, { ...ALL, filter: 'neverSaid' })],
  ['what is weak', (db) => listQuestions(db, { ...ALL, filter: 'weak' })],
  ['the card of a question', (db) => readQuestionCard(db, 'trial/alpha')],
  ['what is hidden', (db) => listPurgeableQuestions(db, { deletedBeforeMs: NOW_MS })],
  ['a question over time', (db) => openQuestion(db, 'trial/alpha')],
  ['what is usual', (db, _, takeId) => usualBefore(db, takeId)],
  ['what is still to be measured', (db, _, takeId) => listUnmeasuredBefore(db, takeId)],
  ['a record', (db, _, takeId) => takeRecord(db, takeId)],
  ['recovery', (db) => listRecordingTakes(db)],
  ['the purge', (db) => listPurgeableTakes(db, { deletedBeforeMs: NOW_MS })],
])('%s never goes through all takes or all sessions', (_, work) => {
  const db = trialStore()
  const session = start(db)
  const take = recordTake(db, session.id, 'trial/alpha', 'Notes about pace')
  const plan = plansOf(db, () => work(db, session.id, take.id))
  expect(plan.length).toBeGreaterThan(0)
  // An index that has only what is recording, or is not finished, may be read from end to end.
  const wanted = /INDEX (takes_recording|sessions_unfinished)/
  const scans = tableScans(plan, '(takes|s|sessions|session_questions|asked)')
  expect(scans.filter((step) => !wanted.test(step))).toEqual([])
  expect(plan.join('\n')).not.toMatch(/AUTOMATIC/)
})

test.each<[string, (db: Database) => void]>([
  ['the packs', (db) => listPackSummaries(db)],
  ['the lines of questions', (db) => questionRows(db, ['trial/alpha'])],
  ['the card of a question', (db) => readQuestionCard(db, 'trial/alpha')],
  ['the questions of a pack', (db) => listQuestions(db, { ...ALL, packId: 'trial' })],
  ['the questions with a tag', (db) => listQuestions(db, { ...ALL, tag: 'process' })],
  ['what is found', (db) => listQuestions(db, { ...ALL, query: 'what about' })],
  ['what is hidden', (db) => listPurgeableQuestions(db, { deletedBeforeMs: NOW_MS })],
])('%s: no question is read that is not asked for', (_, work) => {
  const db = trialStore()
  const plan = plansOf(db, () => work(db))
  const steps = plan.filter((step) => /\b(?:questions|question_tags)\b/.test(step))
  expect(tableScans(steps, '(questions|question_tags|found)')).toEqual([])
  expect(plan.join('\n')).not.toMatch(/AUTOMATIC/)
})

test('counting the questions of a pack reads none of them', () => {
  const db = trialStore()
  const plan = plansOf(db, () => listPackSummaries(db))
  const steps = plan.filter((step) => / questions /.test(step))
  expect(steps.length).toBeGreaterThan(0)
  expect(steps[0]).toContain('USING COVERING INDEX questions_shown')
  for (const step of steps) expect(step).toContain('INDEX questions_shown')
})

test('the purge of sessions goes through the sessions, and through no take', () => {
  const db = trialStore()
  const plan = plansOf(db, () => listEmptySessions(db))
  expect(tableScans(plan, 'takes')).toEqual([])
})

test('counts and lengths come from the index, without reading a take', () => {
  const db = trialStore()
  const plan = plansOf(db, () => listSessions(db, { ...page, query: '' }))
  const steps = plan.filter((step) => / takes /.test(step))
  expect(steps.length).toBeGreaterThan(0)
  for (const step of steps) expect(step).toContain('USING COVERING INDEX takes_kept')
})
