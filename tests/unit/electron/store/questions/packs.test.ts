import { expect, test } from 'vitest'
import { saveBuiltInPacks } from '../../../../../electron/library/builtInPacks'
import { listPackSummaries } from '../../../../../electron/store/questions/packSummaries'
import { savePack } from '../../../../../electron/store/questions/packs'
import { openSession } from '../../../../../electron/store/sessions/openSession'
import { listSessions } from '../../../../../electron/store/sessions/listSessions'
import { setSessionDeleted } from '../../../../../electron/store/sessions/sessions'
import { startSession } from '../../../../../electron/store/sessions/startSession'
import { setTakeDeleted } from '../../../../../electron/store/takes/takes'
import { PackSummarySchema, SessionSchema } from '../../../../../shared/model'
import {
  memoryStore,
  NOW_MS,
  packOf,
  packQuestion,
  recordTake,
  start,
  trialStore,
} from '../fixture'

const summary = (db: ReturnType<typeof memoryStore>) => {
  const [pack] = listPackSummaries(db)
  if (!pack) throw new Error('No pack')
  return PackSummarySchema.parse(pack)
}

test('the built-in pack is there from the start', () => {
  const db = memoryStore()
  saveBuiltInPacks(db)
  saveBuiltInPacks(db)
  expect(listPackSummaries(db)).toEqual([
    {
      id: 'backend-developer',
      kind: 'built-in',
      title: 'Backend Developer',
      language: 'en',
      description: expect.any(String) as string,
      questionCount: 19,
      lastPractised: null,
    },
  ])
  const session = startSession(db, {
    kind: 'pack',
    packId: 'backend-developer',
    startedAtMs: NOW_MS,
  })
  expect(SessionSchema.parse(session).questions).toHaveLength(19)
})

test('saving the same pack again writes nothing', () => {
  const db = memoryStore()
  const pack = packOf([packQuestion('alpha')])
  savePack(db, pack)
  const changes = () => db.prepare('SELECT total_changes()').pluck().get()
  const before = changes()
  savePack(db, pack)
  expect(changes()).toBe(before)
})

test('a newer pack changes words and order, adds questions and removes unused ones', () => {
  const db = trialStore()
  savePack(
    db,
    packOf([packQuestion('gamma', { question: 'Reworded?' }), packQuestion('delta')], {
      title: 'Trial 2',
    }),
  )
  expect(summary(db)).toMatchObject({ title: 'Trial 2', questionCount: 2 })
  expect(start(db).questions.map(({ question }) => question)).toEqual([
    'Reworded?',
    'What about delta?',
  ])
  expect(db.prepare('SELECT count(*) FROM questions').pluck().get()).toBe(2)
})

test('a question that left the pack stays in the sessions that ask it, and can come back', () => {
  const db = trialStore()
  const old = start(db)
  recordTake(db, old.id, 'trial/alpha')
  savePack(db, packOf([packQuestion('beta')]))

  expect(summary(db).questionCount).toBe(1)
  expect(openSession(db, { sessionId: old.id }).questions).toHaveLength(3)
  expect(listSessions(db, { query: 'alpha', before: null, limit: 5 }).sessions).toHaveLength(1)
  expect(start(db).questions.map(({ id }) => id)).toEqual(['trial/beta'])

  savePack(db, packOf([packQuestion('beta'), packQuestion('alpha')]))
  expect(start(db).questions.map(({ id }) => id)).toEqual(['trial/beta', 'trial/alpha'])
})

test('search follows the words of the newest pack', () => {
  const db = trialStore()
  recordTake(db, start(db).id, 'trial/alpha')
  const found = (query: string) =>
    listSessions(db, { query, before: null, limit: 5 }).sessions.length
  savePack(db, packOf([packQuestion('alpha', { question: 'Why queues?' })]))
  expect(found('queues')).toBe(1)
  expect(found('what about')).toBe(0)
})

test('a pack that breaks a rule of the store is not saved in part', () => {
  const db = trialStore()
  const twins = { ...packOf([packQuestion('delta')]), title: null as unknown as string }
  expect(() => savePack(db, twins)).toThrow(/NOT NULL/)
  expect(summary(db)).toMatchObject({ title: 'Trial', questionCount: 3 })
})

test('last practised is the newest session with a take in it', () => {
  const db = trialStore()
  const practised = startSession(db, { kind: 'pack', packId: 'trial', startedAtMs: NOW_MS })
  recordTake(db, practised.id, 'trial/alpha')
  recordTake(db, practised.id, 'trial/alpha')
  const removed = recordTake(db, practised.id, 'trial/beta')
  setTakeDeleted(db, { takeId: removed.id, deletedAtMs: NOW_MS })
  startSession(db, { kind: 'pack', packId: 'trial', startedAtMs: NOW_MS + 1000 })
  expect(summary(db).lastPractised).toEqual({
    atMs: NOW_MS,
    answeredCount: 1,
    questionCount: 3,
  })

  setSessionDeleted(db, { sessionId: practised.id, deletedAtMs: NOW_MS })
  expect(summary(db).lastPractised).toBeNull()
})

test('a pack that has shrunk does not change how far one came in it before', () => {
  const db = trialStore()
  const session = start(db)
  for (const id of ['alpha', 'beta']) recordTake(db, session.id, `trial/${id}`)
  savePack(db, packOf([packQuestion('gamma')]))
  expect(summary(db)).toMatchObject({
    questionCount: 1,
    lastPractised: { answeredCount: 2, questionCount: 3 },
  })
})

test('what a question may have besides is saved with it, and goes when the pack drops it', () => {
  const db = memoryStore()
  const more = {
    shortTitle: 'Alpha',
    followUps: ['And then?', 'Who paid for it?'],
    outline: ['canal lock', 'numbers'],
    language: 'pt-BR',
    tags: ['キャリア', 'my own words'],
    exampleAnswers: [],
  }
  savePack(db, packOf([packQuestion('alpha', more)]))
  expect(start(db).questions[0]).toMatchObject(more)
  savePack(db, packOf([packQuestion('alpha')], { language: 'de' }))
  expect(start(db).questions[0]).toMatchObject({
    shortTitle: null,
    followUps: [],
    outline: [],
    language: 'de',
  })
})

test('a question that is in the newer pack too is the same row, whether somebody has asked it or not', () => {
  const db = trialStore()
  const keys = () =>
    db.prepare("SELECT key FROM questions WHERE id <> 'trial/gamma' ORDER BY id").pluck().all()
  const before = keys()
  savePack(db, packOf([packQuestion('beta'), packQuestion('alpha'), packQuestion('delta')]))
  expect(keys().slice(0, 2)).toEqual(before)
  expect(keys()).toHaveLength(3)
})
