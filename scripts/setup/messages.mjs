// @ts-check
// What the set-up says: one line before a step, one after it, and a short, useful error.

/**
 * A set-up step that cannot go on. The message says what happened, the remedy what to do next;
 * both are written for the person at the keyboard, so no stack is ever printed.
 */
export class SetupError extends Error {
  /**
   * @param {string} message what happened, in one sentence
   * @param {string} remedy what to do about it
   * @param {{ cause?: unknown }} [options]
   */
  constructor(message, remedy, options) {
    super(message, options)
    this.name = 'SetupError'
    this.remedy = remedy
  }
}

/** @param {string} line one line for the person at the keyboard */
export function say(line) {
  console.log(`Set-up: ${line}`)
}

/**
 * Announces a step, does it, and says how long it took.
 *
 * @template T
 * @param {string} doing what is being done and why, e.g. "building X, because Y"
 * @param {() => Promise<T>} work
 * @param {(result: T) => string} done what is there now
 * @returns {Promise<T>}
 */
export async function step(doing, work, done) {
  say(`${doing} …`)
  const start = performance.now()
  const result = await work()
  say(`${done(result)} (${seconds(performance.now() - start)})`)
  return result
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return milliseconds < 950
    ? `${(milliseconds / 1000).toFixed(1)} s`
    : `${Math.round(milliseconds / 1000)} s`
}

/**
 * The lines to print for an error: two or three for one that we foresaw, the stack for a bug.
 *
 * @param {unknown} error
 * @returns {string}
 */
export function describe(error) {
  if (error instanceof SetupError) return `\n${error.message}\n→ ${error.remedy}\n`
  return `\nThe set-up failed in a way that nobody foresaw. Please report this:\n${
    error instanceof Error ? error.stack : String(error)
  }\n`
}

/**
 * Prints an error and makes the process fail, once everything pending has been written.
 *
 * @param {unknown} error
 */
export function fail(error) {
  console.error(describe(error))
  process.exitCode = 1
}
