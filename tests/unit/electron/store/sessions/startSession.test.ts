import { expect, test } from 'vitest'
import type { Database } from '../../../../../electron/store/database/database'
import { savePack } from '../../../../../electron/store/questions/packs'
import { listSessions } from '../../../../../electron/store/sessions/listSessions'
import { changeLayer } from '../../../../../electron/store/questions/questionLayer'
import { openSession } from '../../../../../electron/store/sessions/openSession'
import { startSession } from '../../../../../electron/store/sessions/startSession'
import type { SessionStart } from '../../../../../electron/store/sessions/whatToAsk'
import { requests } from '../../../../../shared/contract'
import { SessionSchema } from '../../../../../shared/model'
import { NOW_MS, packOf, packQuestion, recordTake, trialStore } from '../fixture'

const NOT_FOUND = expect.objectContaining({ code: 'NOT_FOUND' }) as Error

const begin = (db: Database, start: SessionStart) =>
  SessionSchema.parse(startSession(db, { ...start, startedAtMs: NOW_MS }))

/** The packs `trial` (alpha, beta, gamma) and `other` (delta). */
function twoPacks(): Database {
  const db = trialStore()
  savePack(db, packOf([packQuestion('delta')], { id: 'other', title: 'Other', language: 'de' }))
  return db
}

test('a session of a pack has every question of it, in order, and its title', () => {
  const db = twoPacks()
  const session = begin(db, { kind: 'pack', packId: 'trial' })
  expect(session).toMatchObject({
    kind: 'pack',
    title: 'Trial',
    packId: 'trial',
    settings: {},
    startedAtMs: NOW_MS,
    finishedAtMs: null,
    questionCount: 3,
    answeredCount: 0,
    takeCount: 0,
    spokenMs: 0,
    currentQuestionId: 'trial/alpha',
  })
  expect(session.questions.map(({ id, position }) => [id, position])).toEqual([
    ['trial/alpha', 1],
    ['trial/beta', 2],
    ['trial/gamma', 3],
  ])
  expect(session.questions[0]).toMatchObject({
    whyTheyAsk: 'They want to see how you think.',
    exampleAnswers: [{ label: 'Two years in', text: 'I once worked on alpha.' }],
    talkingPoints: ['One point'],
    pitfalls: ['One pitfall'],
    tags: ['process', 'technical'],
    language: 'en',
    target: { shortestMs: 45_000, longestMs: 90_000 },
    takes: [],
  })
  expect(() => begin(db, { kind: 'pack', packId: 'nothing' })).toThrow(NOT_FOUND)
})

test('a pack that changes later changes no title and no list of a session', () => {
  const db = twoPacks()
  const session = begin(db, { kind: 'pack', packId: 'trial' })
  savePack(db, packOf([packQuestion('gamma')], { title: 'Trial, second edition' }))
  expect(openSession(db, { sessionId: session.id })).toEqual(session)
})

test('chosen questions of several packs are asked in the order in which they were chosen', () => {
  const db = twoPacks()
  const questionIds = ['trial/gamma', 'other/delta', 'trial/alpha']
  const session = begin(db, { kind: 'chosen', questionIds })
  expect(session).toMatchObject({ kind: 'chosen', title: 'Chosen questions', packId: null })
  expect(session.currentQuestionId).toBe('trial/gamma')
  expect(session.questions.map(({ id, position }) => [id, position])).toEqual(
    questionIds.map((id, index) => [id, index + 1]),
  )
  expect(session.questions.map(({ language }) => language)).toEqual(['en', 'de', 'en'])

  recordTake(db, session.id, 'other/delta')
  const [listed] = listSessions(db, { query: 'delta', before: null, limit: 5 }).sessions
  expect(listed).toMatchObject({
    id: session.id,
    title: 'Chosen questions',
    packId: null,
    questionCount: 3,
    answeredCount: 1,
    matches: [{ questionId: 'other/delta' }, { questionId: 'other/delta' }],
  })
})

test('chosen questions may be given a title; those of one pack know where they come from', () => {
  const db = twoPacks()
  const questionIds = ['trial/gamma', 'trial/alpha']
  expect(begin(db, { kind: 'chosen', questionIds })).toMatchObject({
    title: 'Chosen from Trial',
    packId: 'trial',
  })
  expect(begin(db, { kind: 'chosen', questionIds, title: 'Before Monday' }).title).toBe(
    'Before Monday',
  )
})

