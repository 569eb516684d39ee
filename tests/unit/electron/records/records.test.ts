import { expect, test } from 'vitest'
import {
  allTakeRecords,
  takeRecord,
  TakeRecordSchema,
} from '../../../../electron/records/takeRecord'
import {
  hasSession,
  listSessionIds,
  sessionRecord,
  SessionRecordSchema,
} from '../../../../electron/records/sessionRecord'
import { adoptQuestion, adoptSession } from '../../../../electron/recovery/adoptRecord'
import { insertMark } from '../../../../electron/store/takes/marks'
import { readLibrary } from '../../../../electron/store/database/revisions'
import { savePack } from '../../../../electron/store/questions/packs'
import { questionRecord, QuestionRecordSchema } from '../../../../electron/records/questionRecord'
import { answerRubric } from '../../../../electron/store/takes/rubrics'
import { openSession } from '../../../../electron/store/sessions/openSession'
import { finishSession } from '../../../../electron/store/sessions/sessions'
import { startSession } from '../../../../electron/store/sessions/startSession'
import {
  markTakeDamaged,
  setBestTake,
  setTakeDeleted,
  setTakeRating,
} from '../../../../electron/store/takes/takes'
import { newId } from '../../../../electron/store/database/ids'
import {
  beginTake,
  memoryStore,
  NO_PROCESSING,
  NOW_MS,
  packOf,
  packQuestion,
  recordTake,
  start,
  trialStore,
} from '../store/fixture'

test('a record says everything that the row does', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const { id } = recordTake(db, sessionId, 'trial/beta', 'Words')
  setTakeRating(db, { takeId: id, rating: 4 })
  setBestTake(db, { takeId: id, isBest: true })
  setTakeDeleted(db, { takeId: id, deletedAtMs: NOW_MS + 7 })
  const mark = insertMark(db, { id: newId(), takeId: id, kind: 'action', atMs: 700, note: 'Here' })
  answerRubric(db, { takeId: id, item: 'answered', step: 4 })
  const record = takeRecord(db, id)
  expect(record).toEqual({
    format: 'soundcheck-take',
    version: 2,
    id,
    revision: { libraryId: readLibrary(db).id, count: readLibrary(db).counter },
    sessionId,
    questionId: 'trial/beta',
    followUp: '',
    number: 1,
    startedAtMs: NOW_MS,
    durationMs: 1500.5,
    isDamaged: false,
    microphone: 'Desk microphone',
    processing: NO_PROCESSING,
    isBest: true,
    rating: 4,
    notes: 'Words',
    marks: [{ id: mark.id, takeId: id, kind: 'action', atMs: 700, note: 'Here' }],
    rubric: { answered: 4, concrete: null, followable: null, natural: null },
    choices: [],
    outline: [],
    isRecovered: false,
    deletedAtMs: NOW_MS + 7,
  })
  expect(TakeRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record)
})

test('one of every column: a new one has to be in the record too', () => {
  const db = trialStore()
  const columns = db
    .prepare<[], string>("SELECT name FROM pragma_table_info('takes')")
    .pluck()
    .all()
  // `state` is in durationMs and isDamaged; `key` and `size_bytes` are this database's own.
  expect(columns.filter((name) => !['key', 'state', 'size_bytes'].includes(name))).toHaveLength(18)
})

test('a take that is being recorded has no length yet; a damaged one says so', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const [open, damaged] = [beginTake(db, sessionId), beginTake(db, sessionId)]
  markTakeDamaged(db, { takeId: damaged.id, durationMs: 0, sizeBytes: 3 })
  expect(
    [...allTakeRecords(db)].map(({ durationMs, isDamaged }) => [durationMs, isDamaged]),
  ).toEqual([
    [null, false],
    [0, true],
  ])
  expect(takeRecord(db, open.id)?.durationMs).toBeNull()
})

test('that of a session has its questions in order; their words are in records of their own', () => {
  const db = trialStore()
  const { id } = start(db)
  recordTake(db, id)
  finishSession(db, { sessionId: id, finishedAtMs: NOW_MS + 5 })
  const record = sessionRecord(db, id)
  expect(record).toEqual({
    format: 'soundcheck-session',
    version: 2,
    id,
    revision: { libraryId: readLibrary(db).id, count: readLibrary(db).counter },
    kind: 'pack',
    title: 'Trial',
    settings: {},
    pack: {
      id: 'trial',
      title: 'Trial',
      language: 'en',
      kind: 'built-in',
      isDeleted: false,
    },
    startedAtMs: NOW_MS,
    finishedAtMs: NOW_MS + 5,
    currentQuestionId: 'trial/alpha',
    deletedAtMs: null,
    questions: ['alpha', 'beta', 'gamma'].map((each) => ({ id: `trial/${each}` })),
  })
  expect(SessionRecordSchema.parse(JSON.parse(JSON.stringify(record)))).toEqual(record)
  expect(listSessionIds(db)).toEqual([id])
  expect([hasSession(db, id), hasSession(db, newId())]).toEqual([true, false])
})

