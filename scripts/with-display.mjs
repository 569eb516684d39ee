// @ts-check
// Runs a command with a display: `node scripts/with-display.mjs playwright test`.
// Where there is none (Linux without a desktop) it gets a virtual one, which ends with it.
import { hasDisplay } from './setup/system/display.mjs'
import { launchTool } from './setup/electron/launch.mjs'
import { fail } from './setup/messages.mjs'
import { startVirtualDisplay } from './setup/system/virtual-display.mjs'

const commandLine = process.argv.slice(2)
try {
  const display = hasDisplay() ? undefined : await startVirtualDisplay()
  try {
    const env = display ? { ...process.env, DISPLAY: display.name } : process.env
    process.exitCode = await launchTool(commandLine, env)
  } finally {
    await display?.stop()
  }
} catch (error) {
  fail(error)
}
