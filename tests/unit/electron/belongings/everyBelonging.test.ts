import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { listBackupFiles } from '../../../../electron/backups/backupFiles'
import { restoreBackup } from '../../../../electron/backups/restoreBackup'
import { scrubBackups } from '../../../../electron/backups/scrubBackups'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { LIBRARY_BELONGINGS } from '../../../../electron/belongings/libraryBelongings'
import { QUESTION_BELONGINGS } from '../../../../electron/belongings/questionBelongings'
import { TAKE_BELONGINGS } from '../../../../electron/belongings/takeBelongings'
import { recordedIn } from '../../../../electron/belongings/walkBelongings'
import { libraryRecord } from '../../../../electron/records/libraryRecord'
import { questionRecord } from '../../../../electron/records/questionRecord'
import { takeRecord } from '../../../../electron/records/takeRecord'
import { reconcile } from '../../../../electron/recovery/reconcile'
import { survey } from '../../../../electron/recovery/survey'
import {
  checkpoint,
  closeDatabase,
  type Database,
} from '../../../../electron/store/database/database'
import { readLibrary } from '../../../../electron/store/database/revisions'
import { readOnly } from '../../../../electron/store/database/readOnly'
import { deleteQuestions } from '../../../../electron/store/questions/deleteQuestion'
import { listSessions } from '../../../../electron/store/sessions/listSessions'
import { removeTakeRow } from '../../../../electron/store/takes/takes'
import { filesBelow } from '../../../helpers/library'
import { openedAtStart } from '../recovery/openedAtStart'
import { backUp, NOW_MS } from '../store/fixture'
import { refOf, storedTake, studioOnDisk, type Studio } from '../takes/fixture'
import {
  librarySamples,
  MARKER,
  OTHER_MARKER,
  questionSamples,
  takeSamples,
  versions,
} from './samples'

const QUESTION_ID = 'trial/alpha'

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

const PARTS = {
  take: TAKE_BELONGINGS,
  question: QUESTION_BELONGINGS,
  library: LIBRARY_BELONGINGS,
} as const
type Owner = keyof typeof PARTS
const OWNERS = Object.keys(PARTS) as Owner[]
type Said = Record<string, unknown>

const ENTRIES = OWNERS.flatMap((owner) =>
  recordedIn(PARTS[owner]).map((belonging) => ({
    owner,
    belonging,
    names: Object.keys(belonging.shape),
    what: Object.keys(belonging.shape).join(', '),
  })),
)
type Entry = (typeof ENTRIES)[number]

/** A library in which this belonging alone says something; `say` changes it. */
function library({ owner, belonging, names }: Entry) {
  const room = studioOnDisk()
  const { db, dataFolder } = room
  const [take, other] = [storedTake(room), storedTake(room)]
  const samples: Record<Owner, [object, object]> = {
    take: versions(takeSamples(take.id, other.id)),
    question: versions(questionSamples()),
    library: versions(librarySamples()),
  }
  const wanted = (at: 0 | 1): Said => {
    const fields = samples[owner][at] as Said
    return Object.fromEntries(names.map((name) => [name, fields[name]]))
  }
  const ids: Record<Owner, string> = { take: take.id, question: QUESTION_ID, library: '' }
  const say = (at: 0 | 1): void => belonging.write(db, ids[owner], wanted(at))
  const said = (from: Database = db): Said => {
    const read = { take: takeRecord, question: questionRecord, library: libraryRecord }[owner]
    const record = read(from, ids[owner]) as unknown as Said
    return Object.fromEntries(names.map((name) => [name, record[name]]))
  }
  say(0)
  room.records.flush()
  return { room, dataFolder, folder: dataFolderAt(dataFolder), take, say, said, wanted }
}

/** What the app finds at its next start, after the disk wrote noise over the database. */
async function rescued({ db, dataFolder }: Studio): Promise<Database> {
  closeDatabase(db)
  writeFileSync(dataFolderAt(dataFolder).database, randomBytes(50_000))
  const found = openedAtStart(dataFolder)
  await reconcile(found, survey(dataFolderAt(dataFolder)))
  return found.db
}

