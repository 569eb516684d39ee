import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, session } from 'electron'
import { Closing } from './closing'
import type { AppContext } from './context'
import { showTextMenus } from './contextMenus'
import { surviveCrashes } from './crash'
import { appHandlers } from './handlers/app'
import { packHandlers } from './handlers/packs'
import { recoveryHandlers } from './handlers/recovery'
import { sessionHandlers } from './handlers/sessions'
import { settingsHandlers } from './handlers/settings'
import { takeHandlers } from './handlers/takes'
import { bindRequests, sendEvent } from './ipc'
import { setMenu } from './menu'
import { saveBuiltInPacks } from './packs'
import { registerSchemes, serve } from './protocol'
import { hardenChromium, hardenSession } from './security'
import { closeDatabase, openDatabase } from './store/database'
import { readSettings } from './store/settings'
import { TakeFiles } from './takes/files'
import { Purge } from './takes/purge'
import { recoverTakes } from './takes/recover'
// oxlint-disable-next-line import/default -- electron-vite makes the default export out of `?nodeWorker`
import startRemuxWorker from './takes/remuxWorker?nodeWorker'
import { WorkerRemuxer } from './takes/remuxer'
import { TakeWriter } from './takes/writer'
import { applyTheme } from './theme'
import { focusWindow, openWindow } from './window'

process.umask(0o077) // recordings are nobody else's business
app.setName('Soundcheck')
hardenChromium()
registerSchemes()

// Two at once would write to the same files.
if (app.requestSingleInstanceLock()) app.whenReady().then(start).catch(refuseToStart)
else app.quit()

async function start(): Promise<void> {
  const dataFolder = app.getPath('userData')
  chmodSync(dataFolder, 0o700)
  const db = openDatabase(join(dataFolder, 'soundcheck.db'))
  saveBuiltInPacks(db)

  const takeFiles = new TakeFiles(dataFolder)
  const remuxer = new WorkerRemuxer(() => startRemuxWorker({}))
  const tools = { db, files: takeFiles, remuxer }
  const takeWriter = new TakeWriter(tools)
  const purge = new Purge(db, takeFiles)
  const closing = new Closing(takeWriter)
  purge.removeEverythingDeleted()
  await recoverTakes(tools)

  bind({
    db,
    dataFolder,
    takeFiles,
    takeWriter,
    purge,
    closing,
    onSettingsChanged: applyTheme,
  })
  applyTheme(readSettings(db))

  const window = openWindow(dataFolder)
  setMenu((command) => sendEvent(window, 'menu.command', command))
  surviveCrashes(window, { takeWriter, db })
  closing.attach(window)
  showTextMenus(window.webContents)

  app.on('second-instance', () => focusWindow(window))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', () => {
    purge.removeEverythingDeleted()
    purge.dispose()
    remuxer.dispose()
    closeDatabase(db)
  })
}

/** Lets the page in: to its own files, to the sound of takes, and to the contract. */
function bind(context: AppContext): void {
  hardenSession(session.defaultSession)
  serve(session.defaultSession, context)
  bindRequests({
    ...packHandlers(context),
    ...sessionHandlers(context),
    ...takeHandlers(context),
    ...recoveryHandlers(context),
    ...settingsHandlers(context),
    ...appHandlers(context),
  })
}

function refuseToStart(error: unknown): void {
  console.error(error)
  const reason = error instanceof Error ? error.message : String(error)
  dialog.showErrorBox('Soundcheck cannot start', reason)
  app.exit(1)
}
