import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { app, dialog, session, type BrowserWindow } from 'electron'
import { Closing } from './closing'
import type { AppContext } from './context'
import { surviveCrashes } from './crash'
import { appHandlers } from './handlers/app'
import { packHandlers } from './handlers/packs'
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
import startRemuxWorker from './takes/remux-worker?nodeWorker'
import { WorkerRemuxer } from './takes/remuxer'
import { TakeWriter } from './takes/writer'
import { applyTheme } from './theme'
import { focusWindow, openWindow } from './window'

process.umask(0o077) // recordings are nobody else's business
app.setName('Soundcheck')
hardenChromium()
registerSchemes()

if (app.requestSingleInstanceLock()) {
  app.whenReady().then(start).catch(refuseToStart)
} else {
  app.quit()
}

async function start(): Promise<void> {
  const context = openStore(app.getPath('userData'))
  hardenSession(session.defaultSession)
  serve(session.defaultSession, context)
  bindRequests({
    ...packHandlers(context),
    ...sessionHandlers(context),
    ...takeHandlers(context),
    ...settingsHandlers(context),
    ...appHandlers(context),
  })
  await recoverTakes(context.tools)
  const window = openWindow(context.dataFolder)
}
