import { copyFileSync, cpSync } from 'node:fs'
import { basename, join } from 'node:path'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { listBackupFiles } from '../../../../electron/backups/backupFiles'
import { takeRecord } from '../../../../electron/records/takeRecord'
import { noteCleanEnd } from '../../../../electron/store/database/cleanEnd'
import { readLibrary } from '../../../../electron/store/database/revisions'
import { setTakeNotes } from '../../../../electron/store/takes/takes'
import type { Take } from '../../../../shared/model'
import { spoilPage } from '../../../helpers/library'
import { backUp, NOW_MS, start, temporaryFolder } from '../store/fixture'
import { storedTake, studioOnDisk } from '../takes/fixture'
import { openedAtStart, type OpenedAtStart } from './openedAtStart'

/* Data folders as the app leaves them, copied, used, harmed. */

export const DAY_MS = 86_400_000

/** A data folder of which nobody knows where it is, with one take, a backup and a word since then. */
export function library(): { first: string; take: Take } {
  const first = temporaryFolder()
  const room = studioOnDisk(first)
  start(room.db)
  const take = storedTake(room, { notes: 'before the backup' })
  room.db.close()
  // Opened as the app does it, which records the library a few seconds later.
  run(first, ({ db, records }) => {
    records.writeLibrary()
    backUp(first, NOW_MS)
    setTakeNotes(db, { takeId: take.id, notes: 'before the copy' })
  })
  return { first, take }
}

/** One run of the app, from its start to a clean end; or to a kill, which leaves no note of one. */
export function run(
  dataFolder: string,
  act: (library: OpenedAtStart) => void,
  end = 'clean',
): void {
  const opened = openedAtStart(dataFolder)
  act(opened)
  opened.close()
  if (end === 'clean') noteCleanEnd(dataFolderAt(dataFolder).database)
}

/** As a file manager does it: everything, with its dates. */
export function copyOf(dataFolder: string): string {
  const copy = join(temporaryFolder(), 'copy')
  cpSync(dataFolder, copy, { recursive: true, preserveTimestamps: true })
  return copy
}

/** Says so much about the take that the library has counted more than any other. */
export function say(dataFolder: string, { id: takeId }: Take, notes: string, changes = 1): void {
  run(dataFolder, ({ db }) => {
    for (let left = changes; left > 0; left -= 1) {
      setTakeNotes(db, { takeId, notes: left > 1 ? `${notes} ${String(left)}` : notes })
    }
  })
}

/** Puts the newest backup of one beside those of the other, under a name that says it is newer still. */
export function bringBackup(from: string, to: string): string {
  const [newest] = listBackupFiles(dataFolderAt(from).backups)
  const name = `2027-${basename(newest!.path).slice(5)}`
  copyFileSync(newest!.path, join(dataFolderAt(to).backups, name))
  return name
}

export function harm(dataFolder: string): void {
  spoilPage(dataFolderAt(dataFolder).database)
}

export function notesIn({ db }: OpenedAtStart, take: Take): string | undefined {
  return takeRecord(db, take.id)?.notes
}

export function idOf(dataFolder: string): string {
  let id = ''
  run(dataFolder, ({ db }) => (id = readLibrary(db).id))
  return id
}
