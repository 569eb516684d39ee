import { BackgroundThread } from './background/thread'
// oxlint-disable-next-line import/default -- electron-vite makes the default export out of `?nodeWorker`
import startWorker from './background/worker?nodeWorker'
import { Backups } from './backups'
import { Measurer, type MeasurerTools } from './measures/measurer'
import { saveBuiltInPacks } from './packs'
import { Recovery } from './recovery'
import { Reserve } from './reserve'
import { closeDatabase, type Database } from './store/database'
import { openOrRescue } from './store/rescue'
import { catchUp } from './takes/catchUp'
import { TakeFiles } from './takes/files'
import { Purge } from './takes/purge'
import { RecordKeeper } from './takes/recordKeeper'
import { remuxerOn, type Remuxer } from './takes/remuxer'
import { soundIn } from './takes/sound'
import { TakeWriter } from './takes/writer'

/** Everything that is stored, and whoever takes care of it. */
export interface Library {
  db: Database
  takeFiles: TakeFiles
  takeWriter: TakeWriter
  remuxer: Remuxer
  records: RecordKeeper
  reserve: Reserve
  backups: Backups
  purge: Purge
  recovery: Recovery
  measurer: Measurer
  /** Does what nobody has to wait for, once the window is there. */
  tendOnce(windowIsShown: Promise<unknown>): void
  close(): void
}

interface LibraryListeners {
  /** Takes were found or recovered: what is on the screen may be old. */
  onChanged: () => void
  onMeasured: MeasurerTools['tell']
}

/**
 * Opens what is in the data folder, and mends what a crash or a bad disk did to it.
 * @param listeners hear of what goes on without being asked for
 * @throws {AppError} DATA_NEWER with nothing written; whatever keeps the folder from being used
 */
export async function openLibrary(
  dataFolder: string,
  listeners: LibraryListeners,
): Promise<Library> {
  const takeFiles = new TakeFiles(dataFolder)
  const reserve = new Reserve(dataFolder)
  const opened = await reserve.spend(() =>
    openOrRescue(dataFolder, {
      hasRecordings: takeFiles.hasAny(),
      nowMs: Date.now(),
      catchUp: (backup, backupAtMs) => catchUp(backup, takeFiles, backupAtMs),
    }),
  )
  const { db } = opened
  saveBuiltInPacks(db)

  const takeThread = new BackgroundThread(() => startWorker({}))
  const storeThread = new BackgroundThread(() => startWorker({}))
  const records = new RecordKeeper(db, takeFiles)
  const tools = { db, files: takeFiles, remuxer: remuxerOn(takeThread), records }
  const backups = new Backups({ db, dataFolder, thread: storeThread, soundOf: soundIn(takeFiles) })
  const purge = new Purge(db, takeFiles, () => backups.scrub())
  const recovery = new Recovery({ ...tools, dataFolder, thread: storeThread, ...listeners })

  const measurer = new Measurer({
    db,
    files: takeFiles,
    measure: () => Promise.reject(new Error('MERGE: measureOn(measureThread)')),
    tell: listeners.onMeasured,
  })

  await recovery.findLostTakes(opened)
  purge.removeEverythingDeleted()

  return {
    ...tools,
    takeFiles,
    takeWriter: new TakeWriter(tools),
    reserve,
    backups,
    purge,
    recovery,
    measurer,
    tendOnce: (windowIsShown) => {
      recovery.finishCrashedTakes(windowIsShown)
      void windowIsShown.then(() => {
        recovery.surveyLater()
        backups.keepDaily()
        return reserve.fill()
      })
    },
    close: () => {
      records.flush()
      measurer.dispose()
      recovery.dispose()
      backups.dispose()
      reserve.dispose()
      purge.removeEverythingDeleted()
      purge.dispose()
      takeThread.dispose()
      storeThread.dispose()
      try {
        closeDatabase(db)
      } catch (error) {
        // On a full disk: what is in the log stays there, and the next start reads it.
        console.error('The log was not emptied', error)
      }
    },
  }
}
