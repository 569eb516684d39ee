// @ts-check
// Prints the path of the Electron executable in use, and nothing else:
// `npm run --silent electron-path`.
import { electronExecutable } from './setup/electron/locate.mjs'
import { fail } from './setup/messages.mjs'

try {
  console.log(electronExecutable())
} catch (error) {
  fail(error)
}
