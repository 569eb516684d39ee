import { expect, test } from 'vitest'
import { TodaysPractice } from '../../../../electron/practice/todaysPractice'
import { createPack } from '../../../../electron/store/questions/ownPacks'
import { tagQuestions } from '../../../../electron/store/questions/ownQuestions'
import { hideQuestions } from '../../../../electron/store/questions/hiddenQuestions'
import { changeLayer } from '../../../../electron/store/questions/questionLayer'
import { savePack } from '../../../../electron/store/questions/packs'
import { setSessionDeleted } from '../../../../electron/store/sessions/sessions'
import { changeSettings } from '../../../../electron/store/settings'
import { writeOutlineTicks } from '../../../../electron/store/takes/outlineTicks'
import { setTakeDeleted, setTakeRating } from '../../../../electron/store/takes/takes'
import { practiceRequests, type Today } from '../../../../shared/practice/practiceRequests'
import { memoryStore, packOf, packQuestion } from '../store/fixture'
import { ownPack, ownQuestion } from '../store/questions/ownFixture'
import { daysAgo, EVENING_MS, hoursOn, practiceOf, say, TODAY } from './practiceFixture'

const listed = ({ questions }: Today) => questions.map(({ questionId }) => questionId)
const reasonOf = (today: Today, questionId: string) =>
  today.questions.find((question) => question.questionId === questionId)?.reason

test('a new library is asked its first questions, and is told what it is told', async () => {
  const { practice } = practiceOf(19)
  const today = await practice.today(EVENING_MS)
  expect(practiceRequests['practice.today'].output.parse(today)).toEqual(today)
  expect(today).toMatchObject({
    day: TODAY,
    endsAtMs: new Date(2026, 10, 11, 4).getTime(),
    minutes: 20,
    interview: null,
    phase: 'noDate',
    state: 'open',
    putOffCount: 0,
    done: { questionCount: 0, takeCount: 0, spokenMs: 0 },
  })
  expect(today.questions[0]).toEqual({
    questionId: 'trial/q1',
    question: 'What about q1?',
    shortTitle: null,
    language: 'en',
    packTitle: 'Trial',
    costMs: 202_500,
    reason: { kind: 'new' },
    isSaid: false,
    isShrinkingOffered: false,
  })
})

test('saying a question ticks it off, and changes nothing else all day long', async () => {
  const { db, practice } = practiceOf(19)
  say(db, 'trial/q9', { atMs: daysAgo(3), rating: 2 })
  say(db, 'trial/q8', { atMs: daysAgo(1), rating: 1 })
  const before = await practice.today(EVENING_MS)
  expect(listed(before).slice(0, 2)).toEqual(['trial/q8', 'trial/q9'])
  say(db, 'trial/q8', { atMs: hoursOn(0), rating: 4 })
  say(db, 'trial/q19', { atMs: hoursOn(0), rating: 1 })
  const after = await practice.today(hoursOn(1))
  expect(listed(after)).toEqual(listed(before))
  expect(after.questions[0]).toEqual({ ...before.questions[0], isSaid: true })
  expect(after.questions.slice(1)).toEqual(before.questions.slice(1))
  expect(after.remainingMs).toBe(before.remainingMs - (before.questions[0]?.costMs ?? 0))
  expect(after.done).toEqual({ questionCount: 2, takeCount: 2, spokenMs: 120_000 })
  // Half past one in the night belongs to the evening; at 4 it is another day.
  expect(listed(await practice.today(hoursOn(5.5)))).toEqual(listed(before))
  expect(listed(await practice.today(hoursOn(8)))[0]).toBe('trial/q19')
})

test('a finished day says when the next questions come, and has one more', async () => {
  const { db, practice } = practiceOf(19)
  for (const questionId of listed(await practice.today(EVENING_MS))) {
    say(db, questionId, { atMs: EVENING_MS, rating: 3 })
  }
  const done = await practice.today(hoursOn(1))
  expect(done).toMatchObject({ state: 'done', remainingMs: 0 })
  expect(done.next).toMatchObject({ day: '2026-11-11' })
  expect(done.oneMore?.questionId).toBe(`trial/q${String(done.questions.length + 1)}`)
})

