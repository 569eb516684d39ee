import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { ElectronApplication } from '@playwright/test'
import { expect } from '@playwright/test'

const HAS_PROC = existsSync('/proc/self/stat')

/**
 * Ends every process of the app in the same moment, as a power cut would, and answers with that
 * moment once all of them are gone.
 */
export async function killEverything(app: ElectronApplication): Promise<number> {
  const ended = app.waitForEvent('close')
  const pids = await processesOf(app)
  const atMs = Date.now()
  await killAll(pids)
  await ended
  return atMs
}

/** Ends these processes at once, and answers when they are gone. */
export async function killAll(pids: readonly number[]): Promise<void> {
  for (const pid of pids) kill(pid)
  await expect.poll(() => pids.filter(isRunning), { intervals: [10] }).toEqual([])
}

/** Every process of the app: main, the page's, the GPU's, the audio service's. */
async function processesOf(app: ElectronApplication): Promise<number[]> {
  const main = app.process().pid!
  if (HAS_PROC) return withDescendants(main)
  const known = await app.evaluate(({ app: inMain }) =>
    inMain.getAppMetrics().map(({ pid }) => pid),
  )
  return [...new Set([main, ...known])]
}

/** A process and everything that it started, where the system has /proc; elsewhere itself alone. */
export function withDescendants(root: number): number[] {
  if (!HAS_PROC) return [root]
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), statusOf(Number(name)).parent)
  }
  const below = (pid: number): number[] =>
    [...parents]
      .filter(([, parent]) => parent === pid)
      .flatMap(([child]) => [child, ...below(child)])
  return [root, ...below(root)]
}

/** SIGKILL; one that has just ended by itself is no error. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function isRunning(pid: number): boolean {
  if (HAS_PROC) return !['gone', 'Z', 'X'].includes(statusOf(pid).state)
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function statusOf(pid: number): { state: string; parent: number } {
  try {
    // The name before it stands in brackets and may hold anything.
    const [state = '', parent = ''] = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
      .split(') ')
      .at(-1)!
      .split(' ')
    return { state, parent: Number(parent) }
  } catch {
    return { state: 'gone', parent: 0 }
  }
}