describe.each(ENTRIES)('$what of a $owner', (entry) => {
  const { owner, belonging } = entry

  test('is what was written, and every change of it is counted', () => {
    const { room, say, said, wanted } = library(entry)
    expect(said()).toEqual(wanted(0))
    const before = readLibrary(room.db).counter
    say(1)
    expect(said()).toEqual(wanted(1))
    expect(readLibrary(room.db).counter).toBeGreaterThan(before)
  })

  test('killed between the row and its record: the row is what counts', async () => {
    const { room, dataFolder, say, said, wanted } = library(entry)
    const records = filesBelow(dataFolder).filter((file) => file.endsWith('.json'))
    const before = records.map((file) => readFileSync(file))
    say(1)
    room.records.flush()
    backUp(dataFolder, NOW_MS)
    records.forEach((file, index) => writeFileSync(file, before[index]!)) // as if never written
    expect(said(await rescued(room))).toEqual(wanted(1))
  })

  test('lost without a backup: it is found by its record', async () => {
    const { room, said, wanted } = library(entry)
    expect(said(await rescued(room))).toEqual(wanted(0))
  })

  test('lost with a backup that is older than the record: it is as it was last', async () => {
    const { room, dataFolder, say, said, wanted } = library(entry)
    backUp(dataFolder, NOW_MS)
    say(1)
    room.records.flush()
    expect(said(await rescued(room))).toEqual(wanted(1))
  })

  test('merged: what either of two versions says is kept, and the same twice is once', () => {
    const { wanted } = library(entry)
    const both = belonging.merge(wanted(0), wanted(1))
    expect(belonging.merge(both!, both!)).toEqual(both)
    // The same backup is restored once more.
    for (const at of [0, 1] as const) expect(belonging.merge(both!, wanted(at))).toEqual(both)
    const words = JSON.stringify(both)
    for (const [at, marker] of [MARKER, OTHER_MARKER].entries()) {
      const isSaid = JSON.stringify(wanted(at as 0 | 1)).includes(marker)
      // A setting is one thing only: the one that is here stays.
      if (isSaid && !(owner === 'library' && at === 1)) expect(words).toContain(marker)
    }
  })

  test('is found by a search when it is searched, and only then', () => {
    const { room } = library(entry)
    const { sessions } = listSessions(room.db, { query: MARKER, before: null, limit: 5 })
    expect(sessions.length > 0).toBe(belonging.isSearched)
  })
})

const OF_OWNERS = ENTRIES.filter(({ owner }) => owner !== 'library') // which is never deleted

describe.each(OF_OWNERS)('$what of a $owner', (entry) => {
  test('restored: what is gone comes back with its owner', () => {
    const { room, dataFolder, folder, said, wanted } = library(entry)
    backUp(dataFolder, NOW_MS)
    const { db } = room
    db.exec('DELETE FROM takes; DELETE FROM sessions; DELETE FROM questions')
    db.exec('DELETE FROM tombstones') // nobody has deleted them
    const [file] = listBackupFiles(folder.backups)
    readOnly(file!.path, (backup) => restoreBackup(db, backup, () => 24_000))
    expect(said()).toEqual(wanted(0))
  })

  test('deleted with its owner: not one byte of it is left in any file', () => {
    const { room, dataFolder, folder, take } = library(entry)
    const { db, files, records } = room
    backUp(dataFolder, NOW_MS)
    if (entry.owner === 'take') {
      files.removeTake(refOf(take))
      removeTakeRow(db, take.id)
    } else {
      deleteQuestions(db, [QUESTION_ID])
      expect(questionRecord(db, QUESTION_ID)).toMatchObject({ question: 'What about alpha?' })
    }
    records.flush()
    const ids = db.prepare<[], string>('SELECT id FROM tombstones').pluck().all()
    scrubBackups({ folder: folder.backups, damagedFolder: folder.damaged, ids })
    db.exec('DELETE FROM tombstones')
    checkpoint(db)
    const traces = [MARKER, ...(entry.owner === 'take' ? [take.id] : [])]
    const left = filesBelow(dataFolder).filter((file) =>
      traces.some((trace) => readFileSync(file).includes(trace)),
    )
    expect(left).toEqual([])
  })
})
