// @ts-check
// Where things live: the project, and the cache that outlives `npm ci`.
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { basename, dirname, isAbsolute, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url))

/** @param {string} name a package in the project's node_modules */
export function packageFolder(name) {
  return join(root, 'node_modules', name)
}

/**
 * The folder for what is slow to make again: shared by all checkouts, safe to delete at any time.
 * SOUNDCHECK_CACHE overrides it.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @returns {string}
 */
export function cacheFolder(env = process.env, platform = process.platform) {
  if (env.SOUNDCHECK_CACHE) return resolve(env.SOUNDCHECK_CACHE)
  if (platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'soundcheck')
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local'), 'soundcheck', 'Cache')
  }
  // The XDG standard says that a relative path is to be ignored.
  const xdg = env.XDG_CACHE_HOME
  return join(xdg && isAbsolute(xdg) ? xdg : join(homedir(), '.cache'), 'soundcheck')
}

/**
 * A temporary neighbour of `target`, to build in and then rename: whoever is interrupted leaves
 * a `.partial-<process id>` behind, never half a target.
 *
 * @param {string} target
 */
export function partialOf(target) {
  return `${target}.partial-${process.pid}`
}

/**
 * Removes what interrupted set-ups left beside `target`. Leftovers of a process that still runs
 * are in use and stay.
 *
 * @param {string} target
 */
export function removeLeftovers(target) {
  const folder = dirname(target)
  if (!existsSync(folder)) return
  const prefix = `${basename(target)}.partial-`
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(prefix)) continue
    if (isRunning(Number(name.slice(prefix.length)))) continue
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** @param {number} pid */
function isRunning(pid) {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
