import { expect, test } from 'vitest'
import { createPack } from '../../../../electron/store/questions/ownPacks'
import { createQuestion } from '../../../../electron/store/questions/ownQuestions'
import { changeSettings } from '../../../../electron/store/settings'
import { setSessionDeleted } from '../../../../electron/store/sessions/sessions'
import { writeMeasures } from '../../../../electron/store/takes/measures'
import {
  removeTakeRow,
  setBestTake,
  setTakeDeleted,
  setTakeRating,
} from '../../../../electron/store/takes/takes'
import type { Database } from '../../../../electron/store/database/database'
import type { Progress } from '../../../../shared/progress/progressRequests'
import { QuestionFieldsSchema } from '../../../../shared/questions/questionFields'
import { sampleMeasures } from '../../../helpers/sampleMeasures'
import { trialStore } from '../store/fixture'
import { daysAgoMs, NOW_MS, progressOf, say, sessionAt } from './fixture'

const MINUTE_MS = 60_000
const ALL_OF_TRIAL = ['trial/alpha', 'trial/beta', 'trial/gamma']

const read = (db: Database): Promise<Progress> => progressOf(db).progress.read(10)
const lastWeek = (progress: Progress) => progress.weeks.at(-1)!
const rowOf = (progress: Progress, id: string) => progress.rows.find((row) => row.id === id)!

test('nothing was said yet: twelve empty weeks, and every question is still to be said', async () => {
  const progress = await read(trialStore())
  expect(progress.today).toBe('2026-11-25')
  expect(progress.endsAtMs).toBe(new Date(2026, 10, 26, 4).getTime())
  expect(progress.weeks.map(({ day }) => day).slice(-2)).toEqual(['2026-11-16', '2026-11-23'])
  expect(progress.weeks).toHaveLength(12)
  expect(progress.weeks.every(({ takeCount, spokenMs }) => takeCount + spokenMs === 0)).toBe(true)
  expect(progress.standings).toEqual({ kept: 0, rated: 0, said: 0, unsaid: 3 })
  expect(progress.questionIds).toEqual(['trial/alpha', 'trial/beta', 'trial/gamma'])
  expect(rowOf(progress, 'trial/beta')).toMatchObject({
    takeCount: 0,
    lastSaidAtMs: null,
    days: Array.from({ length: 14 }, () => null),
  })
})

test('weeks run from Monday to Sunday, and turn at four in the morning', async () => {
  const db = trialStore()
  const session = sessionAt(db, daysAgoMs(3))
  say(db, session, { startedAtMs: new Date(2026, 10, 23, 3, 59).getTime() })
  say(db, session, { startedAtMs: new Date(2026, 10, 23, 4).getTime(), durationMs: 30_000 })
  const { weeks } = await read(db)
  expect(weeks.slice(-2).map(({ day, spokenMs, takeCount }) => [day, spokenMs, takeCount])).toEqual(
    [
      ['2026-11-16', 60_000, 1],
      ['2026-11-23', 30_000, 1],
    ],
  )
})

test('a take of a follow-up counts for the minutes, and for nothing else', async () => {
  const db = trialStore()
  const said = { startedAtMs: daysAgoMs(0), measures: { timeToFirstWordMs: 9000 } }
  say(db, sessionAt(db, daysAgoMs(0)), { ...said, followUp: 'And then?', rating: 4 })
  const progress = await read(db)
  expect(lastWeek(progress)).toMatchObject({ spokenMs: MINUTE_MS, takeCount: 1, measuredCount: 0 })
  expect(lastWeek(progress).timeToFirstWordMs).toBeNull()
  expect(progress.standings).toEqual({ kept: 0, rated: 0, said: 0, unsaid: 3 })
})

test('the medians of a week are of what could be measured well', async () => {
  const db = trialStore()
  const session = sessionAt(db, daysAgoMs(1))
  const startedAtMs = daysAgoMs(1)
  const hear = (measures: Parameters<typeof sampleMeasures>[0]) =>
    say(db, session, { startedAtMs, measures: { pauses: [], ...measures } })
  hear({ timeToFirstWordMs: 1000, longestPauseMs: 400, paceWpm: { low: 100, high: 120 } })
  hear({ timeToFirstWordMs: 2000, longestPauseMs: 600, paceWpm: null })
  hear({ timeToFirstWordMs: 9000, longestPauseMs: 3000, paceWpm: { low: 140, high: 160 } })
  hear({ timeToFirstWordMs: 90_000, tooQuiet: true })
  hear({ timeToFirstWordMs: null, longestPauseMs: 0, paceWpm: null })
  say(db, session, { startedAtMs })
  const week = lastWeek(await read(db))
  expect(week).toMatchObject({
    takeCount: 6,
    measuredCount: 3,
    timeToFirstWordMs: 2000,
    longestPauseMs: 600,
    paceWpm: 130,
  })
})

