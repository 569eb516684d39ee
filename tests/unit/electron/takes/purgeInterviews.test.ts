import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { scrubBackups } from '../../../../electron/backups/scrubBackups'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { tellAsked } from '../../../../electron/store/interviews/askedQuestions'
import { setInterviewDeleted } from '../../../../electron/store/interviews/hiddenInterviews'
import { listInterviews, saveInterview } from '../../../../electron/store/interviews/interviews'
import { hidePack, hideQuestions } from '../../../../electron/store/questions/hiddenQuestions'
import { listQuestions } from '../../../../electron/store/questions/listQuestions'
import { UNDO_MS } from '../../../../shared/defaults'
import { filesBelow } from '../../../helpers/library'
import { backUp, NOW_MS } from '../store/fixture'
import { ALL, ownPack } from '../store/questions/ownFixture'
import { purgeIn, studioOnDisk } from './fixture'

const WORDS = 'Wirsingbratschenmarker'
const GONE_AFTER_MS = UNDO_MS + 5000

beforeEach(() => {
  vi.useFakeTimers({ now: NOW_MS, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

/** An interview that was for one pack, at which two of its questions were asked. */
function room() {
  const studio = studioOnDisk()
  const { db, dataFolder, records } = studio
  const { packId, ids } = ownPack(db, 'Acme', ['Why us?', 'Why you?'])
  const scope = { packIds: [packId], includesOwn: false }
  const { id } = saveInterview(db, { interviewId: null, where: WORDS, date: '2026-11-20', scope })
  tellAsked(db, { interviewId: id, questionIds: ids, nowMs: NOW_MS })
  records.flush()
  backUp(dataFolder)
  const scrub = (): Promise<boolean> => {
    const gone = db.prepare<[], string>('SELECT id FROM tombstones').pluck().all()
    const { backups: folder, damaged: damagedFolder } = dataFolderAt(dataFolder)
    scrubBackups({ folder, damagedFolder, ids: gone })
    db.exec('DELETE FROM tombstones')
    return Promise.resolve(gone.length > 0)
  }
  const placesOf = (text: string) => {
    records.flush()
    return filesBelow(dataFolder).filter((file) => readFileSync(file).includes(text))
  }
  return { db, id, packId, ids, placesOf, purge: purgeIn(studio, { scrub }) }
}

test('a removed interview can be brought back in time, and is gone to the last byte after it', async () => {
  const { db, id, placesOf, purge } = room()
  const before = listInterviews(db)
  expect(placesOf(WORDS).some((file) => file.includes('backups'))).toBe(true)
  setInterviewDeleted(db, { interviewId: id, deletedAtMs: Date.now() })
  purge.schedule()
  await vi.advanceTimersByTimeAsync(UNDO_MS)
  setInterviewDeleted(db, { interviewId: id, deletedAtMs: null })
  expect(listInterviews(db)).toEqual(before)

  setInterviewDeleted(db, { interviewId: id, deletedAtMs: Date.now() })
  purge.schedule()
  await vi.advanceTimersByTimeAsync(GONE_AFTER_MS)
  await vi.advanceTimersByTimeAsync(GONE_AFTER_MS)
  expect([...placesOf(WORDS), ...placesOf(id)]).toEqual([])
  // They were asked all the same.
  expect(listQuestions(db, { ...ALL, tag: 'asked' }).questionIds).toHaveLength(2)
})

test('a question and a pack that are gone for good stand in no interview any more', async () => {
  const { db, packId, ids, placesOf, purge } = room()
  const [us, you] = ids as [string, string]
  hideQuestions(db, { questionIds: [us], deletedAtMs: Date.now(), withTakes: false })
  purge.schedule()
  await vi.advanceTimersByTimeAsync(GONE_AFTER_MS)
  await vi.advanceTimersByTimeAsync(GONE_AFTER_MS)
  expect(listInterviews(db)).toMatchObject([{ askedQuestionIds: [you] }])
  expect(placesOf(us)).toEqual([])

  hidePack(db, { packId, deletedAtMs: Date.now(), withTakes: false })
  purge.schedule()
  await vi.advanceTimersByTimeAsync(GONE_AFTER_MS)
  await vi.advanceTimersByTimeAsync(GONE_AFTER_MS)
  expect(listInterviews(db)).toMatchObject([{ scope: null, askedQuestionIds: [] }])
  expect([packId, you].flatMap(placesOf)).toEqual([])
})
