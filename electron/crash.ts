import type { BrowserWindow } from 'electron'
import type { TakeWriter } from './takes/writer'

const MAX_RELOADS = 3
const WITHIN_MS = 5 * 60 * 1000

/**
 * When the page's process dies, finishes what it was recording and loads the page again, but not
 * for ever: a page that dies at once each time stays away.
 */
export function surviveCrashes(window: BrowserWindow, takeWriter: TakeWriter): void {
  let reloads: number[] = []
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    console.error(`The page is gone: ${reason}`)
    void takeWriter.closeAll().then(() => {
      const now = Date.now()
      reloads = reloads.filter((atMs) => now - atMs < WITHIN_MS)
      if (reloads.length >= MAX_RELOADS || window.isDestroyed()) return
      reloads.push(now)
      window.webContents.reload()
    })
  })
}
