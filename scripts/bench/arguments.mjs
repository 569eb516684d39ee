// @ts-check
// What can be said behind `npm run bench --`.
import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { SetupError } from '../setup/messages.mjs'
import { BENCH_NAMES } from './names.mjs'

/** @typedef {import('./names.mjs').BenchName} BenchName */

/**
 * @typedef {object} BenchOptions
 * @property {string | null} jsonFile where the results go, beside the table; an absolute path
 * @property {readonly BenchName[]} names the lines to measure, each once, in the table's order
 */

const USAGE = '`npm run bench -- --only start,search --json results.json` shows what can be said.'

/**
 * @param {readonly string[]} args
 * @param {string} [folder] where a relative file name begins
 * @returns {BenchOptions}
 * @throws {SetupError} for a word or a name that is not known
 */
export function benchOptions(args, folder = process.cwd()) {
  const { json, only } = parse(args)
  if (json === '') throw new SetupError('--json is followed by no file name.', USAGE)
  return {
    jsonFile: json === undefined ? null : resolve(folder, json),
    names: only === undefined ? BENCH_NAMES : namesIn(only),
  }
}

/** @param {readonly string[]} args */
function parse(args) {
  try {
    const options = /** @type {const} */ ({ json: { type: 'string' }, only: { type: 'string' } })
    return parseArgs({ args: [...args], options }).values
  } catch (error) {
    const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n')
    throw new SetupError(reason, USAGE, { cause: error })
  }
}

/** @param {string} list names with commas between them */
function namesIn(list) {
  const wanted = list.split(',').map((name) => name.trim())
  const known = BENCH_NAMES.filter((name) => wanted.includes(name))
  const unknown = wanted.filter((name) => !BENCH_NAMES.some((knownName) => knownName === name))
  if (unknown.length > 0) {
    throw new SetupError(
      `There is no line "${unknown.join('", "')}" in the benchmark.`,
      `There are ${BENCH_NAMES.join(', ')}.`,
    )
  }
  return known
}