test('questions stand by what was said, rated and kept; the best first, then the last said', async () => {
  const db = trialStore()
  const session = sessionAt(db, daysAgoMs(5))
  say(db, session, { startedAtMs: daysAgoMs(5), questionId: 'trial/gamma', isBest: true })
  say(db, session, { startedAtMs: daysAgoMs(5), questionId: 'trial/beta', rating: 2 })
  say(db, session, { startedAtMs: daysAgoMs(4), questionId: 'trial/beta' })
  say(db, session, { startedAtMs: daysAgoMs(1), questionId: 'trial/alpha' })
  const progress = await read(db)
  expect(progress.questionIds).toEqual(['trial/gamma', 'trial/beta', 'trial/alpha'])
  expect(progress.standings).toEqual({ kept: 1, rated: 1, said: 1, unsaid: 0 })
  expect(rowOf(progress, 'trial/beta')).toMatchObject({
    standing: 'rated',
    takeCount: 2,
    lastSaidAtMs: daysAgoMs(4),
    lastRating: 2,
  })
})

test('a day has the rating of its best take, else of the last one that was rated', async () => {
  const db = trialStore()
  const session = sessionAt(db, daysAgoMs(13))
  const at = (days: number, minutes: number) => daysAgoMs(days) + minutes * MINUTE_MS
  say(db, session, { startedAtMs: at(13, 0), rating: 1 })
  say(db, session, { startedAtMs: at(13, 40), rating: 3 })
  say(db, session, { startedAtMs: at(13, 80) })
  say(db, session, { startedAtMs: at(2, 0), rating: 4, isBest: true })
  say(db, session, { startedAtMs: at(2, 1), rating: 1 })
  say(db, session, { startedAtMs: at(0, 0) })
  // Longer ago than the strip reaches.
  say(db, session, { startedAtMs: at(14, 0), rating: 2 })
  const { days } = rowOf(await read(db), 'trial/alpha')
  expect(days).toHaveLength(14)
  expect(days[0]).toEqual({ takeCount: 3, rating: 3 })
  expect(days[11]).toEqual({ takeCount: 2, rating: 4 })
  expect(days[13]).toEqual({ takeCount: 1, rating: null })
  expect(days.filter((day) => day !== null)).toHaveLength(3)
})

test('what is stored is not summed up again; after a change only what it is about', async () => {
  const db = trialStore()
  const session = sessionAt(db, daysAgoMs(0))
  const takeId = say(db, session, { startedAtMs: daysAgoMs(0) })
  say(db, session, { startedAtMs: daysAgoMs(0), questionId: 'trial/beta' })
  const { progress, made } = progressOf(db)
  await progress.read(10)
  await progress.read(10)
  expect(made).toEqual([{ weeks: 12, questionIds: ['trial/alpha', 'trial/beta'] }])
  setTakeRating(db, { takeId, rating: 3 })
  expect((await progress.read(10)).standings.rated).toBe(1)
  expect(made.slice(1)).toEqual([{ weeks: 1, questionIds: ['trial/alpha'] }])
})

const CHANGES: Record<string, (db: Database, takeId: string, sessionId: string) => void> = {
  'a rating': (db, takeId) => setTakeRating(db, { takeId, rating: 1 }),
  'a rating taken back': (db, takeId) => setTakeRating(db, { takeId, rating: null }),
  'a best take': (db, takeId) => setBestTake(db, { takeId, isBest: true }),
  'a take hidden': (db, takeId) => setTakeDeleted(db, { takeId, deletedAtMs: NOW_MS }),
  'a take that comes back': (db, takeId) => {
    setTakeDeleted(db, { takeId, deletedAtMs: NOW_MS })
    setTakeDeleted(db, { takeId, deletedAtMs: null })
  },
  'a take that is gone': (db, takeId) => removeTakeRow(db, takeId),
  'a session hidden': (db, _, sessionId) =>
    setSessionDeleted(db, { sessionId, deletedAtMs: NOW_MS }),
  'a session that is gone': (db, _, sessionId) =>
    void db.prepare('DELETE FROM sessions WHERE id = ?').run(sessionId),
  'another take': (db, takeId) => {
    const { session_id: id } = db
      .prepare<[string], { session_id: string }>('SELECT session_id FROM takes WHERE id = ?')
      .get(takeId)!
    say(db, { id } as Parameters<typeof say>[1], { startedAtMs: daysAgoMs(8), rating: 4 })
  },
  measures: (db, takeId) =>
    writeMeasures(db, takeId, sampleMeasures({ timeToFirstWordMs: 7000, longestPauseMs: 1 })),
  'no measures any more': (db, takeId) =>
    void db.prepare('DELETE FROM measures WHERE take_id = ?').run(takeId),
}

