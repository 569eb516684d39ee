import { setTimeout as pause } from 'node:timers/promises'
import { BackgroundThread } from '../background/thread'
import { PauseSwitch } from '../background/workWatch'
// oxlint-disable-next-line import/default -- electron-vite makes the default export out of `?nodeWorker`
import startWorker from '../background/worker?nodeWorker'
import { Backups } from '../backups/backups'
import { KeptAwake } from '../microphone/keptAwake'
import { measureOn, THREAD_LIMITS } from '../measures/measureThread'
import { Measurer, type MeasurerTools } from '../measures/measurer'
import { saveBuiltInPacks } from './builtInPacks'
import { Recovery } from '../recovery/recovery'
import { Reserve } from '../disk/reserve'
import { ListImports } from './listImports'
import { DatabaseHealth } from './databaseHealth'
import { closeDatabase, type Database } from '../store/database/database'
import type { DataFolder } from '../disk/dataFolder'
import { openOrRescue } from '../recovery/rescueDatabase'
import { readSettings } from '../store/settings'
import { listRecordingTakes } from '../store/takes/takes'
import { catchUp } from '../recovery/catchUp'
import { TakeFiles } from '../takes/takeFiles'
import { Purge } from '../takes/purge'
import { readAllRevisions } from '../records/readRecords'
import { RecordKeeper } from '../records/recordKeeper'
import { remuxerOn, type Remuxer } from '../sound/remuxer'
import { soundIn } from '../takes/soundOf'
import { TakeWriter } from '../takes/takeWriter'

/** Who quits waits no longer for what the next start can do as well. */
const PATIENCE_MS = 30_000

/** The first paint goes on for a moment after the window is there. */
const READ_AFTER_MS = 300

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
  databaseHealth: DatabaseHealth
  imports: ListImports
  awake: KeptAwake
  /** Does what nobody has to wait for, once the window is there. */
  tendOnce(windowIsShown: Promise<unknown>, onDamaged: () => void): void
  /**
   * The app ends: what is deleted is removed, and no more work is begun. What is under way has to be
   * finished before `close`: deleted words would be left in the backups, and half a backup; a
   * database that is half read would be read at the next start. That one does what takes too long.
   * @returns null when nothing is under way
   */
  finishWork(): Promise<unknown> | null
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
  dataFolder: DataFolder,
  listeners: LibraryListeners,
): Promise<Library> {
  const takeFiles = new TakeFiles(dataFolder)
  const reserve = new Reserve(dataFolder)
  const opened = await reserve.spend(() =>
    openOrRescue(dataFolder, {
      hasRecordings: takeFiles.hasAny(),
      nowMs: Date.now(),
      recorded: () => readAllRevisions(takeFiles),
      catchUp: (backup, library) => catchUp(backup, takeFiles, library),
      firstUse,
    }),
  )
  const { db } = opened
  const isChecked = opened.kind === 'rescued' || opened.isChecked

  const takeThread = new BackgroundThread(() => startWorker({}))
  const storeThread = new BackgroundThread(() => startWorker({}))
  const measureThread = new BackgroundThread(() => startWorker({ resourceLimits: THREAD_LIMITS }))
  const databaseHealth = new DatabaseHealth({
    databaseFile: dataFolder.database,
    thread: storeThread,
    isChecked,
  })
  const records = new RecordKeeper(db, takeFiles, databaseHealth)
  const tools = { db, files: takeFiles, remuxer: remuxerOn(takeThread), records }
  const onStoreThread = { dataFolder, thread: storeThread, health: databaseHealth }
  const backups = new Backups({ ...onStoreThread, db, records, soundOf: soundIn(takeFiles) })
  const imports = new ListImports({ dataFolder, thread: storeThread, records })
  const purge = new Purge(db, takeFiles, () => backups.scrub(), databaseHealth)
  const recovery = new Recovery({ ...tools, ...onStoreThread, onChanged: listeners.onChanged })
  const awake = new KeptAwake()
  const workRests = new PauseSwitch()
  let isEnding = false
  let lastWork: Promise<void> | null = null
  const measurer = new Measurer({
    db,
    files: takeFiles,
    measure: measureOn(measureThread),
    health: databaseHealth,
    pause: workRests,
    tell: listeners.onMeasured,
  })

  const endWork = (): Promise<void> | null => {
    isEnding = true
    for (const worker of [measurer, recovery, backups, purge]) worker.dispose()
    const purged = purge.removeEverythingDeleted()
    if (!backups.isBusy && !databaseHealth.reading && !imports.underWay) return null
    const done = Promise.all([purged, backups.settled(), databaseHealth.reading, imports.underWay])
    return Promise.race([done, pause(PATIENCE_MS)]).then(() => {
      lastWork = null
    })
  }

  await recovery.findLostTakes(opened)
  // By it a database that is lost is known to be this library's, and not that of the other copy.
  if (opened.kind === 'sound' && opened.isForked) records.writeLibraryLater()
  // A clean end has done that. After a rescue it waits for the end: the damaged database that was
  // moved aside goes with it, and somebody may want to look at that first.
  if (opened.kind === 'sound' && isChecked) void purge.removeEverythingDeleted()

  return {
    ...tools,
    takeFiles,
    takeWriter: new TakeWriter({ ...tools, whileRecording: [awake, workRests] }),
    reserve,
    backups,
    purge,
    recovery,
    measurer,
    databaseHealth,
    imports,
    awake,
    tendOnce: (windowIsShown, onDamaged) => {
      recovery.finishCrashedTakes(windowIsShown)
      void windowIsShown.then(() => reserve.fill())
      void Promise.all([windowIsShown, databaseHealth.foundUnseen]).then(onDamaged)
      void windowIsShown.then(async () => {
        await pause(READ_AFTER_MS)
        if (!isEnding) await databaseHealth.check()
        // Nothing is built on a damaged one: no backup, and no survey that would write to it.
        if (isEnding || databaseHealth.isDamaged) return
        recovery.surveyLater()
        backups.keepDaily()
        if (!isChecked) purge.schedule() // what could not be removed at the end
      })
    },
    finishWork: () => {
      if (!isEnding) lastWork = endWork()
      return lastWork
    },
    close: () => {
      records.flush()
      awake.dispose()
      reserve.dispose()
      takeThread.dispose()
      storeThread.dispose()
      measureThread.dispose()
      purge.takeOutRemnants(dataFolder.database)
      try {
        closeDatabase(db)
        databaseHealth.noteEnd()
      } catch (error) {
        // On a full disk: what is in the log stays there, and the next start reads it.
        console.error('The log was not emptied', error)
      }
    },
  }
}

/** What main itself asks of the database before there is a window. */
function firstUse(db: Database): void {
  saveBuiltInPacks(db)
  readSettings(db)
  listRecordingTakes(db)
}
