// @ts-check
// The usual Electron: its package downloads the executable into node_modules/electron/dist.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { diskFull, isDiskFull, isNetworkProblem, lastLines } from '../failures.mjs'
import { SetupError } from '../messages.mjs'
import { packageFolder } from '../places.mjs'
import { run } from '../run.mjs'

const PACKAGE = packageFolder('electron')

/** A download that failed for a reason outside this machine: another source may help. */
export class DownloadError extends SetupError {
  /**
   * @param {string} reason in a few words
   * @param {unknown} [cause]
   */
  constructor(reason, cause) {
    super(
      `Electron could not be downloaded: ${reason}.`,
      'Check the network (HTTPS_PROXY names a proxy, ELECTRON_MIRROR a mirror), then run this again.',
      { cause },
    )
    this.name = 'DownloadError'
    this.reason = reason
  }
}

/** @returns {string} the version of Electron that package.json pins */
export function pinnedVersion(folder = PACKAGE) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version
}

/**
 * The downloaded Electron, judged as its own package judges it.
 *
 * @param {string} [folder] the package electron
 * @returns {string | undefined} the executable, if it is there and of the pinned version
 */
export function downloadedElectron(folder = PACKAGE) {
  try {
    const version = readFileSync(join(folder, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '')
    const executable = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8'))
    return version === pinnedVersion(folder) && existsSync(executable) ? executable : undefined
  } catch {
    return undefined
  }
}

/**
 * Lets Electron's package download its executable; it verifies the checksum itself.
 *
 * @param {object} [options]
 * @param {string} [options.folder] the package electron
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {number} [options.idleMs] give up when nothing arrives for so long
 * @returns {Promise<string>} the executable
 * @throws {DownloadError} when the network is the reason
 * @throws {SetupError} when this machine is
 */
export async function downloadElectron({
  folder = PACKAGE,
  env = process.env,
  idleMs = 60_000,
} = {}) {
  removeDownload(folder)
  const dist = join(folder, 'dist')
  // Its temporary files go where we can see them grow, which is how we know that it gets on.
  const temporary = join(folder, 'download')
  mkdirSync(temporary)
  const outcome = await run(process.execPath, [join(folder, 'install.js')], {
    env: installerEnvironment(env, temporary),
    watch: [temporary, dist],
    idleMs,
  })
  rmSync(temporary, { recursive: true, force: true })
  const executable = downloadedElectron(folder)
  if (executable) return executable

  removeDownload(folder)
  if (isDiskFull(outcome.output)) throw diskFull(dist)
  if (outcome.stalled) {
    throw new DownloadError(`nothing arrived for ${Math.ceil(idleMs / 1000)} seconds`)
  }
  if (isNetworkProblem(outcome.output)) throw new DownloadError(reasonIn(outcome.output))
  if (/did not match expected checksum/i.test(outcome.output)) {
    throw new DownloadError(
      'what arrived is not the file that was asked for (its checksum differs)',
    )
  }
  throw new SetupError(
    `Electron's installer failed:\n  ${lastLines(outcome.output)}`,
    'Settle what it says above, or run `npm ci`; then run this again.',
  )
}

/**
 * Removes half an Electron, or an old one: the installer unpacks over what is there, and an
 * interrupted one would then look complete.
 *
 * @param {string} folder
 */
function removeDownload(folder) {
  for (const name of ['path.txt', 'dist', 'download']) {
    rmSync(join(folder, name), { recursive: true, force: true })
  }
}

/** @param {string} output */
function reasonIn(output) {
  const answer = /Response code .*/.exec(output)
  return answer ? `the server said: ${answer[0].toLowerCase()}` : 'its server could not be reached'
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string} temporary
 */
function installerEnvironment(env, temporary) {
  // ELECTRON_OVERRIDE_DIST_PATH is set by those who want another Electron; the installer would
  // look for its own there.
  const { ELECTRON_OVERRIDE_DIST_PATH: _, ...rest } = env
  const hasProxy = Boolean(env.HTTPS_PROXY || env.https_proxy)
  return {
    ...(hasProxy && { ELECTRON_GET_USE_PROXY: '1' }),
    ...rest,
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
  }
}
