import { once } from 'node:events'
import { chmodSync } from 'node:fs'
import { app, dialog, session } from 'electron'
import { BackgroundThread } from './background/thread'
// oxlint-disable-next-line import/default -- electron-vite makes the default export out of `?nodeWorker`
import startWorker from './background/worker?nodeWorker'
import { Backups } from './backups'
import { Closing } from './closing'
import type { AppContext } from './context'
import { showTextMenus } from './contextMenus'
import { surviveCrashes } from './crash'
import { appHandlers } from './handlers/app'
import { backupHandlers } from './handlers/backups'
import { diskHandlers } from './handlers/disk'
import { packHandlers } from './handlers/packs'
import { recoveryHandlers } from './handlers/recovery'
import { sessionHandlers } from './handlers/sessions'
import { settingsHandlers } from './handlers/settings'
import { takeHandlers } from './handlers/takes'
import { bindRequests, sendEvent, tellWindows } from './ipc'
import { setMenu } from './menu'
import { saveBuiltInPacks } from './packs'
import { registerSchemes, serve } from './protocol'
import { Recovery } from './recovery'
import { Reserve } from './reserve'
import { hardenChromium, hardenSession } from './security'
import { closeDatabase } from './store/database'
import { openOrRescue } from './store/rescue'
import { readSettings } from './store/settings'
import { TakeFiles } from './takes/files'
import { Purge } from './takes/purge'
import { RecordKeeper } from './takes/recordKeeper'
import { remuxerOn } from './takes/remuxer'
import { soundIn } from './takes/sound'
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
  const takeFiles = new TakeFiles(dataFolder)
  const reserve = new Reserve(dataFolder)
  const opened = await reserve.spend(() =>
    openOrRescue(dataFolder, { hasRecordings: takeFiles.hasAny(), nowMs: Date.now() }),
  )
  const { db } = opened
  saveBuiltInPacks(db)

  const takeThread = new BackgroundThread(() => startWorker({}))
  const storeThread = new BackgroundThread(() => startWorker({}))
  const onLibraryChanged = (): void => tellWindows('library.changed')
  const records = new RecordKeeper(db, takeFiles)
  const tools = { db, files: takeFiles, remuxer: remuxerOn(takeThread), records }
  const backups = new Backups({ db, dataFolder, thread: storeThread, soundOf: soundIn(takeFiles) })
  const purge = new Purge(db, takeFiles, () => backups.scrub())
  const recovery = new Recovery({ ...tools, dataFolder, thread: storeThread, onLibraryChanged })
  const takeWriter = new TakeWriter(tools)
  const closing = new Closing(takeWriter)

  await recovery.findLostTakes(opened)
  purge.removeEverythingDeleted()
  bind({
    ...tools,
    dataFolder,
    takeFiles,
    takeWriter,
    reserve,
    backups,
    purge,
    recovery,
    closing,
    onSettingsChanged: applyTheme,
    onLibraryChanged,
  })
  applyTheme(readSettings(db))

  const window = openWindow(dataFolder)
  setMenu((command) => sendEvent(window, 'menu.command', command))
  surviveCrashes(window, { takeWriter, db })
  closing.attach(window)
  showTextMenus(window.webContents)
  // What nobody waits for, once the window is there.
  const isShown = once(window, 'ready-to-show')
  recovery.finishCrashedTakes(isShown)
  void isShown.then(() => {
    recovery.surveyLater()
    backups.keepDaily()
    return reserve.fill()
  })

  app.on('second-instance', () => focusWindow(window))
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (backups.isBusy) {
      event.preventDefault()
      void backups.settled().then(() => app.quit())
      return
    }
    records.flush()
    recovery.dispose()
    backups.dispose()
    reserve.dispose()
    purge.removeEverythingDeleted()
    purge.dispose()
    takeThread.dispose()
    storeThread.dispose()
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
    ...backupHandlers(context),
    ...diskHandlers(context),
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
