import { utilityProcess } from 'electron'
// oxlint-disable-next-line import/default -- electron-vite makes the default export out of `?modulePath`
import readerModule from '../questionLists/process/readerProcess?modulePath'
import type { ReaderProcess } from '../questionLists/process/listReader'
import type { ReadOutcome } from '../../shared/questionLists/listedQuestion'

/** Starts a process that reads one archive. It gets no environment, and says nothing. */
export function startReaderProcess(): ReaderProcess {
  const child = utilityProcess.fork(readerModule, [], {
    serviceName: 'Soundcheck reads a deck',
    env: {},
    stdio: 'ignore',
  })
  return {
    postMessage: (file) => child.postMessage(file),
    onAnswer: (listener) => child.once('message', (outcome: ReadOutcome) => listener(outcome)),
    onExit: (listener) => child.once('exit', listener),
    kill: () => void child.kill(),
  }
}
