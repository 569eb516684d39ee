import { app, dialog, type BrowserWindow } from 'electron'
import { ERROR_WORDS } from '../../shared/errors'

/** Says that the database turned out to be damaged, and offers the start that mends it. */
export async function tellOfDamage(window: BrowserWindow): Promise<void> {
  if (window.isDestroyed()) return
  const { happened, kept, next } = ERROR_WORDS.DATA_DAMAGED
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: happened,
    detail: `${kept} ${next}\n\nDATA_DAMAGED`,
    buttons: ['Restart now', 'Later'],
    defaultId: 0,
    cancelId: 1,
  })
  if (response !== 0) return
  app.relaunch()
  app.quit() // a take that is being recorded is finished first
}
