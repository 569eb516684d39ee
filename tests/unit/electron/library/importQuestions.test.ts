import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { importQuestions } from '../../../../electron/library/importQuestions'
import { readQuestionRecord } from '../../../../electron/records/readRecords'
import { reconcile } from '../../../../electron/recovery/reconcile'
import { survey } from '../../../../electron/recovery/survey'
import { closeDatabase } from '../../../../electron/store/database/database'
import { listQuestions } from '../../../../electron/store/questions/listQuestions'
import { listPackSummaries } from '../../../../electron/store/questions/packSummaries'
import { updateQuestion } from '../../../../electron/store/questions/ownQuestions'
import { readQuestionCard } from '../../../../electron/store/questions/questionCard'
import { readLibrary } from '../../../../electron/store/database/revisions'
import { setTakeRating } from '../../../../electron/store/takes/takes'
import { MAX_QUESTIONS } from '../../../../shared/defaults'
import type { ImportRow, PackTarget } from '../../../../shared/questions/questionFields'
import { realThread } from '../background/realThread'
import { openedAtStart } from '../recovery/openedAtStart'
import { ALL, ownPack } from '../store/questions/ownFixture'
import { storedTake, studioOnDisk } from '../takes/fixture'

const NEW: PackTarget = { title: 'From a friend', kind: 'imported' }

function bring(dataFolder: string, rows: unknown, into = NEW) {
  const text = typeof rows === 'string' ? rows : JSON.stringify(rows)
  const order = { dataFolder: dataFolderAt(dataFolder), into, rows: new TextEncoder().encode(text) }
  return importQuestions(order)
}

function row(fileId: string | null, fields: ImportRow['fields'], questionId: string | null = null) {
  return { questionId, fileId, fields }
}

test('a list is there as a whole, in its order, with its records on the disk', async () => {
  const { db, dataFolder, files } = studioOnDisk()
  const rows = Array.from({ length: 300 }, (_, index) =>
    row(String(index), { question: `Why number ${String(index)}?`, tags: ['friend'] }),
  )
  const { packId, addedIds, changedIds } = await bring(dataFolder, rows)
  expect(changedIds).toEqual([])
  expect(listQuestions(db, { ...ALL, packId }).questionIds).toEqual(addedIds)
  expect(listQuestions(db, { ...ALL, query: 'number 217' }).questionIds).toEqual([addedIds[217]])
  expect(listPackSummaries(db)[0]).toMatchObject({ kind: 'imported', questionCount: 300 })
  for (const id of addedIds) {
    expect(readQuestionRecord(files, id)).toMatchObject({ id, pack: { kind: 'imported' } })
  }
  const { revision } = readQuestionRecord(files, addedIds[299]!)!
  expect(revision?.libraryId).toBe(readLibrary(db).id)
  expect(revision!.count).toBeLessThanOrEqual(readLibrary(db).counter)
})

test('the same again changes nothing; a corrected file changes what nobody has edited since', async () => {
  const { db, dataFolder } = studioOnDisk()
  const first = { question: 'Why us?', whyTheyAsk: 'Loyalty', tags: ['a'] }
  const { addedIds, packId } = await bring(dataFolder, [row('1', first)])
  const [id] = addedIds as [string]
  const again = async (fields: ImportRow['fields']) =>
    (await bring(dataFolder, [row('1', fields, id)], { packId })).changedIds
  expect(await again(first)).toEqual([])
  updateQuestion(db, { questionId: id, fields: { whyTheyAsk: 'In my own words' } })
  const corrected = { question: 'Why us, now?', whyTheyAsk: 'Loyalty and money', tags: ['a', 'b'] }
  expect(await again(corrected)).toEqual([id])
  expect(readQuestionCard(db, id).question).toMatchObject({
    question: 'Why us, now?',
    whyTheyAsk: 'In my own words',
    tags: ['a', 'b'],
  })
  expect(await again(corrected)).toEqual([])
  // What it says no more of stays.
  expect(await again({ question: 'Why us, of all?' })).toEqual([id])
  expect(readQuestionCard(db, id).question).toMatchObject({ tags: ['a', 'b'] })
})

test('one\u2019s own question that no file has brought is left as it is', async () => {
  const { db, dataFolder } = studioOnDisk()
  const { packId, ids } = ownPack(db, 'Acme', ['Why us?'])
  const errors = vi.spyOn(console, 'error')
  const rows = [row(null, { question: 'Why them?' }, ids[0]), row(null, { question: 'New?' })]
  expect(await bring(dataFolder, rows, { packId })).toMatchObject({ changedIds: [] })
  expect(readQuestionCard(db, ids[0]!).question.question).toBe('Why us?')
  expect(listQuestions(db, { ...ALL, packId }).questionIds).toHaveLength(2)
  // Main writes the record of the question that was just made at the same time.
  expect(errors).not.toHaveBeenCalled()
})

