import { onTestFinished } from 'vitest'
import { dataFolderAt } from '../../../../electron/disk/dataFolder'
import { catchUp } from '../../../../electron/recovery/catchUp'
import { openOrRescue, type Opened } from '../../../../electron/recovery/rescueDatabase'
import { readAllRevisions } from '../../../../electron/records/readRecords'
import { RecordKeeper } from '../../../../electron/records/recordKeeper'
import { closeDatabase } from '../../../../electron/store/database/database'
import { TakeFiles } from '../../../../electron/takes/takeFiles'
import type { FinishTools } from '../../../../electron/takes/finishTake'
import { directRemuxer, healthy } from '../takes/fixture'

/** A data folder that is open, and what works on it. */
export interface OpenedAtStart extends FinishTools {
  opened: Opened
  dataFolder: string
  /** Also done when the test ends. */
  close: () => void
}

/** Opens what is in the data folder as the app does at its start. */
export function openedAtStart(dataFolder: string): OpenedAtStart {
  const folder = dataFolderAt(dataFolder)
  const files = new TakeFiles(folder)
  const opened = openOrRescue(folder, {
    hasRecordings: files.hasAny(),
    nowMs: Date.now(),
    recorded: () => readAllRevisions(files),
    catchUp: (backup, library) => catchUp(backup, files, library),
    firstUse: () => {},
  })
  const { db } = opened
  const records = new RecordKeeper(db, files, healthy())
  if (opened.kind === 'sound' && opened.isForked) records.writeLibraryLater()
  const close = (): void => {
    if (db.open) records.flush()
    closeDatabase(db)
  }
  onTestFinished(close)
  return { opened, db, dataFolder, files, records, remuxer: directRemuxer, close }
}
