// @ts-check
// Reads a list of questions as the app imports it, and prints what came of it as JSON:
// `npm run --silent read-questions -- FILE`. docs/decisions/question-lists.md says what it prints.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import './typescript-imports.mjs'

/** As in the app: no file may take longer, or do harm to more than the process that reads it. */
const MOST_MS = 20_000

/**
 * @param {string} code
 * @param {string} message
 */
function refusal(code, message) {
  return JSON.stringify({ ok: false, code, row: null, path: null, message })
}

/**
 * npm runs this in the project's folder, whatever folder its user is in.
 * @param {string} file
 */
function whereTyped(file) {
  const typedIn = process.env.INIT_CWD
  return existsSync(file) || typedIn === undefined ? file : resolve(typedIn, file)
}

/** @param {string} file */
async function read(file) {
  const command = [join(import.meta.dirname, 'questions', 'read.mjs'), whereTyped(file)]
  const { status, stdout, error } = spawnSync(process.execPath, command, {
    encoding: 'utf8',
    maxBuffer: 1024 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: MOST_MS,
    killSignal: 'SIGKILL',
  })
  if (status === 0 && stdout !== '') return stdout.trim()
  const { ListError } = await import('../shared/questionLists/listProblem')
  const isSlow = error !== undefined && 'code' in error && error.code === 'ETIMEDOUT'
  const { problem } = new ListError(isSlow ? 'TOO_SLOW' : 'READER_FAILED')
  return refusal(problem.code, problem.message)
}

const [file, ...rest] = process.argv.slice(2)
const isUsed = file !== undefined && rest.length === 0
const outcome = isUsed
  ? await read(file)
  : refusal('USAGE', 'Usage: npm run --silent read-questions -- FILE')
console.log(outcome)
process.exitCode = outcome.startsWith('{"ok":true') ? 0 : 1
