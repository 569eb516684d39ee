import { app, dialog, type BrowserWindow } from 'electron'
import type { Database } from '../store/database/database'
import type { KeptAwake } from '../microphone/keptAwake'
import { setTakeRecovered } from '../recovery/recoveredTakes'
import type { TakeWriter } from '../takes/takeWriter'

const MAX_RELOADS = 3
const WITHIN_MS = 5 * 60 * 1000

/**
 * When the page's process dies, finishes what it was recording and loads the page again, which then
 * offers the take; when that does not help for long, says so instead of trying for ever.
 */
export function surviveCrashes(
  window: BrowserWindow,
  { takeWriter, db, awake }: { takeWriter: TakeWriter; db: Database; awake: KeptAwake },
): void {
  let reloads: number[] = []

  const recover = async (): Promise<void> => {
    // Nobody is left to say that a mock interview is over.
    awake.keepDisplayOn(false)
    for (const takeId of takeWriter.openTakeIds) {
      try {
        setTakeRecovered(db, { takeId, isRecovered: true })
      } catch (error) {
        // On a full disk for instance. The take is closed, and the page comes back, all the same.
        console.error(`Take ${takeId} will not be asked about`, error)
      }
    }
    await takeWriter.closeAll()
    if (window.isDestroyed()) return
    const now = Date.now()
    reloads = reloads.filter((atMs) => now - atMs < WITHIN_MS)
    if (reloads.length < MAX_RELOADS) {
      reloads.push(now)
      window.webContents.reload()
      return
    }
    await dialog.showMessageBox(window, {
      type: 'error',
      message: 'Soundcheck keeps stopping',
      detail: 'Everything that was recorded is saved. Quit Soundcheck and start it again.',
      buttons: ['Quit'],
    })
    app.quit()
  }

  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    console.error(`The page is gone: ${reason}`)
    void recover()
  })
}
