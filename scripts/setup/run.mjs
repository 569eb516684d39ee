// @ts-check
// Running other programs: their output is kept for the error message, and one that makes no
// progress is stopped.
import { spawn } from 'node:child_process'
import { accessSync, constants, lstatSync, readdirSync } from 'node:fs'
import { delimiter, isAbsolute, join } from 'node:path'

/**
 * @typedef {object} Outcome
 * @property {number | null} code the exit code; null if it was stopped or could not start
 * @property {string} output what it printed, both streams in order
 * @property {boolean} stalled whether it was stopped because it made no progress
 */

/**
 * Runs a program to its end. Never throws: what went wrong is in the outcome. It speaks English,
 * whatever language the person's system has: what it prints is read by programs here.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string[]} [options.watch] folders that grow as long as there is progress
 * @param {number} [options.idleMs] stop it when nothing there changes for so long
 * @returns {Promise<Outcome>}
 */
export function run(command, args, { cwd, env, watch = [], idleMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...(env ?? process.env), LC_ALL: 'C' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    let stalled = false
    const stopWatching = idleMs
      ? onStall(watch, idleMs, () => {
          stalled = true
          child.kill('SIGKILL')
        })
      : () => {}
    /** @param {number | null} code */
    const finish = (code) => {
      stopWatching()
      resolve({ code, output, stalled })
    }
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text))
    }
    child.on('error', (error) => {
      output += error.message
      finish(null)
    })
    child.on('close', finish)
  })
}

/**
 * Calls back once when none of the folders has changed its size for `idleMs`.
 *
 * @param {string[]} folders
 * @param {number} idleMs
 * @param {() => void} callback
 * @returns {() => void} stops watching
 */
function onStall(folders, idleMs, callback) {
  let lastSize = -1
  let lastChange = performance.now()
  const timer = setInterval(
    () => {
      const size = folders.reduce((sum, folder) => sum + sizeOf(folder), 0)
      if (size !== lastSize) {
        lastSize = size
        lastChange = performance.now()
      } else if (performance.now() - lastChange >= idleMs) {
        clearInterval(timer)
        callback()
      }
    },
    Math.min(1000, idleMs / 4),
  )
  return () => clearInterval(timer)
}

/**
 * @param {string} path a file or folder; one that is not there (any more) has size 0
 * @returns {number}
 */
function sizeOf(path) {
  try {
    const status = lstatSync(path)
    if (!status.isDirectory()) return status.size
    return readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
  } catch {
    return 0
  }
}

/**
 * Whether a program can be found, as a shell would find it.
 *
 * @param {string} program a name or an absolute path
 * @param {NodeJS.ProcessEnv} [env]
 */
export function isOnPath(program, env = process.env) {
  const places = isAbsolute(program)
    ? [program]
    : (env.PATH ?? '').split(delimiter).map((folder) => join(folder, program))
  return places.some((place) => {
    try {
      accessSync(place, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
