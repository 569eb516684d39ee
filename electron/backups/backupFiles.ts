import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { BACKUP_REASONS, BackupNameSchema, type BackupReason } from '../../shared/backup'
import { removeDatabaseFiles } from '../store/database/databaseFiles'

/** A backup by its name alone: what is in it takes opening it (see backupContents.ts). */
export interface BackupFile {
  name: string
  path: string
  madeAtMs: number
  reason: BackupReason
  sizeBytes: number
}

/** The name says when and why, so that a folder that was copied elsewhere still tells. */
const NAME = new RegExp(
  `^(?<day>\\d{4}-\\d\\d-\\d\\d)T(?<h>\\d\\d)-(?<m>\\d\\d)-(?<s>\\d\\d\\.\\d{3})Z\\.(?<reason>${BACKUP_REASONS.join('|')})\\.db$`,
)

/** How many are kept of those that are not made daily. */
const KEPT_OF_A_KIND: Record<Exclude<BackupReason, 'daily'>, number> = {
  'by-hand': 20,
  'before-update': 3,
  'before-restore': 3,
}
const DAYS_KEPT = 7
const WEEKS_KEPT = 4
const DAY_MS = 24 * 60 * 60 * 1000
const WEEK_MS = 7 * DAY_MS
/** 1970 began on a Thursday; weeks begin on Mondays. */
const FIRST_MONDAY_MS = 4 * 24 * 60 * 60 * 1000

export function backupFolder(dataFolder: string): string {
  return join(dataFolder, 'backups')
}

export function backupName(madeAtMs: number, reason: BackupReason): string {
  return `${new Date(madeAtMs).toISOString().replaceAll(':', '-')}.${reason}.db`
}

/** Every backup in the folder, newest first; a database under another name was put there by hand. */
export function listBackupFiles(folder: string): BackupFile[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => BackupNameSchema.safeParse(name).success)
    .flatMap((name) => backupFile(folder, name) ?? [])
    .toSorted((one, other) => other.madeAtMs - one.madeAtMs)
}

/** Null when there is no such file. */
export function backupFile(folder: string, name: string): BackupFile | null {
  const path = join(folder, name)
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) return null
  const { day, h, m, s, reason } = NAME.exec(name)?.groups ?? {}
  const madeAtMs = day === undefined ? found.mtimeMs : Date.parse(`${day}T${h}:${m}:${s}Z`)
  return {
    name,
    path,
    sizeBytes: found.size,
    madeAtMs: Math.max(0, Math.floor(madeAtMs)),
    reason: (reason as BackupReason | undefined) ?? 'by-hand',
  }
}

/** Removes what a kill left of a backup that was being made or read. */
export function removeLeftovers(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (/\.db\.(new|reading)/.test(name)) rmSync(join(folder, name), { force: true })
  }
}

/**
 * Removes what is too old: of the daily ones 7 days and 4 weeks stay, of the others the newest few.
 * @param made the name of the one that was just made: with a clock that was set back it may look old
 */
export function thinOut(folder: string, made: string): void {
  // What somebody has put there under another name is theirs to remove.
  const files = listBackupFiles(folder).filter(({ name }) => NAME.test(name))
  const kept = new Set(keptDaily(files.filter(({ reason }) => reason === 'daily')))
  for (const [reason, count] of Object.entries(KEPT_OF_A_KIND)) {
    files
      .filter((file) => file.reason === reason)
      .slice(0, count)
      .forEach((file) => kept.add(file))
  }
  for (const file of files) {
    if (!kept.has(file) && file.name !== made) removeDatabaseFiles(file.path)
  }
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
