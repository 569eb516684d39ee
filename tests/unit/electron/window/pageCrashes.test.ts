import { EventEmitter } from 'node:events'
import { app, dialog, type BrowserWindow } from 'electron'
import { expect, test, vi } from 'vitest'
import { surviveCrashes } from '../../../../electron/window/pageCrashes'
import type { KeptAwake } from '../../../../electron/microphone/keptAwake'
import type { TakeWriter } from '../../../../electron/takes/takeWriter'
import { memoryStore } from '../store/fixture'
import { eventually } from '../../../helpers/eventually'

vi.mock('electron', () => ({
  app: { quit: vi.fn() },
  dialog: { showMessageBox: vi.fn(() => Promise.resolve({ response: 0 })) },
}))

test('a page that keeps dying is loaded again three times, then there is only quitting', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const reload = vi.fn()
  const webContents = Object.assign(new EventEmitter(), { reload })
  const window = { webContents, isDestroyed: () => false } as unknown as BrowserWindow
  const takeWriter = { openTakeIds: [], closeAll: () => Promise.resolve() } as unknown as TakeWriter
  const keepDisplayOn = vi.fn()
  const awake = { keepDisplayOn } as unknown as KeptAwake
  surviveCrashes(window, { takeWriter, db: memoryStore(), awake })
  const crash = () => webContents.emit('render-process-gone', {}, { reason: 'crashed' })

  for (let crashes = 1; crashes <= 3; crashes += 1) {
    crash()
    await eventually(() => expect(reload).toHaveBeenCalledTimes(crashes))
    expect(keepDisplayOn).toHaveBeenLastCalledWith(false)
  }
  expect(app.quit).not.toHaveBeenCalled()
  crash()
  await eventually(() => expect(app.quit).toHaveBeenCalledOnce())
  expect(reload).toHaveBeenCalledTimes(3)
  expect(dialog.showMessageBox).toHaveBeenCalledWith(
    window,
    expect.objectContaining({ buttons: ['Quit'] }),
  )
})

test('a full disk does not keep the page from coming back, or its take from being closed', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {})
  const reload = vi.fn()
  const webContents = Object.assign(new EventEmitter(), { reload })
  const window = { webContents, isDestroyed: () => false } as unknown as BrowserWindow
  const closeAll = vi.fn(() => Promise.resolve())
  const takeWriter = { openTakeIds: ['one'], closeAll } as unknown as TakeWriter
  const db = memoryStore()
  db.pragma('query_only = 1')
  const awake = { keepDisplayOn: vi.fn() } as unknown as KeptAwake
  surviveCrashes(window, { takeWriter, db, awake })
  webContents.emit('render-process-gone', {}, { reason: 'crashed' })
  await eventually(() => expect(reload).toHaveBeenCalledOnce())
  expect(closeAll).toHaveBeenCalledOnce()
})
