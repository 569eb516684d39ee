/*
 * The process of its own in which an archive is read, started by `ipc/startReaderProcess.ts`: it has
 * no window, no database and no library, and is ended when it has answered or takes too long.
 */
import { readApkg } from '../anki/apkg'
import type { ListFile } from '../readQuestionList'
import { readOutcome } from './readOutcome'

process.parentPort.once('message', ({ data }) => {
  const { bytes } = data as ListFile
  void readOutcome(() => readApkg(bytes)).then((outcome) => process.parentPort.postMessage(outcome))
})
