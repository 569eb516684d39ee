// @ts-check
// A display without a screen (Xvfb), for as long as something runs.
import { spawn } from 'node:child_process'
import { SetupError } from '../messages.mjs'

/**
 * @typedef {object} VirtualDisplay
 * @property {string} name for DISPLAY, e.g. ":99"
 * @property {() => Promise<void>} stop ends it; resolves when it is gone
 */

/**
 * Starts a virtual display. Not with xvfb-run, which leaves the display behind when it is stopped
 * by a signal. Xvfb itself picks a free number, so several can start at the same time.
 *
 * @param {string} [screen] width x height x colour depth
 * @returns {Promise<VirtualDisplay>}
 * @throws {SetupError} when there is no Xvfb, or it does not start
 */
export function startVirtualDisplay(screen = '1920x1200x24') {
  return new Promise((resolve, reject) => {
    const args = ['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset']
    const server = spawn('Xvfb', args, {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      // In a group of its own: Ctrl-C ends the tests, and the display only after them.
      detached: true,
    })
    const gone = new Promise((done) => server.once('close', done))
    let complaints = ''
    server.stderr?.on('data', (text) => (complaints += text))
    server.on('error', (error) => reject(noDisplay(error.message)))
    server.on('close', () => reject(noDisplay(complaints.trim() || 'it ended at once')))
    // It writes its number there when it is ready.
    server.stdio[3]?.once('data', (number) => {
      resolve({
        name: `:${String(number).trim()}`,
        stop: async () => {
          server.kill()
          await gone
        },
      })
    })
    // The last resort, for when this process ends without stop().
    process.once('exit', () => server.kill())
  })
}

/** @param {string} reason */
function noDisplay(reason) {
  return new SetupError(
    `There is no display, and a virtual one could not be started: ${reason}`,
    'Run `npm test`, which sets it up, or install the package xvfb; then run this again.',
  )
}
