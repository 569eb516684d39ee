import type { WorkWatch } from './workWatch'
import type { DataFolder } from '../disk/dataFolder'
import type { BackupOrder } from '../backups/copyDatabase'
import type { BackupFile } from '../backups/backupFiles'
import type { ImportOrder } from '../library/importQuestions'
import type { ScrubOrder } from '../backups/scrubBackups'
import { follow, tell } from '../sound/followRecording'
import type { CompareOrder, LikeliestOrder } from '../questionLists/library/compareList'
import type { SaveOrder } from '../questionLists/library/saveList'
import type { WordsOrder } from '../questionLists/library/wordsInPack'
import type { SummariesOrder } from '../progress/makeSummaries'
import type { ListFile } from '../questionLists/readQuestionList'

/**
 * Work that would hold up the process that the window talks to: reading long recordings, reading or
 * copying a large database, looking through a library of ten thousand folders. Everything that goes
 * in and comes out can be copied from one thread to another. A thread loads only what its jobs need.
 */
export const jobs = {
  remux: async (source: string, target: string) =>
    (await import('../sound/remux')).remux(source, target),
  readableMs: async (source: string) => (await import('../sound/remux')).readableMs(source),
  follow,
  tell,
  checkDatabase: async (file: string) =>
    (await import('../store/database/checkDatabase')).checkDatabaseFile(file),
  makeBackup: async (order: BackupOrder) =>
    (await import('../backups/copyDatabase')).makeBackup(order),
  listBackups: async (folder: string) => {
    const [{ listBackupFiles }, { describeBackup }] = await Promise.all([
      import('../backups/backupFiles'),
      import('../backups/backupContents'),
    ])
    return listBackupFiles(folder).map(describeBackup)
  },
  describeBackup: async (file: BackupFile) =>
    (await import('../backups/backupContents')).describeBackup(file),
  makeReadable: async (file: BackupFile) =>
    (await import('../backups/backupContents')).makeReadable(file),
  removeLeftovers: async (folder: string) =>
    (await import('../backups/removeBackups')).removeLeftovers(folder),
  thinOut: async (folder: string, made: string) =>
    (await import('../backups/removeBackups')).thinOut(folder, made),
  scrubBackups: async (order: ScrubOrder) =>
    (await import('../backups/scrubBackups')).scrubBackups(order),
  readList: async (file: ListFile) => {
    const [{ readOutcome }, { readQuestionList }] = await Promise.all([
      import('../questionLists/process/readOutcome'),
      import('../questionLists/readQuestionList'),
    ])
    return readOutcome(() => readQuestionList(file))
  },
  compareList: async (order: CompareOrder) =>
    (await import('../questionLists/library/compareList')).compareList(order),
  likeliestPack: async (order: LikeliestOrder) =>
    (await import('../questionLists/library/compareList')).findLikeliestPack(order),
  wordsInPack: async (order: WordsOrder) =>
    (await import('../questionLists/library/wordsInPack')).wordsInPack(order),
  saveList: async (order: SaveOrder) =>
    (await import('../questionLists/library/saveList')).saveList(order),
  importQuestions: async (order: ImportOrder) =>
    (await import('../library/importQuestions')).importQuestions(order),
  makeSummaries: async (order: SummariesOrder) =>
    (await import('../progress/makeSummaries')).makeSummaries(order),
  survey: async (dataFolder: DataFolder) => (await import('../recovery/survey')).survey(dataFolder),
}

/** Longer work, which says how far it is and can be stopped. */
export const watchedJobs = {
  measure: async (watch: WorkWatch, file: string) =>
    (await import('../measures/measureTake')).measureTake(file, watch),
}

export type Jobs = typeof jobs
export type JobName = keyof Jobs
export type WatchedJobs = typeof watchedJobs
export type WatchedJobName = keyof WatchedJobs
