import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { listBackupFiles } from '../../../../electron/backups/backupFiles'
import { closeDatabase, openDatabase } from '../../../../electron/store/database/database'
import { openOrRescue } from '../../../../electron/recovery/rescueDatabase'
import { filesBelow } from '../../../helpers/library'
import { disk } from '../disk/refusingDisk'
import {
  backUp,
  NOTHING_RECORDED,
  NOTHING_SINCE,
  NOW_MS,
  recordTake,
  start,
  temporaryFolder,
  trialStoreIn,
} from '../store/fixture'

vi.mock('node:fs', async (original) => {
  const { refusing } = await import('../disk/refusingDisk')
  return refusing(await original())
})

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
})

/** A data folder with a damaged database and a good backup. */
function damaged(): { folder: string; file: string } {
  const folder = temporaryFolder()
  const db = trialStoreIn(folder)
  recordTake(db, start(db).id, 'trial/alpha', 'in the backup')
  backUp(folder)
  closeDatabase(db)
  const file = dataFolderAt(folder).database
  writeFileSync(file, Buffer.alloc(9000, 0xa5))
  return { folder, file }
}

function open(folder: string, catchUp: (db: BetterSqlite3.Database) => void = () => {}) {
  const opened = openOrRescue(dataFolderAt(folder), {
    hasRecordings: true,
    nowMs: NOW_MS,
    recorded: () => NOTHING_RECORDED,
    catchUp: (db) => {
      catchUp(db)
      return NOTHING_SINCE
    },
    firstUse: () => {},
  })
  onTestFinished(() => closeDatabase(opened.db))
  return opened
}

function everything(folder: string): Record<string, string> {
  const files = filesBelow(folder).map((file) => [
    file,
    `${readFileSync(file).toString('base64')} ${String(statSync(file).mtimeMs)}`,
  ])
  return Object.fromEntries(files) as Record<string, string>
}

test.each([
  ['closed properly', false],
  ['killed, its version in the log alone', true],
])('a newer database, %s, is refused, and nothing at all is written', (_, isKilled) => {
  const folder = temporaryFolder()
  const made = join(temporaryFolder(), 'made.db')
  closeDatabase(openDatabase(made))
  const newer = new BetterSqlite3(made)
  newer.pragma('user_version = 99')
  if (!isKilled) newer.close()
  for (const ending of ['', '-wal', '-shm'].filter((each) => existsSync(made + each))) {
    copyFileSync(made + ending, dataFolderAt(folder).database + ending)
  }
  newer.close()
  const before = everything(folder)
  expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'DATA_NEWER' }))
  expect(withoutIndexOfLog(everything(folder))).toEqual(withoutIndexOfLog(before))
})

/** The file that connections share holds nothing that is not in the log. */
function withoutIndexOfLog(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([name]) => !name.endsWith('-shm')))
}

test.each([
  ['the disk is full', 'copyFileSync', 'ENOSPC'],
  ['moving is refused', 'renameSync', 'EACCES'],
])(
  'when %s in a rescue, that is said, and everything stays for the next start',
  (_, call, code) => {
    const { folder } = damaged()
    const before = everything(folder)
    disk.refuse = (name) => (name === call ? code : null)
    expect(() => open(folder)).toThrow(expect.objectContaining({ code }))
    const { [`${dataFolderAt(folder).database}.new`]: draft, ...rest } = everything(folder)
    expect(rest).toEqual(before)
    if (code === 'ENOSPC') expect(draft).toBeUndefined()

    disk.refuse = () => null
    expect(open(folder)).toMatchObject({
      kind: 'rescued',
      rescue: { found: 'damaged', backupAtMs: NOW_MS },
    })
  },
)

test('killed between moving and restoring, the next start goes on', () => {
  const { folder, file } = damaged()
  disk.refuse = (call, from) => (call === 'renameSync' && from.endsWith('.new') ? 'EIO' : null)
  expect(() => open(folder)).toThrow('EIO')
  expect(existsSync(file)).toBe(false)

  disk.refuse = () => null
  const opened = open(folder)
  expect(opened).toMatchObject({ kind: 'rescued', rescue: { backupAtMs: NOW_MS } })
  expect(opened.db.prepare('SELECT notes FROM takes').pluck().all()).toEqual(['in the backup'])
  expect(readdirSync(join(folder, 'damaged'))).toHaveLength(1)
})

test('a log that a kill left beside the draft is not taken for that of the backup', () => {
  const { folder, file } = damaged()
  const [backup] = listBackupFiles(dataFolderAt(folder).backups)
  const draft = `${file}.new`
  copyFileSync(backup!.path, draft)
  const db = openDatabase(draft)
  db.exec("UPDATE takes SET notes = 'half done'")
  copyFileSync(`${draft}-wal`, `${file}.kept`)
  db.close()
  copyFileSync(`${file}.kept`, `${draft}-wal`)
  expect(open(folder).db.prepare('SELECT notes FROM takes').pluck().all()).toEqual([
    'in the backup',
  ])
})

test('what is newer than the backup is in it before it takes the place of the old one', () => {
  const { folder, file } = damaged()
  const size = statSync(file).size
  open(folder, (draft) => {
    draft.exec("UPDATE takes SET notes = 'caught up'")
    expect(statSync(file).size).toBe(size)
  }).db.close()
  const db = new BetterSqlite3(file)
  expect(db.prepare('SELECT notes FROM takes').pluck().all()).toEqual(['caught up'])
  db.close()
})

test.each([
  'EACCES',
  'SQLITE_BUSY',
  'SQLITE_CANTOPEN',
  'SQLITE_FULL',
  'ENOSPC',
  'SQLITE_IOERR_READ',
])('%s is no damage: the database stays where it is', (code) => {
  const folder = temporaryFolder()
  closeDatabase(trialStoreIn(folder))
  const before = readFileSync(dataFolderAt(folder).database)
  const pragma = vi.spyOn(BetterSqlite3.prototype, 'pragma').mockImplementation(() => {
    throw new BetterSqlite3.SqliteError('refused', code)
  })
  onTestFinished(() => pragma.mockRestore())
  expect(() => open(folder)).toThrow(expect.objectContaining({ code }))
  pragma.mockRestore()
  expect(readFileSync(dataFolderAt(folder).database).equals(before)).toBe(true)
  expect(existsSync(join(folder, 'damaged'))).toBe(false)
})
