import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync } from 'node:fs'
import { beforeEach, expect, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { Backups } from '../../../../electron/backups/backups'
import { deleteQuestions } from '../../../../electron/store/questions/deleteQuestion'
import { directThread } from '../background/directThread'
import { backUp } from '../store/fixture'
import { healthy, storedTake, studioOnDisk } from '../takes/fixture'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

test.each([
  ['that nobody asks', 'trial/beta', 'DELETE FROM session_questions'],
  ['whose words stay for a session', 'trial/alpha', ''],
])('a deleted question %s keeps its tombstone until its record is gone too', async (_, id, sql) => {
  const room = studioOnDisk()
  const { db, files, records, dataFolder } = room
  if (sql !== '') db.exec(`${sql} WHERE question_id = '${id}'`)
  storedTake(room)
  records.writeQuestion(id)
  const record = files.records.question(id)
  backUp(dataFolder)
  const backups = new Backups({
    db,
    records,
    dataFolder: dataFolderAt(dataFolder),
    thread: directThread(),
    health: healthy(),
    soundOf: () => null,
  })
  // Something that cannot be removed or replaced stands in the record's place.
  renameSync(record, `${record}.words`)
  mkdirSync(record)
  deleteQuestions(db, [id])
  records.flush()
  const tombstones = () => db.prepare('SELECT id FROM tombstones').pluck().all()
  await backups.scrub()
  expect(tombstones()).toEqual([id])

  rmdirSync(record)
  renameSync(`${record}.words`, record)
  await backups.scrub()
  expect(tombstones()).toEqual([])
  expect(existsSync(record) ? readFileSync(record, 'utf8') : '').not.toContain('They want to see')
})
