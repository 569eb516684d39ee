// @ts-check
// better-sqlite3's native part: the right binary in its place, and a check that it works.
import { existsSync, readFileSync } from 'node:fs'
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { lastLines, writing } from '../failures.mjs'
import { SetupError } from '../messages.mjs'
import { cacheFolder, packageFolder, partialOf } from '../places.mjs'
import { run } from '../run.mjs'

const MODULE = packageFolder('better-sqlite3')
/** Count up when the compilation (native-build.mjs) changes: caches are then made anew. */
const RECIPE = 1

/** Where better-sqlite3 looks first, before its prebuilt binaries. `npm ci` wipes it. */
export const INSTALLED = join('build', 'Release', 'better_sqlite3.node')

/** The compiled binary in the cache; every version that matters is in its name. */
export function compiledModule(cache = cacheFolder()) {
  const { version } = JSON.parse(readFileSync(join(MODULE, 'package.json'), 'utf8'))
  const name = `better-sqlite3-${version}-node-api-9-${process.platform}-${process.arch}`
  return join(cache, `${name}-recipe-${RECIPE}.node`)
}

/**
 * Puts the binary that fits the Electron in use where better-sqlite3 looks first. For an ordinary
 * Electron that is none at all: better-sqlite3 then takes its prebuilt one.
 *
 * @param {string | undefined} compiled the compiled binary, or none
 * @param {string} [folder] the package better-sqlite3
 * @returns {Promise<boolean>} whether anything had to be changed
 */
export async function installModule(compiled, folder = MODULE) {
  const installed = join(folder, INSTALLED)
  if (!compiled) {
    if (!existsSync(installed)) return false
    await rm(join(folder, 'build'), { recursive: true })
    return true
  }
  if (existsSync(installed) && (await readFile(compiled)).equals(await readFile(installed))) {
    return false
  }
  const partial = partialOf(installed)
  await writing(folder, async () => {
    await mkdir(dirname(installed), { recursive: true })
    await copyFile(compiled, partial)
    // Renamed, because a running app may have the old file open.
    await rename(partial, installed)
  })
  return true
}

/**
 * Opens a database in memory, in this Node.
 *
 * @param {string} [folder] the package better-sqlite3
 * @throws {SetupError} when the module does not load or does not work
 */
export function checkModule(folder = MODULE) {
  try {
    const Database = createRequire(import.meta.url)(folder)
    new Database(':memory:').prepare('select 1').get()
  } catch (error) {
    throw broken('Node', error instanceof Error ? error.message : String(error))
  }
}

/**
 * Opens a database in memory, in Electron. In a process of its own, because a binary that does
 * not fit ends the process that loads it.
 *
 * @param {string} executable
 * @param {string} [folder] the package better-sqlite3
 * @throws {SetupError} when the module does not load or does not work
 */
export async function checkModuleIn(executable, folder = MODULE) {
  const script = `new (require(${JSON.stringify(folder)}))(':memory:').prepare('select 1').get()`
  const { code, output } = await run(executable, ['-e', script], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  })
  if (code !== 0) throw broken('Electron', lastLines(output) || 'it ended without a word')
}

/**
 * @param {string} where
 * @param {string} reason
 */
function broken(where, reason) {
  return new SetupError(
    `The database module better-sqlite3 does not work in ${where}: ${reason}`,
    `Run \`npm ci\`, then this again. If it stays so, delete ${cacheFolder()} and try once more.`,
  )
}
