import { Worker } from 'node:worker_threads'
import { inject, onTestFinished } from 'vitest'
import { BackgroundThread } from '../../../../electron/background/thread'

/** The thread as the app has it; gone when the test ends. */
export function realThread(): BackgroundThread {
  const thread = new BackgroundThread(() => new Worker(inject('workerFile')))
  onTestFinished(() => thread.dispose())
  return thread
}
