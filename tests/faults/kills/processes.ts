import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type { ElectronApplication } from '@playwright/test'
import { expect } from '@playwright/test'

/** Every process of the app: main, the pages', the GPU's, the audio service's. */
async function processesOf(app: ElectronApplication): Promise<number[]> {
  const main = app.process().pid!
  if (existsSync('/proc/self/stat')) return [main, ...descendantsOf(main)]
  const known = await app.evaluate(({ app: inMain }) =>
    inMain.getAppMetrics().map(({ pid }) => pid),
  )
  return [...new Set([main, ...known])]
}

/**
 * Ends every process of the app in the same moment, as a power cut would, and answers with that
 * moment once all of them are gone.
 */
export async function killEverything(app: ElectronApplication): Promise<number> {
  const ended = app.waitForEvent('close')
  const pids = await processesOf(app)
  const atMs = Date.now()
  for (const pid of pids) kill(pid)
  await ended
  await expect.poll(() => pids.filter(isRunning), { intervals: [10] }).toEqual([])
  return atMs
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
  if (existsSync('/proc/self/stat')) return !['gone', 'Z', 'X'].includes(statusOf(pid).state)
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function descendantsOf(root: number): number[] {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc')) {
    if (/^\d+$/.test(name)) parents.set(Number(name), statusOf(Number(name)).parent)
  }
  const below = (pid: number): number[] =>
    [...parents]
      .filter(([, parent]) => parent === pid)
      .flatMap(([child]) => [child, ...below(child)])
  return below(root)
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