test.each([
  ['no JSON', '[{"questionId"', NEW],
  ['no list', '{}', NEW],
  ['an empty one', '[]', NEW],
  ['a new one without its text', [row('1', { question: 'Why?' }), row('2', { tags: ['a'] })], NEW],
  ['one that is gone', [row('1', { question: 'Why?' }), row('2', {}, 'own/gone')], NEW],
  ['one of the app', [row('1', { question: 'Why?' }), row('2', {}, 'trial/alpha')], NEW],
  ['a field nobody knows', '[{"questionId":null,"fileId":null,"fields":{"a":1}}]', NEW],
  ['a key that is none', '[{"questionId":null,"fileId":null,"fields":{"__proto__":{}}}]', NEW],
  ['a pack of the app', [row('1', { question: 'Why?' })], { packId: 'trial' }],
  ['a pack that is not there', [row('1', { question: 'Why?' })], { packId: 'nowhere' }],
])('%s: nothing at all is brought in', async (_, rows, into) => {
  const { db, dataFolder } = studioOnDisk()
  const before = [listQuestions(db, ALL), listPackSummaries(db)]
  await expect(bring(dataFolder, rows, into)).rejects.toThrow(
    expect.objectContaining({
      code: expect.stringMatching(/BAD_REQUEST|NOT_FOUND/) as string,
    }) as Error,
  )
  expect([listQuestions(db, ALL), listPackSummaries(db)]).toEqual(before)
  expect(existsSync(dataFolderAt(dataFolder).questions)).toBe(false)
})

test('records that cannot be written keep nothing from being brought in, and follow at the next start', async () => {
  const room = studioOnDisk()
  const { db, dataFolder, files } = room
  vi.spyOn(console, 'error').mockImplementation(() => {})
  mkdirSync(dataFolderAt(dataFolder).path, { recursive: true })
  writeFileSync(dataFolderAt(dataFolder).questions, 'a file where the folder should be')
  const { addedIds } = await bring(dataFolder, [row('1', { question: 'Why us?' })])
  expect(readQuestionCard(db, addedIds[0]!).question.question).toBe('Why us?')
  expect(readQuestionRecord(files, addedIds[0]!)).toBeNull()

  rmSync(dataFolderAt(dataFolder).questions)
  const next = openedAtStart(dataFolder)
  await reconcile(next, survey(dataFolderAt(dataFolder)))
  next.records.flush()
  expect(readQuestionRecord(files, addedIds[0]!)).toMatchObject({ question: 'Why us?' })
})

test('a take is rated while a long list is brought in', async () => {
  const room = studioOnDisk()
  const { id: takeId } = storedTake(room)
  const dataFolder = dataFolderAt(room.dataFolder)
  // The records are written after the commit, and nobody waits for them: here there are none.
  vi.spyOn(console, 'error').mockImplementation(() => {})
  rmSync(dataFolder.questions, { recursive: true })
  writeFileSync(dataFolder.questions, 'a file where the folder should be')
  const { packId, addedIds } = await bring(room.dataFolder, longList())
  const rows = new TextEncoder().encode(JSON.stringify(longList(addedIds)))
  const work = realThread().run('importQuestions', { dataFolder, into: { packId }, rows })
  const refused: unknown[] = []
  while (!(await Promise.race([work, wait(5)]))) {
    try {
      setTakeRating(room.db, { takeId, rating: 3 })
    } catch (error) {
      refused.push(error)
    }
  }
  expect((await work).changedIds).toHaveLength(LONG)
  // Whoever waits longer than five seconds for the database is refused.
  expect(refused).toEqual([])
}, 120_000)

/** Half as many as there may be: the machine has other tests to run in those five seconds. */
const LONG = MAX_QUESTIONS / 2

/** Many questions: new ones, or those that are there in other words. */
function longList(thereIds: readonly string[] = []) {
  return Array.from({ length: LONG }, (_, index) => {
    const id = thereIds[index]
    const question = `What would you do about number ${String(index)}${id ? ', today' : ''}?`
    return row(String(index), { question, whyTheyAsk: WHY, tags: ['friend'] }, id)
  })
}
const WHY = 'They want to hear how you begin, whom you ask, and what you leave for another day.'

test('what was brought in is found again when the database is lost right afterwards', async () => {
  const { db, dataFolder, records } = studioOnDisk()
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const { addedIds, packId } = await bring(dataFolder, [
    row('1', { question: 'Why us?', tags: ['a'] }),
  ])
  records.writeLibrary()
  closeDatabase(db)
  writeFileSync(dataFolderAt(dataFolder).database, randomBytes(50_000))
  const found = openedAtStart(dataFolder)
  expect(listPackSummaries(found.db)).toMatchObject([{ id: packId, title: 'From a friend' }])
  const again = [row('1', { question: 'Why us?', tags: ['a', 'b'] }, addedIds[0])]
  // Also what the file said: a corrected one changes it.
  expect((await bring(dataFolder, again, { packId })).changedIds).toEqual(addedIds)
})
