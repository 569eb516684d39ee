// @ts-check
// Fetches one package from the npm registry, without installing it.
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { isDiskFull, isNetworkProblem, lastLines } from '../failures.mjs'
import { SetupError } from '../messages.mjs'
import { root } from '../places.mjs'
import { run } from '../run.mjs'

/**
 * @typedef {object} PackagePin
 * @property {string} name
 * @property {string} version
 * @property {string} integrity what npm calls it: "sha512-…"
 */

/**
 * Downloads the tarball of a package into a folder and checks it. npm does the downloading, so
 * the user's registry, proxy and certificates count.
 *
 * @param {PackagePin} pin
 * @param {string} folder made if it is not there
 * @param {object} [options]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {number} [options.idleMs] give up when nothing arrives for so long
 * @returns {Promise<string>} the tarball
 * @throws {SetupError} no registry, no such package, not the expected content
 * @throws {Error} ENOSPC; the caller knows which folder to name
 */
export async function fetchPackage(pin, folder, { env = process.env, idleMs = 60_000 } = {}) {
  // npm's own cache would keep a second copy for ever, so it gets one that is thrown away. Its
  // growth also shows whether the download still gets on.
  const npmCache = join(folder, 'npm-cache')
  await mkdir(npmCache, { recursive: true })
  const [npm, ...npmArgs] = npmCommand(env)
  const packed = [...npmArgs, 'pack', `${pin.name}@${pin.version}`]
  // Its complaints are wanted also when it runs inside `npm --silent start`.
  const flags = [`--pack-destination=${folder}`, `--cache=${npmCache}`, '--loglevel=error']
  // One more try, not npm's two with long waits in between.
  const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000']
  const outcome = await run(npm, [...packed, ...flags, ...patience], {
    cwd: root,
    env,
    watch: [folder],
    idleMs,
  })
  await rm(npmCache, { recursive: true, force: true })
  if (outcome.code !== 0) throw failure(pin, folder, outcome)

  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'))
  if (!name) throw failure(pin, folder, outcome)
  const tarball = join(folder, name)
  await checkIntegrity(tarball, pin)
  return tarball
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {[string, ...string[]]} npm itself: the one that runs this script, if one does
 */
function npmCommand(env) {
  return env.npm_execpath ? [process.execPath, env.npm_execpath] : ['npm']
}

/**
 * @param {string} file
 * @param {PackagePin} pin
 * @throws {SetupError} when the file is not the pinned one
 */
async function checkIntegrity(file, pin) {
  const [algorithm = '', expected] = pin.integrity.split(/-(.*)/s)
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  if (hash.digest('base64') !== expected) throw mismatch(pin)
}

/** @param {PackagePin} pin */
function mismatch(pin) {
  return new SetupError(
    `The registry's ${pin.name}@${pin.version} is not the file that this project expects; it was not used.`,
    'Run this again. If it stays so, ask whoever runs your registry or proxy: it alters packages.',
  )
}

/**
 * @param {PackagePin} pin
 * @param {string} folder
 * @param {import('../run.mjs').Outcome} outcome
 */
function failure(pin, folder, { output, stalled }) {
  const what = `${pin.name}@${pin.version}`
  if (isDiskFull(output)) return new Error(`ENOSPC: npm had no room to write in ${folder}`)
  if (/EINTEGRITY/.test(output)) return mismatch(pin)
  if (stalled || isNetworkProblem(output)) {
    return new SetupError(
      `The npm registry could not be reached${stalled ? ' (it stopped answering)' : ''}, so ${what} is missing.`,
      'Check the network, and the registry and proxy in `npm config list`; then run this again.',
    )
  }
  if (/E404|ETARGET|No matching version/.test(output)) {
    return new SetupError(
      `The npm registry in use does not have ${what}.`,
      'Use a registry that mirrors the public one (`npm config get registry` shows yours), then run this again.',
    )
  }
  return new SetupError(
    `npm could not fetch ${what}:\n  ${lastLines(output)}`,
    'Settle what npm says above, then run this again.',
  )
}
