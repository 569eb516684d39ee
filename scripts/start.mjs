// @ts-check
// Builds the app and opens it: `npm start`, or `npm start -- <arguments for the app>`.
import { hasDisplay } from './setup/system/display.mjs'
import { electronVite, launch } from './setup/electron/launch.mjs'
import { electronExecutable } from './setup/electron/locate.mjs'
import { SetupError, fail } from './setup/messages.mjs'
import { checkSandbox, refusesSandbox } from './setup/electron/sandbox.mjs'

async function start() {
  if (process.env.npm_config_user_data_dir) {
    throw new SetupError(
      'npm kept --user-data-dir to itself, so Soundcheck would use its usual folder.',
      'Write two dashes before it: `npm start -- --user-data-dir=FOLDER`',
    )
  }
  if (!hasDisplay()) {
    throw new SetupError(
      'There is no display to open a window on.',
      'Run it on a desktop, or with a virtual display: `xvfb-run -a npm start`',
    )
  }
  const executable = electronExecutable()
  checkSandbox(executable)

  const built = await electronVite(['build', '--logLevel', 'warn'])
  if (built !== 0) return built

  // Editors made with Electron set this in their terminals; the app would start as a bare Node.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  const sandbox = refusesSandbox() ? ['--no-sandbox'] : []
  return launch(executable, ['.', ...sandbox, ...process.argv.slice(2)], { env })
}

try {
  process.exitCode = await start()
} catch (error) {
  fail(error)
}
