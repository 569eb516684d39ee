import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupReason } from '../../shared/backup'
import { describeBackup } from './backupContents'
import { backupFile, listBackupFiles, OWN_NAME, type BackupFile } from './backupFiles'
import { rankBackups } from './rankBackups'
import { removeDatabaseFiles } from '../store/database/databaseFiles'
import { libraryIn } from '../store/database/revisions'

/*
 * What is removed from the folder of backups. Whoever calls this sees to it that no backup is being
 * made, read or restored meanwhile; see backups.ts, which owns the folder.
 */

/** How many are kept of those that are not made daily. */
const KEPT_OF_A_KIND: readonly (readonly [Exclude<BackupReason, 'daily'>, number])[] = [
  ['by-hand', 20],
  ['before-update', 3],
  ['before-restore', 3],
]
const DAYS_KEPT = 7
const WEEKS_KEPT = 4
const DAY_MS = 24 * 60 * 60 * 1000
const WEEK_MS = 7 * DAY_MS
/** 1970 began on a Thursday; weeks begin on Mondays. */
const FIRST_MONDAY_MS = 4 * 24 * 60 * 60 * 1000

/** What `draftOf` names, with whatever SQLite keeps beside it. */
const DRAFT = /^\.(?:making|reading)-.+\.db(?:-wal|-shm|-journal)?$/
/** Soundcheck 0.1.0 named it after the backup. */
const OLD_DRAFT = /^(?<backup>.+\.db)\.(?<use>new|reading)(?:-wal|-shm|-journal)?$/

/** Removes what a kill left of a backup that was being made or read. */
export function removeLeftovers(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder).filter((each) => isLeftover(folder, each))) {
    rmSync(join(folder, name), { force: true })
  }
}

function isLeftover(folder: string, name: string): boolean {
  if (DRAFT.test(name)) return true
  const { backup, use } = OLD_DRAFT.exec(name)?.groups ?? {}
  if (backup === undefined) return false
  // A backup under a name that somebody gave it was read too, but only we make them.
  return OWN_NAME.test(backup) || (use === 'reading' && backupFile(folder, backup) !== null)
}

/**
 * Removes what is too old: of the daily ones 7 days and 4 weeks stay, of the others the newest few.
 * Which are the newest their contents say; a name only says for which day one was made. One that
 * cannot be restored, or is of another library, takes nobody's place: as many of the good ones stay
 * as without it.
 * @param made the name of the one that was just made: with a clock that was set back it may look old
 */
export function thinOut(folder: string, made: string): void {
  // What somebody has put there under another name is theirs to remove.
  const files = listBackupFiles(folder).filter(({ name }) => OWN_NAME.test(name))
  if (keptOf(files).length === files.length) return
  const good = files.filter((file) => describeBackup(file).state === 'good')
  // By what is in them: one that a wrong clock has dated next year must not push out what is newer.
  const library = libraryIn(join(folder, made))
  const ranked = library ? rankBackups(good, library) : good
  const others = files.filter((file) => !ranked.includes(file))
  const kept = new Set([...keptOf(ranked), ...keptOf(others)])
  for (const file of files) {
    if (!kept.has(file) && file.name !== made) removeDatabaseFiles(file.path)
  }
}

function keptOf(newestFirst: readonly BackupFile[]): BackupFile[] {
  const of = (kind: BackupReason): BackupFile[] =>
    newestFirst.filter(({ reason }) => reason === kind)
  const daily = new Set(keptDaily(of('daily')))
  const others = KEPT_OF_A_KIND.flatMap(([kind, count]) => of(kind).slice(0, count))
  return [...daily, ...others]
}

/** The newest of each of the last days that have one, and of each of the last weeks. */
function keptDaily(newestFirst: readonly BackupFile[]): BackupFile[] {
  const day = ({ madeAtMs }: BackupFile): number => Math.floor(madeAtMs / DAY_MS)
  const week = ({ madeAtMs }: BackupFile): number =>
    Math.floor((madeAtMs - FIRST_MONDAY_MS) / WEEK_MS)
  return [
    ...newestOfEach(newestFirst, day).slice(0, DAYS_KEPT),
    ...newestOfEach(newestFirst, week).slice(0, WEEKS_KEPT),
  ]
}

function newestOfEach(
  newestFirst: readonly BackupFile[],
  spanOf: (file: BackupFile) => number,
): BackupFile[] {
  const seen = new Set<number>()
  return newestFirst.filter((file) => {
    const isFirst = !seen.has(spanOf(file))
    seen.add(spanOf(file))
    return isFirst
  })
}
