import type { Attention } from '../measures/listen'
import type { BackupOrder } from '../store/backup'
import { follow, tell } from '../takes/follow'

/**
 * Work that would hold up the process that the window talks to: reading long recordings, reading or
 * copying a large database, looking through a library of ten thousand folders. Everything that goes
 * in and comes out can be copied from one thread to another. A thread loads only what its jobs need.
 */
export const jobs = {
  remux: async (source: string, target: string) =>
    (await import('../takes/remux')).remux(source, target),
  readableMs: async (source: string) => (await import('../takes/remux')).readableMs(source),
  follow,
  tell,
  checkDatabase: async (file: string) => (await import('../store/check')).checkFile(file),
  makeBackup: async (order: BackupOrder) => (await import('../store/backup')).makeBackup(order),
  survey: async (databaseFile: string, dataFolder: string) =>
    (await import('../takes/survey')).survey(databaseFile, dataFolder),
}

/** Longer work, which says how far it is and can be stopped. */
export const watchedJobs = {
  measure: async (attention: Attention, file: string) =>
    (await import('../measures/measureTake')).measureTake(file, attention),
}

export type Jobs = typeof jobs
export type JobName = keyof Jobs
export type WatchedJobs = typeof watchedJobs
export type WatchedJobName = keyof WatchedJobs
