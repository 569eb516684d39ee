import { once } from 'node:events'
import { app, dialog, session } from 'electron'
import { ERROR_WORDS } from '../shared/errors'
import { Closing } from './closing'
import type { AppContext } from './context'
import { showTextMenus } from './contextMenus'
import { surviveCrashes } from './crash'
import { appHandlers } from './handlers/app'
import { backupHandlers } from './handlers/backups'
import { diskHandlers } from './handlers/disk'
import { markHandlers } from './handlers/marks'
import { measureHandlers } from './handlers/measures'
import { microphoneHandlers } from './handlers/microphone'
import { packHandlers } from './handlers/packs'
import { questionHandlers } from './handlers/questions'
import { recoveryHandlers } from './handlers/recovery'
import { rubricHandlers } from './handlers/rubric'
import { sessionHandlers } from './handlers/sessions'
import { settingsHandlers } from './handlers/settings'
import { takeHandlers } from './handlers/takes'
import { bindRequests, tellWindows } from './ipc'
import { leanChromium } from './leanChromium'
import { openLibrary, type Library } from './library'
import { setMenu } from './menu'
import { makePrivate } from './privateFolder'
import { registerSchemes, serve } from './protocol'
import { replyError } from './replyError'
import { hardenChromium } from './security'
import { readSettings } from './store/settings'
import { tellOfDamage } from './tellOfDamage'
import { applyTheme } from './theme'
import { focusWindow, openWindow } from './window'

process.umask(0o077) // recordings are nobody else's business
app.setName('Soundcheck')
hardenChromium()
leanChromium()
registerSchemes()
setMenu((command) => tellWindows('menu.command', command)) // before `ready`, or Electron makes its own

// Two at once would write to the same files.
if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(refuseToStart)
else app.quit()

async function start(): Promise<void> {
  const dataFolder = app.getPath('userData')
  makePrivate(dataFolder)
  const onLibraryChanged = (): void => tellWindows('library.changed')
  const library = await openLibrary(dataFolder, {
    onChanged: onLibraryChanged,
    onMeasured: (step) => tellWindows('measures.changed', step),
  })
  const closing = new Closing(library.takeWriter)
  bind({ ...library, dataFolder, closing, onSettingsChanged: applyTheme, onLibraryChanged })
  applyTheme(readSettings(library.db))

  const window = openWindow(dataFolder)
  surviveCrashes(window, library)
  closing.attach(window)
  showTextMenus(window.webContents)
  library.tendOnce(once(window, 'ready-to-show'), () => void tellOfDamage(window))

  app.on('second-instance', () => focusWindow(window))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => closeLibrary(library, event))
}

function closeLibrary(library: Library, event: Electron.Event): void {
  const work = library.finishWork()
  if (!work) return library.close()
  event.preventDefault()
  void work.then(() => app.quit())
}

/** Lets the page in: to its own files, to the sound of takes, and to the contract. */
function bind(context: AppContext): void {
  serve(session.defaultSession, context)
  const handlers = {
    ...packHandlers(context),
    ...sessionHandlers(context),
    ...takeHandlers(context),
    ...measureHandlers(context),
    ...markHandlers(context),
    ...rubricHandlers(context),
    ...questionHandlers(context),
    ...recoveryHandlers(context),
    ...backupHandlers(context),
    ...diskHandlers(context),
    ...settingsHandlers(context),
    ...appHandlers(context),
    ...microphoneHandlers(),
  }
  bindRequests(handlers, () => context.soundness.doubt())
}

function refuseToStart(error: unknown): void {
  console.error(error)
  const { code, detail } = replyError(error)
  const { happened, kept, next } = ERROR_WORDS[code]
  const words = [happened, kept, next].join(' ')
  dialog.showErrorBox('Soundcheck cannot start', `${words}\n\n${code}: ${detail}`)
  app.exit(1)
}
