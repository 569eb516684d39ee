import { execFileSync } from 'node:child_process'
import { cpus, loadavg, release, totalmem } from 'node:os'
import { electronExecutable } from '../../scripts/setup/electron/locate.mjs'

/** What was measured on: figures of two machines are not to be compared, ratios with care. */
export interface Machine {
  platform: string
  processor: string
  cores: number
  memoryGb: number
  node: string
  /** Processes that wanted a core when the run began: above half the cores, times are too long. */
  load: number
}

export interface MachineWithElectron extends Machine {
  electron: string
}

export function machine(): Machine {
  const processors = cpus()
  return {
    platform: `${process.platform} ${process.arch} ${release()}`,
    processor: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    node: process.version,
    load: Math.round((loadavg()[0] ?? 0) * 100) / 100,
  }
}

/** @throws {SetupError} where there is no Electron yet */
export function machineWithElectron(): MachineWithElectron {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' }
  const print = 'process.versions.electron'
  const version = execFileSync(electronExecutable(), ['-p', print], { env, encoding: 'utf8' })
  return { ...machine(), electron: version.trim() }
}