test.each(Object.entries(CHANGES))('%s: what is stored is as if made anew', async (_, change) => {
  const db = trialStore()
  const session = sessionAt(db, daysAgoMs(9))
  const measures = { timeToFirstWordMs: 1500 }
  const takeId = say(db, session, { startedAtMs: daysAgoMs(9), rating: 3, measures })
  say(db, sessionAt(db, daysAgoMs(1)), { startedAtMs: daysAgoMs(1), rating: 2, measures })
  const before = await read(db)
  change(db, takeId, session.id)
  const after = await read(db)
  const fresh = trialCopyOf(db)
  expect(after).toEqual(await read(fresh))
  if (_ !== 'a take that comes back') expect(after).not.toEqual(before)
})

/** The same library, without anything that was summed up. */
function trialCopyOf(db: Database): Database {
  const copy = trialStore()
  const from = (table: string) =>
    db.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all()
  for (const table of ['sessions', 'session_questions', 'takes', 'measures']) {
    for (const row of from(table)) {
      const columns = Object.keys(row)
      const values = columns.map((column) => `@${column}`).join(', ')
      copy.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values})`).run(row)
    }
  }
  return copy
}

test('what changes while it is summed up elsewhere is summed up once more', async () => {
  const db = trialStore()
  const session = sessionAt(db, daysAgoMs(0))
  const takeId = say(db, session, { startedAtMs: daysAgoMs(0) })
  const { sumUp } = await import('../../../../electron/progress/makeSummaries')
  let times = 0
  const { progress } = progressOf(db, {
    make: (wanted) => {
      const summaries = sumUp(db, wanted)
      // Each time, and so the last word is this thread's.
      times += 1
      setTakeRating(db, { takeId, rating: times % 2 === 0 ? 2 : 4 })
      return Promise.resolve(summaries)
    },
  })
  expect(rowOf(await progress.read(10), 'trial/alpha')).toMatchObject({ lastRating: 2 })
  expect(times).toBe(2)
})

test('of what was deleted for good nothing is left in what is stored', async () => {
  const db = trialStore()
  const session = sessionAt(db, daysAgoMs(1))
  const takeId = say(db, session, { startedAtMs: daysAgoMs(1), rating: 4, durationMs: 61_234 })
  await read(db)
  const stored = () =>
    JSON.stringify([
      db.prepare('SELECT summary, sessions FROM progress_weeks').all(),
      db.prepare('SELECT summary FROM progress_questions').all(),
    ])
  for (const part of [takeId, session.id, '61234']) expect(stored()).toContain(part)
  removeTakeRow(db, takeId)
  for (const part of [takeId, session.id, '61234', String(daysAgoMs(1))])
    expect(stored()).not.toContain(part)
})

test('a week has its sessions, the newest first, each from its first take of the week', async () => {
  const db = trialStore()
  const [older, newer] = [sessionAt(db, daysAgoMs(2)), sessionAt(db, daysAgoMs(1))]
  const first = say(db, older, { startedAtMs: daysAgoMs(2) })
  say(db, older, { startedAtMs: daysAgoMs(2), durationMs: 5000 })
  const second = say(db, newer, { startedAtMs: daysAgoMs(1) })
  const { progress } = progressOf(db)
  const { week, sessions, sessionCount } = await progress.week('2026-11-23')
  expect(week).toMatchObject({ day: '2026-11-23', takeCount: 3, spokenMs: 125_000 })
  expect(sessionCount).toBe(2)
  expect(sessions).toEqual([
    expect.objectContaining({ sessionId: newer.id, firstTakeId: second, takeCount: 1 }),
    expect.objectContaining({ sessionId: older.id, firstTakeId: first, spokenMs: 65_000 }),
  ])
  expect(sessions[0]).toMatchObject({ title: 'Trial', startedAtMs: daysAgoMs(1) })
  await expect(progress.week('2026-11-24')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  await expect(progress.week('2020-01-06')).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

test('a new week is another one; the one before stays stored, the oldest is forgotten', async () => {
  const db = trialStore()
  say(db, sessionAt(db, daysAgoMs(0)), { startedAtMs: daysAgoMs(0) })
  await read(db)
  const nextWeek = new Date(2026, 10, 30, 4).getTime()
  const { progress, made } = progressOf(db, { now: () => nextWeek })
  const { weeks } = await progress.read(0)
  expect(made).toEqual([{ weeks: 1, questionIds: [] }])
  expect(weeks.slice(-2).map(({ takeCount }) => takeCount)).toEqual([1, 0])
  expect(db.prepare('SELECT count(*) FROM progress_weeks').pluck().get()).toBe(12)
})

test('tables of another form are made again, by whoever opens them next', async () => {
  const db = trialStore()
  say(db, sessionAt(db, daysAgoMs(0)), { startedAtMs: daysAgoMs(0) })
  const { openSummaries } = await import('../../../../electron/progress/summaryTables')
  db.exec('CREATE TABLE progress_weeks (something TEXT)')
  openSummaries(db, 'Europe/Berlin')
  expect(lastWeek(await read(db)).takeCount).toBe(1)
})

test('what is not for the person, or asked by them, is not among the questions', async () => {
  const db = trialStore()
  db.exec(`
    INSERT INTO packs (id, title, description, language, digest)
      VALUES ('questions-to-ask', 'To ask', '', 'en', '');
    INSERT INTO questions (id, pack_id, position, question, why_they_ask, example_answers,
      talking_points, pitfalls, tags, target_shortest_ms, target_longest_ms)
      VALUES ('questions-to-ask/one', 'questions-to-ask', 1, 'Why?', '', '[]', '[]', '[]', '[]', 1, 2);
    UPDATE questions SET is_not_for_me = 1 WHERE id = 'trial/gamma'`)
  expect((await read(db)).questionIds).toEqual(['trial/alpha', 'trial/beta'])
})

test('of what one practises for, once that is chosen; before that of all but what one asks', async () => {
  const db = trialStore()
  const packId = createPack(db, { title: 'Mine' })
  const fields = QuestionFieldsSchema.parse({ question: 'Why us?' })
  const { questionId } = createQuestion(db, { into: { packId }, fields })
  expect((await read(db)).questionIds).toEqual([questionId, ...ALL_OF_TRIAL])
  changeSettings(db, { practiceScope: { packIds: ['trial'], includesOwn: false } })
  expect((await read(db)).questionIds).toEqual(ALL_OF_TRIAL)
  changeSettings(db, { practiceScope: { packIds: [], includesOwn: true } })
  const { questionIds, standings } = await read(db)
  expect(questionIds).toEqual([questionId])
  expect(standings).toEqual({ kept: 0, rated: 0, said: 0, unsaid: 1 })
})

test('in another time zone the days of every question are found anew, once', async () => {
  const db = trialStore()
  say(db, sessionAt(db, daysAgoMs(1)), { startedAtMs: daysAgoMs(1), rating: 3 })
  let timeZone = 'Europe/Berlin'
  const { progress, made } = progressOf(db, { timeZone: () => timeZone })
  const before = await progress.read(10)
  timeZone = 'Asia/Tokyo'
  expect(await progress.read(10)).toEqual(before)
  await progress.read(10)
  expect(made).toEqual([
    { weeks: 12, questionIds: ['trial/alpha'] },
    { weeks: 0, questionIds: ['trial/alpha'] },
  ])
})

test('a day is there however many takes it has, and costs no more for it', async () => {
  const db = trialStore()
  const session = sessionAt(db, daysAgoMs(1))
  for (let minute = 0; minute < 300; minute += 1)
    say(db, session, { startedAtMs: daysAgoMs(1) + minute * MINUTE_MS })
  const { days } = rowOf(await read(db), 'trial/alpha')
  expect(days[12]).toEqual({ takeCount: 300, rating: null })
  const summary = db.prepare('SELECT summary FROM progress_questions').pluck().get() as string
  expect(summary.length).toBeLessThan(300)
})
