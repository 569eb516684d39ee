import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { onTestFinished } from 'vitest'
import { BackgroundThread } from '../../../../electron/background/thread'

/** The thread as the app has it, run from the source; gone when the test ends. */
export function realThread(): BackgroundThread {
  const imports = pathToFileURL(resolve('scripts/typescript-imports.mjs'))
  const source = pathToFileURL(resolve('electron/background/worker.ts'))
  const thread = new BackgroundThread(
    () => new Worker(source, { execArgv: ['--import', imports.href] }),
  )
  onTestFinished(() => thread.dispose())
  return thread
}
