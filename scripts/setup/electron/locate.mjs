// @ts-check
// Which Electron is in use: the downloaded one, or else the one from the registry.
//
// The environment variable SOUNDCHECK_ELECTRON decides otherwise:
//   download   only the downloaded one; if it is missing, the set-up tries the download (again)
//   registry   only the one from the registry
import { downloadedElectron } from './electron-download.mjs'
import { SetupError } from '../messages.mjs'
import { assembledRuntime } from './registry-runtime.mjs'

/** @typedef {'download' | 'registry'} Source where an Electron comes from */

/**
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Source | undefined} the only source that the user wants, if the user said so
 * @throws {SetupError} when SOUNDCHECK_ELECTRON has another value
 */
export function wantedSource(env = process.env) {
  const wanted = env.SOUNDCHECK_ELECTRON
  if (!wanted) return undefined
  if (wanted === 'download' || wanted === 'registry') return wanted
  throw new SetupError(
    `SOUNDCHECK_ELECTRON is "${wanted}".`,
    'Set it to "download" or "registry", or leave it unset; then run this again.',
  )
}

/**
 * The Electron in use, found without starting anything.
 *
 * @param {object} [places]
 * @param {Source | undefined} [places.wanted]
 * @param {() => string | undefined} [places.downloaded]
 * @param {() => string | undefined} [places.assembled]
 * @returns {{ source: Source, executable: string } | undefined}
 */
export function findElectron({
  wanted = wantedSource(),
  downloaded = () => downloadedElectron(),
  assembled = () => assembledRuntime(),
} = {}) {
  const download = wanted === 'registry' ? undefined : downloaded()
  if (download) return { source: 'download', executable: download }
  const registry = wanted === 'download' ? undefined : assembled()
  return registry ? { source: 'registry', executable: registry } : undefined
}

/**
 * The executable of the Electron in use.
 *
 * @returns {string} its absolute path
 * @throws {SetupError} when there is none yet
 */
export function electronExecutable() {
  const found = findElectron()
  if (found) return found.executable
  throw new SetupError(
    'There is no Electron here yet.',
    'Run `npm start` or `npm test`: they set it up. Or run the set-up alone: `node scripts/setup.mjs app`.',
  )
}