test('"Not today" leaves a question out till tomorrow, and can be undone', async () => {
  const { practice } = practiceOf(19)
  const before = await practice.today(EVENING_MS)
  practice.putOff({ questionId: 'trial/q2', isPutOff: true }, EVENING_MS)
  const without = await practice.today(EVENING_MS)
  expect(listed(without)).toEqual(listed(before).filter((id) => id !== 'trial/q2'))
  expect(without.putOffCount).toBe(1)
  practice.putOff({ questionId: 'trial/q2', isPutOff: false }, EVENING_MS)
  expect(await practice.today(EVENING_MS)).toEqual(before)
  for (const questionId of listed(before))
    practice.putOff({ questionId, isPutOff: true }, EVENING_MS)
  expect(await practice.today(EVENING_MS)).toMatchObject({ state: 'nothingDue', questions: [] })
  expect(listed(await practice.today(hoursOn(24)))).toEqual(listed(before))
  expect(() => practice.putOff({ questionId: 'trial/none', isPutOff: true }, EVENING_MS)).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }),
  )
})

test('each question says why it is there', async () => {
  const { db, practice } = practiceOf(8)
  changeSettings(db, { practiceMinutes: 120 })
  say(db, 'trial/q1', { atMs: daysAgo(2), rating: 1 })
  const { takeId } = say(db, 'trial/q2', { atMs: daysAgo(4), rating: 2 })
  writeOutlineTicks(db, { takeId, lines: [{ line: 'Result', isSaid: false }] })
  say(db, 'trial/q3', { atMs: daysAgo(4), rating: 2 })
  say(db, 'trial/q4', { atMs: daysAgo(9), rating: 3 })
  say(db, 'trial/q5', { atMs: daysAgo(4), rating: 3 })
  changeLayer(db, { questionId: 'trial/q5', layer: { isStarred: true } })
  say(db, 'trial/q6', { atMs: daysAgo(4), rating: 2 })
  tagQuestions(db, { questionIds: ['trial/q6'], add: ['asked'], remove: [] })
  const today = await practice.today(EVENING_MS)
  expect(listed(today)[0]).toBe('trial/q6')
  expect(Object.fromEntries(listed(today).map((id) => [id, reasonOf(today, id)]))).toEqual({
    'trial/q6': { kind: 'asked' },
    'trial/q1': { kind: 'rated', rating: 1, day: '2026-11-08', daysAgo: 2 },
    'trial/q2': { kind: 'leftOut', line: 'Result' },
    'trial/q3': { kind: 'rated', rating: 2, day: '2026-11-06', daysAgo: 4 },
    'trial/q4': { kind: 'notSaid', days: 9 },
    'trial/q5': { kind: 'starred' },
    'trial/q7': { kind: 'new' },
    'trial/q8': { kind: 'new' },
  })
  const offered = today.questions.filter(({ isShrinkingOffered }) => isShrinkingOffered)
  expect(offered.map(({ questionId }) => questionId).toSorted()).toEqual([
    'trial/q1',
    'trial/q2',
    'trial/q3',
    'trial/q6',
  ])
})

test('what is deleted, retired or not for the person never comes', async () => {
  const { db, practice } = practiceOf(3)
  const own = ownPack(db, 'Mine', ['About Acme?', 'About Beta?'])
  changeSettings(db, { practiceScope: { packIds: ['trial'], includesOwn: true } })
  expect(listed(await practice.today(EVENING_MS))).toHaveLength(4)
  changeLayer(db, { questionId: 'trial/q1', layer: { isNotForMe: true } })
  savePack(db, packOf(['q1', 'q2'].map((id) => packQuestion(id))))
  hideQuestions(db, { questionIds: [own.ids[0] ?? ''], deletedAtMs: 1, withTakes: false })
  expect(listed(await practice.today(EVENING_MS)).toSorted()).toEqual(
    [own.ids[1] ?? '', 'trial/q2'].toSorted(),
  )
})

