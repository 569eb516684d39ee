import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { electronExecutable } from '../../../scripts/setup/electron/locate.mjs'
import { Devtools, within } from './devtools'

export const APP = '.'
export const BARE = resolve('tests/bench/bare/main.cjs')

/** Nothing asks the page anything before its first paint is long over. */
const LEFT_ALONE_MS = 1500
const ENDS_WITHIN_MS = 30_000

/** An app that was started as a person does it, with nothing watching. */
export interface Started {
  pid: number
  /** From the start of the process to the first contentful paint of its page. */
  paintMs: number
  /** The same to the paint of the largest text or picture on it. */
  largestPaintMs: number
  end: () => Promise<void>
}

/**
 * Starts an app and asks its page afterwards when it first painted. Both moments are of the
 * system's clock: Chromium's timeOrigin is one of them.
 */
export async function start(what: string, dataFolder: string): Promise<Started> {
  rmSync(join(dataFolder, 'DevToolsActivePort'), { force: true })
  const sandbox = process.platform === 'linux' ? ['--no-sandbox'] : []
  const args = [what, `--user-data-dir=${dataFolder}`, '--remote-debugging-port=0', ...sandbox]
  const startedAtMs = performance.timeOrigin + performance.now()
  const child = spawn(electronExecutable(), args, { stdio: 'ignore' })
  try {
    await pause(LEFT_ALONE_MS)
    const { first, largest } = await paintsOf(dataFolder)
    return {
      pid: child.pid!,
      paintMs: first - startedAtMs,
      largestPaintMs: largest - startedAtMs,
      end: () => end(child),
    }
  } catch (error) {
    await end(child)
    throw error
  }
}

/** When its page first painted, and an end to it. */
export async function startMs(what: string, dataFolder: string): Promise<number> {
  const started = await start(what, dataFolder)
  await started.end()
  return started.paintMs
}

interface Paints {
  first: number
  largest: number
}

async function paintsOf(dataFolder: string): Promise<Paints> {
  const devtools = await Devtools.connect(dataFolder)
  try {
    // A page that is only just there refuses at first.
    return await within(() => devtools.value<Paints>(PAINTS))
  } finally {
    devtools.close()
  }
}

const PAINTS = `new Promise((resolve) => {
  const timesOf = (type, found) =>
    new PerformanceObserver((list, observer) => {
      const entries = list.getEntries().filter(({ name }) => type !== 'paint' || name === 'first-contentful-paint')
      if (entries.length === 0) return
      observer.disconnect()
      found(entries.at(-1).startTime + performance.timeOrigin)
    }).observe({ type, buffered: true })
  timesOf('paint', (first) =>
    timesOf('largest-contentful-paint', (largest) => resolve({ first, largest })))
})`

/** Asks it to quit, and waits until it has. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const giveUp = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS)
  await ended
  clearTimeout(giveUp)
}