test('one question is called by its short title, else by itself, cut where it is long', () => {
  const db = twoPacks()
  const long = `${'Why, and then why, '.repeat(20)}?`
  savePack(
    db,
    packOf(
      [
        packQuestion('named', { shortTitle: 'The canal lock' }),
        packQuestion('plain'),
        packQuestion('long', { question: long }),
      ],
      { id: 'more' },
    ),
  )
  const titleOf = (id: string) => begin(db, { kind: 'one', questionId: `more/${id}` }).title
  expect(titleOf('named')).toBe('The canal lock')
  expect(titleOf('plain')).toBe('What about plain?')
  // The space before the dots goes.
  expect(titleOf('long')).toHaveLength(199)
  expect(titleOf('long')).toMatch(/^Why, and then why, .*…$/)
  expect(begin(db, { kind: 'one', questionId: 'more/named' })).toMatchObject({
    kind: 'one',
    packId: 'more',
    questionCount: 1,
    currentQuestionId: 'more/named',
  })
})

test('a question that has left its pack can still be practised', () => {
  const db = twoPacks()
  recordTake(db, begin(db, { kind: 'pack', packId: 'trial' }).id, 'trial/alpha')
  savePack(db, packOf([packQuestion('gamma')]))
  expect(begin(db, { kind: 'one', questionId: 'trial/alpha' }).questionCount).toBe(1)
})

test('of chosen questions those that are gone are left out', () => {
  const db = twoPacks()
  const questionIds = ['trial/omega', 'trial/gamma', 'other/delta', 'trial/alpha']
  db.prepare('UPDATE questions SET deleted_at_ms = ? WHERE id = ?').run(NOW_MS, 'other/delta')
  const session = begin(db, { kind: 'chosen', questionIds })
  expect(session).toMatchObject({
    title: 'Chosen from Trial',
    packId: 'trial',
    currentQuestionId: 'trial/gamma',
  })
  expect(session.questions.map(({ id, position }) => [id, position])).toEqual([
    ['trial/gamma', 1],
    ['trial/alpha', 2],
  ])
})

test('questions that are not there begin nothing', () => {
  const db = twoPacks()
  const questionIds = ['trial/psi', 'trial/omega']
  expect(() => begin(db, { kind: 'chosen', questionIds })).toThrow(NOT_FOUND)
  expect(() => begin(db, { kind: 'one', questionId: 'trial/omega' })).toThrow(NOT_FOUND)
  expect(db.prepare('SELECT count(*) FROM sessions').pluck().get()).toBe(0)
})

test.each<[string, unknown]>([
  ['nothing chosen', { kind: 'chosen', questionIds: [] }],
  ['a question twice', { kind: 'chosen', questionIds: ['trial/alpha', 'trial/alpha'] }],
  ['an id that is none', { kind: 'one', questionId: '../alpha' }],
  ['a title of spaces', { kind: 'chosen', questionIds: ['trial/alpha'], title: '  ' }],
  ['a title that is too long', { kind: 'chosen', questionIds: ['a/b'], title: 'x'.repeat(201) }],
  ['a kind that is none', { kind: 'today' }],
  ['no kind', { packId: 'trial' }],
  ['what belongs to another kind', { kind: 'pack', packId: 'trial', questionIds: ['a/b'] }],
])('the contract refuses %s', (_, input) => {
  expect(requests['sessions.start'].input.safeParse(input).success).toBe(false)
})

const positions = ({ questions }: { questions: { id: string }[] }) => questions.map(({ id }) => id)

test('a pack in random order asks all of it, and says so', () => {
  const db = trialStore()
  const orders = Array.from({ length: 60 }, () => begin(db, { kind: 'shuffled', packId: 'trial' }))
  expect(orders[0]).toMatchObject({ title: 'Trial, in random order', packId: 'trial' })
  for (const order of orders) {
    expect(positions(order).toSorted()).toEqual(['trial/alpha', 'trial/beta', 'trial/gamma'])
  }
  // Each of the six comes; that one of them does not has a chance of 1 in 9,000.
  expect(new Set(orders.map((order) => positions(order).join())).size).toBe(6)
})

test('questions that were found are called by what they were found by, without those not for the person', () => {
  const db = twoPacks()
  const [alpha, beta, delta] = ['trial/alpha', 'trial/beta', 'other/delta'] as const
  changeLayer(db, { questionId: alpha, layer: { isNotForMe: true } })
  const questionIds = [delta, alpha, beta]
  for (const [start, title] of [
    [{ kind: 'today', questionIds }, 'Today’s practice'],
    [{ kind: 'weak', questionIds }, 'Weak questions'],
    [{ kind: 'tag', tag: 'conflict', questionIds }, 'Tagged “conflict”'],
  ] as const) {
    const session = begin(db, start)
    expect(session).toMatchObject({ kind: start.kind, title, packId: null })
    expect(positions(session)).toEqual([delta, beta])
  }
  expect(begin(db, { kind: 'weak', questionIds: [beta] })).toMatchObject({
    title: 'Weak ones of Trial',
    packId: 'trial',
  })
  expect(() => begin(db, { kind: 'weak', questionIds: [alpha] })).toThrow(NOT_FOUND)
})
