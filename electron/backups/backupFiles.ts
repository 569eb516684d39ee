import { existsSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { BACKUP_REASONS, BackupNameSchema, type BackupReason } from '../../shared/backup'

/** A backup by its name alone: what is in it takes opening it (see backupContents.ts). */
export interface BackupFile {
  name: string
  path: string
  madeAtMs: number
  reason: BackupReason
  sizeBytes: number
}

/** The name says when and why, so that a folder that was copied elsewhere still tells. */
export const OWN_NAME = new RegExp(
  `^(?<day>\\d{4}-\\d\\d-\\d\\d)T(?<h>\\d\\d)-(?<m>\\d\\d)-(?<s>\\d\\d\\.\\d{3})Z\\.(?<reason>${BACKUP_REASONS.join('|')})\\.db$`,
)

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
  const { day, h, m, s, reason } = OWN_NAME.exec(name)?.groups ?? {}
  const madeAtMs = day === undefined ? found.mtimeMs : Date.parse(`${day}T${h}:${m}:${s}Z`)
  return {
    name,
    path,
    sizeBytes: found.size,
    madeAtMs: Math.max(0, Math.floor(madeAtMs)),
    reason: (reason as BackupReason | undefined) ?? 'by-hand',
  }
}

/**
 * Where a backup is copied to while it is being made, or brought up to date to be read. No backup
 * has such a name, and nobody else gives one: what lies there and is not at work is a leftover.
 */
export function draftOf(path: string, use: 'making' | 'reading'): string {
  return join(dirname(path), `.${use}-${basename(path)}`)
}
