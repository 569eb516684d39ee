// @ts-check
// Runs commands at the same time, each of which leaves a core idle, and prints what each said when
// it ends: `node scripts/side-by-side.mjs "npm run lint" "npm run types"`. Fails when one of them
// does, after the others had their turn.
import { spawn } from 'node:child_process'
import { root } from './setup/places.mjs'

/**
 * @param {string} commandLine
 * @returns {Promise<boolean>} whether it went well
 */
function run(commandLine) {
  return new Promise((resolve) => {
    const child = spawn(commandLine, { cwd: root, shell: true, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (said += text))
    }
    /** @param {boolean} isGood */
    const end = (isGood) => {
      console.log(`\n> ${commandLine}${isGood ? '' : ': failed'}\n${said.trimEnd()}`)
      resolve(isGood)
    }
    child.on('error', () => end(false))
    child.on('close', (code) => end(code === 0))
  })
}

const results = await Promise.all(process.argv.slice(2).map(run))
process.exitCode = results.every(Boolean) ? 0 : 1
