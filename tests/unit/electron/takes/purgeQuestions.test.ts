import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { scrubBackups } from '../../../../electron/backups/scrubBackups'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { discardDraft, keepDraft } from '../../../../electron/store/questions/drafts'
import {
  hidePack,
  hideQuestions,
  showPack,
  showQuestions,
} from '../../../../electron/store/questions/hiddenQuestions'
import { listPackSummaries } from '../../../../electron/store/questions/packSummaries'
import { createPack } from '../../../../electron/store/questions/ownPacks'
import { createQuestion } from '../../../../electron/store/questions/ownQuestions'
import { readQuestionCard } from '../../../../electron/store/questions/questionCard'
import { changeLayer } from '../../../../electron/store/questions/questionLayer'
import { listSessions } from '../../../../electron/store/sessions/listSessions'
import { openSession } from '../../../../electron/store/sessions/openSession'
import { startSession } from '../../../../electron/store/sessions/startSession'
import { findTake, setTakeDeleted } from '../../../../electron/store/takes/takes'
import { UNDO_MS } from '../../../../shared/defaults'
import { QuestionFieldsSchema } from '../../../../shared/questions/questionFields'
import { filesBelow } from '../../../helpers/library'
import { backUp, NOW_MS } from '../store/fixture'
import { ownPack, ownQuestion } from '../store/questions/ownFixture'
import { purgeIn, refOf, storedTake, studioOnDisk, type Studio } from './fixture'

const WORDS = 'Wirsingbratschenmarker'
const GONE_AFTER_MS = UNDO_MS + 5000

