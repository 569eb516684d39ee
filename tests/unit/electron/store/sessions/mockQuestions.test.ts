import { expect, test } from 'vitest'
import type { Database } from '../../../../../electron/store/database/database'
import { saveInterview } from '../../../../../electron/store/interviews/interviews'
import { savePack } from '../../../../../electron/store/questions/packs'
import { createPack } from '../../../../../electron/store/questions/ownPacks'
import {
  drawQuestions,
  mockQuestions,
  type MockQuestion,
} from '../../../../../electron/store/sessions/mockQuestions'
import { startSession } from '../../../../../electron/store/sessions/startSession'
import { changeSettings } from '../../../../../electron/store/settings'
import { setTakeRating } from '../../../../../electron/store/takes/takes'
import { Random } from '../../../../faults/random'
import { addQuestions } from '../../../../helpers/seedQuestions'
import { USUAL_MOCK } from '../../../../../shared/mock/mockDefaults'
import type { MockSource } from '../../../../../shared/mock/mockSettings'
import { addDays, dayOf } from '../../../../../shared/practice/day'
import { SessionSchema } from '../../../../../shared/model'
import { NOW_MS, packOf, packQuestion, recordTake, start, trialStore } from '../fixture'

const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' }) as Error

/** The packs `trial` (alpha, beta, gamma) and `questions-to-ask`, and two questions of one's own. */
function library(): { db: Database; own: string[] } {
  const db = trialStore()
  savePack(db, packOf([packQuestion('team')], { id: 'questions-to-ask', title: 'To ask' }))
  createPack(db, { title: 'Empty' })
  return { db, own: addQuestions(db, 2, 'Acme') }
}

const idsFrom = (db: Database, from: MockSource) =>
  mockQuestions(db, from)
    .map(({ id }) => id)
    .toSorted()

test('questions come from what one practises for, from one’s own, or from one pack', () => {
  const { db, own } = library()
  const trial = ['trial/alpha', 'trial/beta', 'trial/gamma']
  expect(idsFrom(db, { kind: 'scope' })).toEqual([...own, ...trial].toSorted())
  changeSettings(db, { practiceScope: { packIds: ['trial'], includesOwn: false } })
  expect(idsFrom(db, { kind: 'scope' })).toEqual(trial)
  // What the nearest interview is for goes before it, as in today's practice.
  const date = addDays(dayOf(Date.now()), 3)
  saveInterview(db, {
    interviewId: null,
    where: 'Acme',
    date,
    scope: { packIds: [], includesOwn: true },
  })
  expect(idsFrom(db, { kind: 'scope' })).toEqual(own)
  expect(idsFrom(db, { kind: 'own' })).toEqual(own.toSorted())
  expect(idsFrom(db, { kind: 'pack', packId: 'trial' })).toEqual(trial)
  expect(idsFrom(db, { kind: 'pack', packId: 'questions-to-ask' })).toEqual([
    'questions-to-ask/team',
  ])
  expect(idsFrom(db, { kind: 'pack', packId: 'gone' })).toEqual([])
})

test('what is not for the person, or gone, is not asked', () => {
  const { db } = library()
  db.exec(`UPDATE questions SET is_not_for_me = 1 WHERE id = 'trial/alpha';
    UPDATE questions SET retired = 1 WHERE id = 'trial/beta'`)
  expect(idsFrom(db, { kind: 'pack', packId: 'trial' })).toEqual(['trial/gamma'])
})

test('each question knows how its answer was rated last, a follow-up’s does not count', () => {
  const { db } = library()
  const { id } = start(db)
  setTakeRating(db, { takeId: recordTake(db, id).id, rating: 4 })
  setTakeRating(db, { takeId: recordTake(db, id).id, rating: 1 })
  recordTake(db, id)
  const ratings = mockQuestions(db, { kind: 'pack', packId: 'trial' })
  expect(Object.fromEntries(ratings.map((each) => [each.id, each.rating]))).toEqual({
    'trial/alpha': 1,
    'trial/beta': null,
    'trial/gamma': null,
  })
})

const POOL: readonly MockQuestion[] = ([1, 2, null, 3, 4] as const).map((rating) => ({
  id: `trial/${rating ?? 'new'}`,
  packId: 'trial',
  rating,
}))

test('so many are drawn, each once, all where there are fewer, in an order of their own', () => {
  const random = new Random(7)
  const draw = (count: number) =>
    drawQuestions(POOL, count, () => random.between(0, 1)).map(({ id }) => id)
  expect(new Set(draw(3)).size).toBe(3)
  expect(draw(9).toSorted()).toEqual(POOL.map(({ id }) => id).toSorted())
  expect(new Set(Array.from({ length: 50 }, () => draw(5).join())).size).toBeGreaterThan(30)
  expect(drawQuestions([], 3)).toEqual([])
})

test('what went badly is drawn more often than what went well, and what is new in between', () => {
  const random = new Random(3)
  const counts = new Map(POOL.map(({ id }) => [id, 0]))
  for (let time = 0; time < 4000; time += 1) {
    const [{ id }] = drawQuestions(POOL, 1, () => random.between(0, 1)) as [MockQuestion]
    counts.set(id, counts.get(id)! + 1)
  }
  // 4, 3, 2, 1 and 1 of 11.
  for (const [id, weight] of Object.entries({
    'trial/1': 4,
    'trial/2': 3,
    'trial/new': 2,
    'trial/3': 1,
    'trial/4': 1,
  })) {
    expect(counts.get(id)! / 4000).toBeCloseTo(weight / 11, 1)
  }
})

test('a session of it is a mock interview, and keeps how it runs', () => {
  const { db } = library()
  const settings = { ...USUAL_MOCK, thinkMs: 15_000 as const, limit: 60_000 as const }
  const session = SessionSchema.parse(
    startSession(db, {
      kind: 'mock',
      from: { kind: 'pack', packId: 'trial' },
      questionCount: 2,
      settings,
      startedAtMs: NOW_MS,
    }),
  )
  expect(session).toMatchObject({
    kind: 'mock',
    title: 'Mock interview',
    packId: 'trial',
    settings: { mock: settings },
    questionCount: 2,
  })
  expect(session.currentQuestionId).toBe(session.questions[0]!.id)
  const mixed = startSession(db, {
    kind: 'mock',
    from: { kind: 'scope' },
    questionCount: 30,
    settings,
    startedAtMs: NOW_MS,
  })
  expect(mixed).toMatchObject({ packId: null, questionCount: 5 })
})

test('there is no interview without a question', () => {
  const db = trialStore()
  expect(() =>
    startSession(db, {
      kind: 'mock',
      from: { kind: 'own' },
      questionCount: 3,
      settings: USUAL_MOCK,
      startedAtMs: NOW_MS,
    }),
  ).toThrow(NOT_FOUND)
})
