// @ts-check
// Chromium's sandbox on Linux. It is never switched off for the app, but for root, where Chromium
// refuses to start with it.
import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { SetupError } from '../messages.mjs'

/** @returns {boolean} whether Chromium insists on --no-sandbox here */
export function refusesSandbox(platform = process.platform, uid = process.getuid?.()) {
  return platform === 'linux' && uid === 0
}

/**
 * Some distributions (Ubuntu since 23.10) forbid what the sandbox is made of, unless its helper
 * belongs to root. Electron then ends at once, with a message that few understand.
 *
 * @param {string} executable
 * @param {object} [system] the tests put others in
 * @param {NodeJS.Platform} [system.platform]
 * @param {number | undefined} [system.uid]
 * @param {(file: string) => string} [system.read]
 * @throws {SetupError} with the commands that settle it
 */
export function checkSandbox(
  executable,
  {
    platform = process.platform,
    uid = process.getuid?.(),
    read = (file) => readFileSync(file, 'utf8'),
  } = {},
) {
  if (platform !== 'linux' || refusesSandbox(platform, uid)) return
  const helper = join(dirname(executable), 'chrome-sandbox')
  if (!isForbidden(read) || isSetUidRoot(helper)) return
  throw new SetupError(
    'This system does not let ordinary programs make a sandbox, and the app does not run without one.',
    `Allow it for this Electron, then run this again:\n  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
  )
}

/** @param {(file: string) => string} read */
function isForbidden(read) {
  const signs = [
    ['/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1'],
    ['/proc/sys/kernel/unprivileged_userns_clone', '0'],
  ]
  return signs.some(([file = '', value]) => {
    try {
      return read(file).trim() === value
    } catch {
      // Most kernels have neither.
      return false
    }
  })
}

/** @param {string} file */
function isSetUidRoot(file) {
  const status = statSync(file, { throwIfNoEntry: false })
  return status !== undefined && status.uid === 0 && (status.mode & 0o4000) !== 0
}
