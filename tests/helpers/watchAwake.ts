import { existsSync, readFileSync } from 'node:fs'
import type { ElectronApplication } from '@playwright/test'

/** Writes down what the system is asked for, in a file that is still there when the app is not. */
export async function watchAwake(app: ElectronApplication, file: string): Promise<() => string[]> {
  await app.evaluate(({ powerSaveBlocker }, log) => {
    const { appendFileSync } = process.getBuiltinModule('node:fs')
    const start = powerSaveBlocker.start.bind(powerSaveBlocker)
    const stop = powerSaveBlocker.stop.bind(powerSaveBlocker)
    powerSaveBlocker.start = (type) => {
      const id = start(type)
      appendFileSync(log, `start ${type} ${String(powerSaveBlocker.isStarted(id))}\n`)
      return id
    }
    powerSaveBlocker.stop = (id) => {
      const isStopped = stop(id)
      appendFileSync(log, `stop ${String(powerSaveBlocker.isStarted(id))}\n`)
      return isStopped
    }
  }, file)
  return () => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [])
}
