// @ts-check
// Opens the app and reloads it as the code changes: `npm run dev`, or
// `npm run dev -- <arguments for electron-vite>`.
import { electronVite } from './setup/electron/launch.mjs'
import { electronExecutable } from './setup/electron/locate.mjs'
import { fail } from './setup/messages.mjs'
import { checkSandbox, refusesSandbox } from './setup/electron/sandbox.mjs'

try {
  const executable = electronExecutable()
  checkSandbox(executable)
  process.exitCode = await electronVite(['dev', ...process.argv.slice(2)], {
    ...process.env,
    ELECTRON_EXEC_PATH: executable,
    ...(refusesSandbox() && { NO_SANDBOX: '1' }),
  })
} catch (error) {
  fail(error)
}
