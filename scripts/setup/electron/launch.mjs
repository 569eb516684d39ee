// @ts-check
// Running a program in our place: its output is ours, signals go to it, and its exit code is ours.
import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { delimiter, join } from 'node:path'
import { SetupError } from '../messages.mjs'
import { packageFolder, root } from '../places.mjs'

/**
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @returns {Promise<number>} the exit code, by the shell's rules: 128 + n after signal n
 * @throws {SetupError} when it cannot be started
 */
export function launch(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options })
    /** @type {NodeJS.Signals[]} */
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    const forward = (/** @type {NodeJS.Signals} */ signal) => {
      // Ctrl-C in a terminal has reached the child already, and a second one means "at once".
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal)
    }
    for (const signal of signals) process.on(signal, forward)
    child.on('error', (error) => reject(notStarted(command, error)))
    child.on('close', (code, signal) => {
      for (const name of signals) process.off(name, forward)
      resolve(code ?? 128 + (signal ? constants.signals[signal] : 0))
    })
  })
}

/**
 * @param {string} command
 * @param {Error} error
 */
function notStarted(command, error) {
  return new SetupError(
    `${command || 'A command without a name'} could not be started: ${error.message}`,
    'Check its name, and run `npm ci` if it is a program of this project; then run this again.',
    { cause: error },
  )
}

/**
 * Runs electron-vite.
 *
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
export function electronVite(args, env = process.env) {
  const script = join(packageFolder('electron-vite'), 'bin', 'electron-vite.js')
  return launch(process.execPath, [script, ...args], { env })
}

/**
 * Runs a command as an npm script would: the programs of node_modules come first.
 *
 * @param {string[]} commandLine
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 */
export function launchTool(
  [command = '', ...args],
  env = process.env,
  platform = process.platform,
) {
  const bin = join(root, 'node_modules', '.bin')
  // Windows spells it "Path", and a second "PATH" beside it would be dropped.
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const options = { env: { ...env, [pathName]: [bin, env[pathName]].join(delimiter) } }
  if (command === 'node') return launch(process.execPath, args, options)
  if (platform !== 'win32') return launch(command, args, options)
  // On Windows the programs of packages are .cmd files, which only a shell can start.
  const quoted = [command, ...args].map((word) => (/[\s&|<>^"]/.test(word) ? `"${word}"` : word))
  return launch(quoted.join(' '), [], { ...options, shell: true })
}