test('only what one practises for comes, and packs of one’s own that are made later too', async () => {
  const { db, practice } = practiceOf(2)
  const { packId } = ownPack(db, 'Mine', ['About Acme?'])
  const own = async () =>
    listed(await practice.today(EVENING_MS)).filter((id) => !id.startsWith('trial/'))
  expect(await own()).toHaveLength(1) // nothing was chosen
  changeSettings(db, { practiceScope: { packIds: [], includesOwn: true } })
  expect(listed(await practice.today(EVENING_MS))).toHaveLength(1)
  const later = ownQuestion(db, createPack(db, { title: 'Later' }), 'About Gamma?')
  expect(await own()).toContain(later)
  expect(listed(await practice.today(EVENING_MS))).toHaveLength(2)
  changeSettings(db, { practiceScope: { packIds: [packId], includesOwn: false } })
  expect(listed(await practice.today(EVENING_MS))).toHaveLength(1)
  // Packs that are gone leave nobody without questions.
  changeSettings(db, { practiceScope: { packIds: ['gone'], includesOwn: false } })
  expect(listed(await practice.today(EVENING_MS))).toEqual(
    expect.arrayContaining(['trial/q1', 'trial/q2']),
  )
  expect(await new TodaysPractice(memoryStore(), () => null).today(EVENING_MS)).toMatchObject({
    state: 'noQuestions',
    next: null,
    oneMore: null,
  })
})

test('the nearest interview and what it is for plan the evening', async () => {
  const scope = { packIds: [], includesOwn: true }
  const { db, practice } = practiceOf(9, () => ({ date: '2026-11-11', scope }))
  ownPack(db, 'Mine', ['A?', 'B?', 'C?', 'D?'])
  const today = await practice.today(EVENING_MS)
  expect(today).toMatchObject({
    phase: 'dayBefore',
    interview: { date: '2026-11-11', daysLeft: 1 },
    oneMore: null,
  })
  expect(today.questions).toHaveLength(3)
  expect(listed(today).some((id) => id.startsWith('trial/'))).toBe(false)
})

test('a stored summary goes with whatever makes it out of date', async () => {
  const { db, practice } = practiceOf(5)
  const stored = () => db.prepare('SELECT count(*) FROM practice_summaries').pluck().get()
  const { takeId, sessionId } = say(db, 'trial/q1', { atMs: daysAgo(1), rating: 3 })
  const same = async () => {
    const kept = await practice.today(EVENING_MS)
    expect(stored()).toBe(5)
    db.exec('DELETE FROM practice_summaries')
    expect(await new TodaysPractice(db, () => null).today(EVENING_MS)).toEqual(kept)
  }
  await same()
  setTakeRating(db, { takeId, rating: 1 })
  expect(stored()).toBe(4)
  expect(listed(await practice.today(EVENING_MS))[0]).toBe('trial/q1')
  await same()
  for (const deletedAtMs of [1, null]) {
    setTakeDeleted(db, { takeId, deletedAtMs })
    expect(stored()).toBe(4)
    await same()
    setSessionDeleted(db, { sessionId, deletedAtMs })
    expect(stored()).toBe(4)
    await same()
  }
  say(db, 'trial/q2', { atMs: daysAgo(2) })
  expect(stored()).toBe(4)
  await same()
  savePack(
    db,
    packOf(
      ['q1', 'q2', 'q3', 'q4', 'q5'].map((id) => packQuestion(id, { targetSeconds: [10, 20] })),
    ),
  )
  expect(stored()).toBe(0)
  await same()
  db.prepare('DELETE FROM sessions WHERE id = ?').run(sessionId)
  expect(stored()).toBe(4)
  await same()
})

test('what was said to a follow-up is neither said nor learned', async () => {
  const { db, practice } = practiceOf(5)
  const before = await practice.today(EVENING_MS)
  say(db, 'trial/q1', { atMs: daysAgo(1), rating: 1, followUp: 'And then?' })
  say(db, 'trial/q1', { atMs: EVENING_MS, followUp: 'And then?' })
  expect(await practice.today(EVENING_MS)).toEqual(before)
})

test(
  'on a disk that takes nothing any more it is told all the same',
  { timeout: 20_000 },
  async () => {
    const { db, practice } = practiceOf(400)
    say(db, 'trial/q9', { atMs: daysAgo(3), rating: 1 })
    const pages = db.pragma('page_count', { simple: true }) as number
    db.pragma(`max_page_count = ${String(pages)}`)
    // What is still free within the file is used up too.
    const fill = db.prepare(
      'INSERT INTO settings (key, value) VALUES (?, json_quote(hex(zeroblob(200))))',
    )
    expect(() => {
      for (let number = 0; ; number += 1) fill.run(`filler-${String(number)}`)
    }).toThrow(/full/)
    expect(listed(await practice.today(EVENING_MS))[0]).toBe('trial/q9')
  },
)
