import { once } from 'node:events'
import { app, session } from 'electron'
import { Closing } from './window/closing'
import type { AppContext } from './ipc/appContext'
import { showTextMenus } from './window/contextMenus'
import { surviveCrashes } from './window/pageCrashes'
import { appHandlers } from './ipc/handlers/app'
import { backupHandlers } from './ipc/handlers/backups'
import { diskHandlers } from './ipc/handlers/disk'
import { interviewHandlers } from './ipc/handlers/practice/interviews'
import { listHandlers } from './ipc/handlers/lists'
import { markHandlers } from './ipc/handlers/marks'
import { measureHandlers } from './ipc/handlers/measures'
import { microphoneHandlers } from './ipc/handlers/microphone'
import { packHandlers } from './ipc/handlers/packs'
import { practiceHandlers } from './ipc/handlers/practice/today'
import { progressHandlers } from './ipc/handlers/practice/progress'
import { questionHandlers } from './ipc/handlers/questions'
import { recoveryHandlers } from './ipc/handlers/recovery'
import { rubricHandlers } from './ipc/handlers/rubric'
import { sessionHandlers } from './ipc/handlers/sessions'
import { settingsHandlers } from './ipc/handlers/settings'
import { takeHandlers } from './ipc/handlers/takes'
import { bindRequests, tellWindows } from './ipc/bindRequests'
import { leanChromium } from './page/leanChromium'
import { openLibrary, type Library } from './library/library'
import { claimDataFolder } from './window/claimDataFolder'
import { setMenu } from './window/menu'
import type { DataFolder } from './disk/dataFolder'
import { makePrivate } from './disk/privateFolder'
import { registerSchemes, serve } from './page/protocol'
import { hardenChromium } from './page/security'
import { readSettings } from './store/settings'
import { refuseToStart } from './window/refuseToStart'
import { tellOfDamage } from './window/tellOfDamage'
import { applyTheme } from './window/theme'
import { focusWindow, openWindow } from './window/window'
import { zoomByKeys } from './window/zoom'

process.umask(0o077) // recordings are nobody else's business
app.setName('Soundcheck')
hardenChromium()
leanChromium()
registerSchemes()
setMenu((chosen) => tellWindows('menu.command', chosen)) // before `ready`, or Electron makes its own

try {
  const dataFolder = claimDataFolder()
  if (dataFolder === null) app.quit()
  else
    app
      .whenReady()
      .then(() => start(dataFolder))
      .catch(refuseToStart)
} catch (error) {
  void refuseToStart(error)
}

async function start(dataFolder: DataFolder): Promise<void> {
  makePrivate(dataFolder)
  const onLibraryChanged = (): void => tellWindows('library.changed')
  const library = await openLibrary(dataFolder, {
    onChanged: onLibraryChanged,
    onMeasured: (step) => tellWindows('measures.changed', step),
  })
  const closing = new Closing(library.takeWriter)
  bind({ ...library, dataFolder, closing, onSettingsChanged: applyTheme, onLibraryChanged })
  applyTheme(readSettings(library.db))

  const window = openWindow(dataFolder.windowPlace)
  surviveCrashes(window, library)
  closing.attach(window)
  showTextMenus(window.webContents)
  zoomByKeys(window.webContents)
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
    ...listHandlers(context),
    ...interviewHandlers(context),
    ...practiceHandlers(context),
    ...progressHandlers(context),
  }
  bindRequests(handlers, () => context.databaseHealth.doubt())
}
