// @ts-check
// Telling failures apart by what programs and the system say about them.
import { statfs } from 'node:fs/promises'
import { SetupError } from './messages.mjs'

const NETWORK =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EIDLETIMEOUT|ERR_SOCKET|UND_ERR|fetch failed|terminated|premature close|Response code|socket hang up|network (request|timeout|connectivity)|certificate/i
const DISK_FULL = /ENOSPC|EDQUOT|no space left on device|disk quota exceeded|enough free space/i

/** @param {unknown} problem an error, or the output of a program */
export function isNetworkProblem(problem) {
  return NETWORK.test(textOf(problem))
}

/** @param {unknown} problem an error, or the output of a program */
export function isDiskFull(problem) {
  return DISK_FULL.test(textOf(problem))
}

/**
 * @param {unknown} problem
 * @returns {string}
 */
function textOf(problem) {
  if (!(problem instanceof Error)) return String(problem)
  const code = 'code' in problem ? String(problem.code) : ''
  return `${code} ${problem.message} ${problem.cause ? textOf(problem.cause) : ''}`
}

/**
 * The last lines that a program printed: the place where it says why it failed.
 *
 * @param {string} output
 * @param {number} [count]
 */
export function lastLines(output, count = 3) {
  return (
    output
      .split('\n')
      .map((line) => line.trim())
      // The frames of a stack, and what Node adds below one, help nobody here.
      .filter((line) => line !== '' && !/^at |^Node\.js v\d/.test(line))
      .slice(-count)
      .join('\n  ')
  )
}

/**
 * @param {string} folder where there was no room
 * @param {unknown} [cause]
 */
export function diskFull(folder, cause) {
  return new SetupError(
    `The disk is full: there was no room to write in ${folder}.`,
    'Free about 1 GB, or point SOUNDCHECK_CACHE at a folder on another disk; then run this again.',
    { cause },
  )
}

/**
 * Does something that writes a lot, and turns "no room left" into words.
 *
 * @template T
 * @param {string} folder
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 * @throws {SetupError} when the disk is full
 */
export async function writing(folder, work) {
  try {
    return await work()
  } catch (error) {
    if (error instanceof SetupError || !isDiskFull(error)) throw error
    throw diskFull(folder, error)
  }
}

/**
 * Looks before it leaps: a download that cannot fit is not begun.
 *
 * @param {string} folder an existing folder
 * @param {number} megabytes what is needed there at the peak
 * @throws {SetupError} when there is less room
 */
export async function requireRoom(folder, megabytes) {
  const { bavail, bsize } = await statfs(folder)
  const free = Math.floor((bavail * bsize) / 1e6)
  if (free >= megabytes) return
  throw new SetupError(
    `The disk is nearly full: ${folder} has ${free} MB left, and this needs ${megabytes} MB.`,
    'Free some room, or point SOUNDCHECK_CACHE at a folder on another disk; then run this again.',
  )
}
