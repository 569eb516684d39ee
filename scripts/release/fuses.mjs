// @ts-check
// What an Electron can still be made to do after it was shipped is decided by its fuses, a row of
// switches inside the executable. Electron's own are set for developing.
//
// For whoever builds a release: call this when all files are in place, before the code is signed
// (a signature covers the switches). @electron/fuses needs Node >= 22.12, which npm scripts have.
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses'

/** @type {Record<FuseV1Options, boolean>} */
export const RELEASE_FUSES = {
  // Without these three anybody who can start the app can run code as it: with its permission to
  // use the microphone, and with its data.
  [FuseV1Options.RunAsNode]: false, // ELECTRON_RUN_AS_NODE
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false, // NODE_OPTIONS
  [FuseV1Options.EnableNodeCliInspectArguments]: false, // --inspect, SIGUSR1
  // Nothing but the archive that was shipped is loaded, and (macOS, Windows) only unchanged. The
  // packager has to put the archive's hash where Electron looks for it: Info.plist, a resource.
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  // The page comes from app:, so file: needs no rights of its own.
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // There are no cookies. To encrypt none, the system would ask people for its keyring.
  [FuseV1Options.EnableCookieEncryption]: false,
  // We make no snapshot of our own; an Electron that looks for one does not start.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  // Safe, and faster than checking every access.
  [FuseV1Options.WasmTrapHandlers]: true,
}

/**
 * Sets the fuses of a release. An Electron that lacks one of them (older ones do) gets the rest.
 *
 * @param {string} executable of the packaged app; on macOS the .app or what is inside it
 * @throws {Error} when there are no fuses in it, or one that nobody has decided on: a newer
 *   Electron brought it. Decide above.
 */
export async function hardenRelease(executable) {
  const { version, ...there } = await getCurrentFuseWire(executable)
  const undecided = Object.keys(there).filter((fuse) => !(fuse in RELEASE_FUSES))
  if (version !== FuseVersion.V1 || undecided.length > 0) {
    throw new Error(`This Electron has fuses that are not decided on: ${undecided.join(', ')}`)
  }
  const wanted = Object.entries(RELEASE_FUSES).filter(([fuse]) => fuse in there)
  await flipFuses(executable, { version: FuseVersion.V1, ...Object.fromEntries(wanted) })
}
