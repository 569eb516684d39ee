// @ts-check
// The Node that runs our tools. On Linux and Windows `npm ci` brings a Node 24 as an optional
// dependency, and npm scripts prefer it to the system's; elsewhere the system's has to do.
import { SetupError } from './messages.mjs'

// better-sqlite3's prebuilt binary needs Node-API 10: an older Node would not refuse it, but crash.
const MINIMUM = [22, 14]
const MINIMUM_NODE_API = 10

/**
 * @param {{ node: string, napi?: string | undefined }} [versions]
 * @param {NodeJS.Platform} [platform]
 * @throws {SetupError} when this Node is too old for the tools
 */
export function checkNode(versions = process.versions, platform = process.platform) {
  const [major = 0, minor = 0] = versions.node.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = MINIMUM
  const isNew = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)
  if (isNew && Number(versions.napi) >= MINIMUM_NODE_API) return
  throw new SetupError(
    `The tools of this project need Node 24 (${MINIMUM.join('.')} at least), and this is Node ${versions.node}.`,
    platform === 'darwin'
      ? 'Install Node 24 (from nodejs.org, or `brew install node@24`), then run this again.'
      : 'Run `npm ci` (it brings Node 24 along), start this with npm (`npm start`, `npm test`), or install Node 24.',
  )
}
