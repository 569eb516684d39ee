import { BackgroundThread } from '../../background/thread'
// oxlint-disable-next-line import/default -- electron-vite makes the default export out of `?nodeWorker`
import startWorker from '../../background/worker?nodeWorker'

/** A thread for lists alone: one that is ended takes no other work with it. */
export function listThread(): BackgroundThread {
  return new BackgroundThread(() => startWorker({}))
}
