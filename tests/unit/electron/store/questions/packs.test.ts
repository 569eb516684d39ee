import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { BUILT_IN_PACKS, saveBuiltInPacks } from '../../../../../electron/library/builtInPacks'
import { listPackSummaries } from '../../../../../electron/store/questions/packSummaries'
import { readLayer, writeLayer } from '../../../../../electron/store/questions/questionLayer'
import { savePack } from '../../../../../electron/store/questions/packs'
import { openSession } from '../../../../../electron/store/sessions/openSession'
import { listSessions } from '../../../../../electron/store/sessions/listSessions'
import { setSessionDeleted } from '../../../../../electron/store/sessions/sessions'
import { startSession } from '../../../../../electron/store/sessions/startSession'
import { setTakeDeleted } from '../../../../../electron/store/takes/takes'
import { PackSummarySchema, SessionSchema } from '../../../../../shared/model'
import type { PackQuestion } from '../../../../../shared/pack'
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

test('the built-in packs are there from the start, the one for any job first', () => {
  const db = memoryStore()
  saveBuiltInPacks(db)
  const packs = listPackSummaries(db).map((pack) => PackSummarySchema.parse(pack))
  expect(
    packs.map(({ id, kind, title, questionCount }) => [id, kind, title, questionCount]),
  ).toEqual([
    ['behavioural', 'built-in', 'Behavioural, any job', 20],
    ['backend-developer', 'built-in', 'Backend Developer', 19],
    ['questions-to-ask', 'built-in', 'Questions to ask them', 10],
  ])
  for (const { description, lastPractised } of packs) {
    expect(description).not.toBe('')
    expect(lastPractised).toBeNull()
  }
})

test('a session asks a built-in pack from the first question to the last', () => {
  const db = memoryStore()
  saveBuiltInPacks(db)
  const session = startSession(db, {
    kind: 'pack',
    packId: 'backend-developer',
    startedAtMs: NOW_MS,
  })
  expect(SessionSchema.parse(session).questions).toHaveLength(19)
})

test('a start at which no built-in pack has changed reads none, and writes nothing', () => {
  const db = memoryStore()
  const folder = packsFolder({})
  saveBuiltInPacks(db, folder)
  for (const id of BUILT_IN_PACKS) rmSync(join(folder, `${id}.json`))
  const changes = () => db.prepare('SELECT total_changes()').pluck().get()
  const before = changes()
  saveBuiltInPacks(db, folder)
  expect(changes()).toBe(before)
  expect(listPackSummaries(db)).toHaveLength(3)
})

test('a newer built-in pack brings its words to the same questions, and leaves what a person put on them', () => {
  const db = memoryStore()
  saveBuiltInPacks(db, packsFolder({}))
  const id = 'behavioural/about'
  const layer = {
    outline: ['canal lock'],
    exampleAnswers: [{ label: 'Mine', text: 'I would say this.' }],
    tags: ['mine'],
    isStarred: true,
    isNotForMe: false,
  }
  writeLayer(db, id, layer)
  const session = startSession(db, { kind: 'pack', packId: 'behavioural', startedAtMs: NOW_MS })
  recordTake(db, session.id, id, 'Slower.')
  const keyOf = () => db.prepare('SELECT key FROM questions WHERE id = ?').pluck().get(id)
  const key = keyOf()

  const whyTheyAsk = 'You set the tone with it.'
  saveBuiltInPacks(db, packsFolder({ whyTheyAsk, tags: ['opening'] }))
  const [question] = openSession(db, { sessionId: session.id }).questions
  expect(question).toMatchObject({ whyTheyAsk, shortTitle: 'About you' })
  expect(readLayer(db, id)).toEqual(layer)
  expect(keyOf()).toBe(key)
  expect(listPackSummaries(db).map((pack) => pack.lastPractised?.answeredCount)).toEqual([
    1,
    undefined,
    undefined,
  ])
})

test('a library that has one pack of the app gets the others, and each its place', () => {
  const db = memoryStore()
  savePack(db, packOf([packQuestion('old')], { id: 'backend-developer', title: 'Backend' }))
  savePack(db, packOf([packQuestion('of-mine')]))
  saveBuiltInPacks(db)
  // The other one is from a version that had it: it stays, before them.
  expect(listPackSummaries(db).map(({ id }) => id)).toEqual(['trial', ...BUILT_IN_PACKS])
})

/** Packs as the build puts them beside the app, with one question each; that of the first is changed. */
function packsFolder(changes: Partial<PackQuestion>): string {
  const folder = mkdtempSync(join(tmpdir(), 'packs-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const digests: Record<string, string> = {}
  BUILT_IN_PACKS.forEach((id, index) => {
    const question = packQuestion('about', {
      shortTitle: 'About you',
      ...(index === 0 ? changes : {}),
    })
    const text = JSON.stringify(packOf([question], { id, title: id }))
    writeFileSync(join(folder, `${id}.json`), text)
    digests[id] = text // no two of them are alike
  })
  writeFileSync(join(folder, 'digests.json'), JSON.stringify(digests))
  return folder
}

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