test('a question knows its pack, whatever sessions ask it, and all that is written about it', () => {
  const db = trialStore()
  savePack(db, packOf([packQuestion('delta')], { id: 'other', title: 'Other', language: 'de' }))
  const questionIds = ['other/delta', 'trial/alpha']
  const { id } = startSession(db, { kind: 'chosen', questionIds, startedAtMs: NOW_MS })
  const session = sessionRecord(db, id)!
  expect(session).toMatchObject({ kind: 'chosen', title: 'Chosen questions', pack: null })
  const questions = questionIds.map((questionId) => questionRecord(db, questionId)!)
  expect(questions.map(({ pack }) => pack)).toEqual([
    { id: 'other', title: 'Other', language: 'de', kind: 'built-in', isDeleted: false },
    {
      id: 'trial',
      title: 'Trial',
      language: 'en',
      kind: 'built-in',
      isDeleted: false,
    },
  ])
  for (const question of questions) {
    expect(QuestionRecordSchema.parse(JSON.parse(JSON.stringify(question)))).toEqual(question)
  }

  const empty = memoryStore()
  for (const question of questions) adoptQuestion(empty, question)
  adoptSession(empty, session)
  expect(sessionRecord(empty, id)).toEqual(session)
  const inEmpty = openSession(empty, { sessionId: id }).questions
  expect(inEmpty).toEqual(openSession(db, { sessionId: id }).questions)
})

test('every column of a question is in its record', () => {
  const db = trialStore()
  const columns = db
    .prepare<[], string>("SELECT name FROM pragma_table_info('questions')")
    .pluck()
    .all()
  expect(columns.filter((name) => name !== 'key')).toHaveLength(26)
})

test('a record of before sessions had titles is that of a pack', () => {
  const db = trialStore()
  const record = sessionRecord(db, start(db).id)!
  const { kind: _kind, title: _title, settings: _settings, ...old } = record
  expect(SessionRecordSchema.parse(old)).toEqual(record)
})

test('a kind or settings of a newer Soundcheck lose no session', () => {
  const db = trialStore()
  const record = sessionRecord(db, start(db).id)!
  const newer = { ...record, kind: 'panel', settings: { interviewers: 3 } }
  expect(SessionRecordSchema.parse(newer)).toEqual({ ...record, kind: 'chosen' })
})

test('a record of before questions of one\u2019s own is that of a question of the app', () => {
  const db = trialStore()
  const record = questionRecord(db, 'trial/alpha')!
  const { ownOutline: _o, ownTags: _t, ownExampleAnswers: _e, isStarred: _s, ...rest } = record
  const { isNotForMe: _n, origin: _from, deletedAtMs: _d, ...old } = rest
  const pack = { id: 'trial', title: 'Trial', language: 'en' }
  expect(QuestionRecordSchema.parse({ ...old, pack })).toEqual(record)
})

test('a record of before follow-ups answers the question itself', () => {
  const db = trialStore()
  const record = takeRecord(db, recordTake(db, start(db).id).id)!
  const { followUp: _followUp, ...old } = record
  expect(TakeRecordSchema.parse(old)).toEqual(record)
})

test('of what is not there is no record', () => {
  const db = trialStore()
  expect(takeRecord(db, newId())).toBeNull()
  expect(sessionRecord(db, newId())).toBeNull()
  expect([...allTakeRecords(db)]).toEqual([])
})

test('a session record that contradicts itself is none', () => {
  const db = trialStore()
  const record = sessionRecord(db, start(db).id)!
  const { questions } = record
  for (const lie of [
    { ...record, currentQuestionId: 'trial/omega' },
    { ...record, questions: [...questions, questions[0]] },
    { ...record, questions: [] },
    { ...record, id: '../../elsewhere' },
    { ...record, startedAtMs: -1 },
    { ...record, version: 3 },
  ]) {
    expect(SessionRecordSchema.safeParse(lie).success).toBe(false)
  }
})

test('one of the first version is read, as one that nobody has counted', () => {
  const db = trialStore()
  const { id: sessionId } = start(db)
  const take = takeRecord(db, recordTake(db, sessionId).id)!
  const session = sessionRecord(db, sessionId)!
  const first = { version: 1, revision: undefined }
  expect(TakeRecordSchema.parse({ ...take, ...first })).toEqual({ ...take, revision: null })
  expect(SessionRecordSchema.parse({ ...session, ...first })).toEqual({
    ...session,
    revision: null,
  })
})
