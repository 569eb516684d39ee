import { BackgroundThread } from '../background/thread'
// oxlint-disable-next-line import/default -- electron-vite makes the default export out of `?nodeWorker`
import startWorker from '../background/worker?nodeWorker'

/** A thread for summing up alone: it does not wait for a backup or an import. */
export function progressThread(): BackgroundThread {
  return new BackgroundThread(() => startWorker({}))
}
