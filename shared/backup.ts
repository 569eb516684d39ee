import { z } from 'zod'

/*
 * Copies of the database, and what restoring one changes. Sound is never in a backup: takes are
 * files of their own.
 */

const Count = z.number().int().nonnegative()
const AtMs = z.number().int().nonnegative()

/** The file's name within the folder of backups: never a path. */
export const BackupNameSchema = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*\.db$/)

export const BACKUP_REASONS = ['daily', 'by-hand', 'before-update', 'before-restore'] as const

/** A backup that can be restored says what is in it; the others say why they cannot. */
export const BackupSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('good'),
    name: BackupNameSchema,
    madeAtMs: AtMs,
    reason: z.enum(BACKUP_REASONS),
    sizeBytes: Count,
    sessionCount: Count,
    takeCount: Count,
  }),
  z.strictObject({
    state: z.enum(['damaged', 'newer']),
    name: BackupNameSchema,
    madeAtMs: AtMs,
    reason: z.enum(BACKUP_REASONS),
    sizeBytes: Count,
  }),
])

/** What a restore changes, or has changed. */
export const RestoreChangesSchema = z.strictObject({
  /** Questions that are in the backup alone, or deleted here. */
  questionsBack: Count,
  /** Questions of which the backup says something that is not said here: both are kept. */
  questionsMerged: Count,
  /** Interviews that are in the backup alone, or deleted here. */
  interviewsBack: Count,
  /** Sessions that are in the backup alone. */
  sessionsBack: Count,
  /** Takes that are in the backup alone and whose sound is still there. */
  takesBack: Count,
  /** Takes that are in the backup alone and whose sound is gone: they stay away. */
  takesWithoutSound: Count,
  /** Takes that are in both, whose notes, rating or place as best one go back to what they were. */
  takesChanged: Count,
  /** Takes of which the backup, that of another library, says something else: both are kept. */
  takesMerged: Count,
  /** Takes that are not in the backup: they stay as they are. */
  takesKept: Count,
})

/** A database that was found lost or damaged at start, and what was done about it. */
export const DatabaseRescueSchema = z.strictObject({
  found: z.enum(['damaged', 'empty', 'missing']),
  /** When the backup was made that is in its place; null when there was none. */
  backupAtMs: AtMs.nullable(),
  /** Takes that were not in the backup and were found again by their files. */
  takesFound: Count,
  /** Takes of which nobody can tell what is newer, the backup or what lay beside the sound: both are kept. */
  takesUndecided: Count,
  /** Takes of the backup beside whose sound nothing could be read: what was said since is not known. */
  takesUnrecorded: Count,
  /** What was set is as it was last; else it is as in the backup, or as on the first day. */
  areSettingsFound: z.boolean(),
  /** Where the damaged file was moved to, within the data folder; null when there was none. */
  movedTo: z.string().nullable(),
})

export type Backup = z.infer<typeof BackupSchema>
export type BackupReason = (typeof BACKUP_REASONS)[number]
export type RestoreChanges = z.infer<typeof RestoreChangesSchema>
export type DatabaseRescue = z.infer<typeof DatabaseRescueSchema>