beforeEach(() => {
  vi.useFakeTimers({ now: NOW_MS, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A pack whose every word is a marker, with a question that was answered and one that was not. */
function shelf() {
  const room = studioOnDisk()
  const { db, dataFolder } = room
  const packId = createPack(db, { title: `${WORDS} pack` })
  const more = { tags: [WORDS], pitfalls: [`${WORDS} pitfall`], shortTitle: WORDS }
  const said = ownQuestion(db, packId, 'What was said?', more)
  const unsaid = ownQuestion(db, packId, `${WORDS} unsaid?`, more)
  for (const questionId of [said, unsaid]) {
    changeLayer(db, { questionId, layer: { outline: [WORDS], tags: [`${WORDS} tag`] } })
    keepDraft(db, { questionId, draft: { question: `${WORDS} draft` } })
  }
  const questionIds = [said, unsaid]
  const { id: sessionId } = startSession(db, {
    kind: 'chosen',
    questionIds,
    title: 'Mine',
    startedAtMs: NOW_MS,
  })
  const take = storedTake({ ...room, sessionId }, { questionId: said })
  room.records.flush()
  backUp(dataFolder)
  const scrub = (): Promise<boolean> => {
    const ids = db.prepare<[], string>('SELECT id FROM tombstones').pluck().all()
    if (ids.length === 0) return Promise.resolve(false)
    const { backups: folder, damaged: damagedFolder } = dataFolderAt(dataFolder)
    scrubBackups({ folder, damagedFolder, ids })
    db.exec('DELETE FROM tombstones')
    return Promise.resolve(true)
  }
  return { room, db, packId, said, unsaid, sessionId, take, purge: purgeIn(room, { scrub }) }
}

const placesOf = ({ dataFolder, records }: Studio, text: string) => {
  records.flush()
  return filesBelow(dataFolder).filter((file) => readFileSync(file).includes(text))
}

const hide = (deletedAtMs: number) => ({ deletedAtMs, withTakes: false })

test('a deleted question is back with everything when that is undone in time', async () => {
  const { db, said, purge } = shelf()
  const before = readQuestionCard(db, said)
  hideQuestions(db, { questionIds: [said], ...hide(Date.now()) })
  expect(before.isDeleted).toBe(false)
  expect(readQuestionCard(db, said).isDeleted).toBe(true)
  purge.schedule()
  expect(() => startSession(db, { kind: 'one', questionId: said, startedAtMs: NOW_MS })).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }) as Error,
  )
  await vi.advanceTimersByTimeAsync(UNDO_MS)
  showQuestions(db, [said])
  await vi.advanceTimersByTimeAsync(GONE_AFTER_MS)
  expect(readQuestionCard(db, said)).toEqual(before)
})

test('once it cannot be undone not one byte is left but the words of what was answered', async () => {
  const { room, db, said, unsaid, sessionId, take, purge } = shelf()
  expect(placesOf(room, WORDS).some((file) => file.includes('backups'))).toBe(true)
  hideQuestions(db, { questionIds: [said, unsaid], ...hide(Date.now()) })
  purge.schedule()
  await vi.advanceTimersByTimeAsync(GONE_AFTER_MS)
  room.records.flush()

  expect(() => showQuestions(db, [said])).toThrow(
    expect.objectContaining({ code: 'NOT_FOUND' }) as Error,
  )
  expect(openSession(db, { sessionId }).questions).toMatchObject([
    { id: said, question: 'What was said?', shortTitle: null, tags: [], takes: [{ id: take.id }] },
  ])
  const { sessions } = listSessions(db, { query: 'what was said', before: null, limit: 5 })
  expect(sessions).toHaveLength(1)
  expect(placesOf(room, unsaid)).toEqual([])
  // The pack is there still, and its name with it.
  expect(placesOf(room, `${WORDS} unsaid`)).toEqual([])
  expect(placesOf(room, `${WORDS} draft`)).toEqual([])
  expect(placesOf(room, `${WORDS} tag`)).toEqual([])
  expect(placesOf(room, `${WORDS} pitfall`)).toEqual([])
})

test('takes that are deleted along come back along, and others do not', () => {
  const { room, db, said, sessionId, take } = shelf()
  const before = storedTake({ ...room, sessionId }, { questionId: said })
  setTakeDeleted(db, { takeId: before.id, deletedAtMs: NOW_MS - 1 })
  hideQuestions(db, { questionIds: [said], deletedAtMs: NOW_MS, withTakes: true })
  expect(findTake(db, take.id)).toMatchObject({ deletedAtMs: NOW_MS })
  showQuestions(db, [said])
  expect(findTake(db, take.id)).toMatchObject({ deletedAtMs: null })
  expect(findTake(db, before.id)).toMatchObject({ deletedAtMs: NOW_MS - 1 })
})

test('a pack that is deleted with its takes is gone, and every word of it', async () => {
  const { room, db, packId, said, unsaid, sessionId, take, purge } = shelf()
  hidePack(db, { packId, deletedAtMs: Date.now(), withTakes: true })
  expect(listPackSummaries(db).map(({ id }) => id)).toEqual(['trial'])
  expect(readQuestionCard(db, said).isDeleted).toBe(true)
  showPack(db, packId)
  expect(findTake(db, take.id)).toMatchObject({ deletedAtMs: null })
  expect(listPackSummaries(db)).toMatchObject([{ id: packId, questionCount: 2 }, { id: 'trial' }])

  hidePack(db, { packId, deletedAtMs: Date.now(), withTakes: true })
  purge.schedule()
  await vi.advanceTimersByTimeAsync(GONE_AFTER_MS)
  await vi.advanceTimersByTimeAsync(GONE_AFTER_MS)
  for (const trace of [WORDS, 'What was said?', packId, said, unsaid, sessionId, take.id])
    expect(placesOf(room, trace)).toEqual([])
})

test('of a pack whose takes stay the name alone is left, for as long as they do', async () => {
  const { room, db, packId, said, take, purge } = shelf()
  hidePack(db, { packId, deletedAtMs: Date.now(), withTakes: false })
  purge.schedule()
  await vi.advanceTimersByTimeAsync(GONE_AFTER_MS)
  expect(listPackSummaries(db).map(({ id }) => id)).toEqual(['trial'])
  expect(existsSync(room.files.audio(refOf(take)))).toBe(true)
  expect(readQuestionCard(db, said)).toMatchObject({
    question: { question: 'What was said?' },
    pack: { title: `${WORDS} pack` },
    isDeleted: true,
  })
  setTakeDeleted(db, { takeId: take.id, deletedAtMs: Date.now() })
  await purge.removeEverythingDeleted()
  await purge.removeEverythingDeleted()
  expect(placesOf(room, WORDS)).toEqual([])
})

test('a form that is left behind on purpose leaves no word in a backup', async () => {
  const { room, db, purge } = shelf()
  keepDraft(db, { questionId: null, draft: { question: 'Zwirbelkauzmarker' } })
  room.records.flush()
  backUp(room.dataFolder, NOW_MS + 1000)
  expect(placesOf(room, 'Zwirbelkauzmarker').length).toBeGreaterThan(1)
  expect(discardDraft(db, null)).toBe(true)
  expect(discardDraft(db, null)).toBe(false)
  await purge.removeEverythingDeleted()
  expect(placesOf(room, 'Zwirbelkauzmarker')).toEqual([])
})

test('words that were taken out of a form leave the backups though nothing else is deleted', async () => {
  const { room, db, purge } = shelf()
  await purge.removeEverythingDeleted()
  keepDraft(db, { questionId: null, draft: { question: 'Zwirbelkauzmarker' } })
  room.records.flush()
  backUp(room.dataFolder, NOW_MS + 1000)
  const fields = QuestionFieldsSchema.parse({ question: 'Why?' })
  createQuestion(db, { into: { title: 'Other' }, fields })
  purge.scheduleForWords()
  await vi.advanceTimersByTimeAsync(GONE_AFTER_MS)
  expect(placesOf(room, 'Zwirbelkauzmarker')).toEqual([])
})

test('thousands of questions go at once', { timeout: 60_000 }, async () => {
  const { db, room, purge } = shelf()
  const { packId, ids } = ownPack(db, 'Many', ['One?'])
  db.exec(`WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers LIMIT 3000)
    INSERT INTO questions (id, pack_id, position, question, why_they_ask, example_answers,
      talking_points, pitfalls, tags, target_shortest_ms, target_longest_ms)
    SELECT 'own/' || n, '${packId}', 2000 + n, 'Number ' || n, '', '[]', '[]', '[]', '[]', 1, 2
    FROM numbers`)
  expect(ids).toHaveLength(1)
  hidePack(db, { packId, ...hide(Date.now()) })
  await purge.removeEverythingDeleted()
  expect(db.prepare('SELECT count(*) FROM questions WHERE pack_id = ?').pluck().get(packId)).toBe(0)
  room.records.flush()
})
