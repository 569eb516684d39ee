import { createHash } from 'node:crypto'
import { cpSync, existsSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import type { RequestListener } from 'node:http'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  DownloadError,
  downloadElectron,
  downloadedElectron,
  pinnedVersion,
} from '../../scripts/setup/electron/electron-download.mjs'
import { packageFolder } from '../../scripts/setup/places.mjs'
import { problemOf } from './helpers/problem'
import { scratchFolder, writeTo } from './helpers/scratch'
import { nobodyThere, serve } from './helpers/server'
import { makeZip } from './helpers/zip'

const VERSION = pinnedVersion()
const EXECUTABLES: Record<string, string> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}
const EXECUTABLE = EXECUTABLES[process.platform] ?? 'electron'
const ARCHIVE = `electron-v${VERSION}-${process.platform}-${process.arch}.zip`

/** A small archive in the place of Electron's. */
const archive = makeZip([
  { name: 'version', content: VERSION },
  { name: EXECUTABLE, content: 'runs', mode: 0o755 },
])

/**
 * A copy of the real package electron, with its real installer, that expects our archive.
 */
function electronPackage(): string {
  const folder = join(scratchFolder(), 'node_modules', 'electron')
  const original = packageFolder('electron')
  cpSync(original, folder, {
    recursive: true,
    filter: (path) => path !== join(original, 'dist') && path !== join(original, 'path.txt'),
  })
  for (const scope of ['@electron', '@electron-internal']) {
    symlinkSync(packageFolder(scope), join(dirname(folder), scope), 'junction')
  }
  const sum = createHash('sha256').update(archive).digest('hex')
  writeFileSync(join(folder, 'checksums.json'), JSON.stringify({ [ARCHIVE]: sum }))
  return folder
}

function downloadFrom(mirror: string, folder = electronPackage(), idleMs?: number) {
  const cache = join(dirname(folder), 'electron-cache')
  const env = { ...process.env, ELECTRON_MIRROR: mirror, electron_config_cache: cache }
  for (const name of ['HTTPS_PROXY', 'https_proxy']) delete env[name as keyof typeof env]
  return downloadElectron(idleMs === undefined ? { folder, env } : { folder, env, idleMs })
}

async function failureOf(answer: RequestListener, idleMs?: number) {
  const folder = electronPackage()
  const address = await serve(answer)
  const { message, error } = await problemOf(() => downloadFrom(address, folder, idleMs))
  expect(error).toBeInstanceOf(DownloadError)
  // Nothing half done is left that could be taken for an Electron.
  expect(downloadedElectron(folder)).toBeUndefined()
  expect(readdirSync(folder)).not.toContain('dist')
  expect(readdirSync(folder)).not.toContain('download')
  return message
}

// The real installer of the package electron talks to a real server here.
describe('downloading Electron', { timeout: 30_000 }, () => {
  test('puts it where its package expects it', async () => {
    const asked: (string | undefined)[] = []
    const folder = electronPackage()
    const address = await serve((request, response) => {
      asked.push(request.url)
      response.end(archive)
    })
    expect(downloadedElectron(folder)).toBeUndefined()
    const executable = await downloadFrom(address, folder)
    expect(executable).toBe(join(folder, 'dist', EXECUTABLE))
    expect(readFileSync(executable, 'utf8')).toBe('runs')
    expect(downloadedElectron(folder)).toBe(executable)
    expect(asked).toEqual([`/v${VERSION}/${ARCHIVE}`])
    expect(existsSync(join(folder, 'download'))).toBe(false)
  })

  test('that the server does not have: says what it answered', async () => {
    const message = await failureOf((_request, response) => response.writeHead(404).end())
    expect(message).toContain('response code 404 (not found)')
  })

  test('from a server that never answers: gives up', async () => {
    expect(await failureOf(() => {}, 700)).toContain('nothing arrived for 1 seconds')
  })

  test('from a server that stops half way: gives up', async () => {
    const message = await failureOf((_request, response) => {
      response.writeHead(200, { 'content-length': archive.length })
      response.write(archive.subarray(0, 10))
    }, 700)
    expect(message).toContain('nothing arrived')
  })

  test('from a network that answers with something else: notices', async () => {
    const message = await failureOf((_request, response) => response.end('Please log in first'))
    expect(message).toContain('its checksum differs')
  })

  test('when nobody answers: says so', async () => {
    const mirror = await nobodyThere()
    const { message, error } = await problemOf(() => downloadFrom(mirror))
    expect(error).toBeInstanceOf(DownloadError)
    expect(message).toBe('Electron could not be downloaded: its server could not be reached.')
  })

  test('with an installer that fails on this machine: not a matter of the network', async () => {
    const folder = electronPackage()
    writeFileSync(join(folder, 'install.js'), 'throw new Error("the moon is full")')
    const { message, error } = await problemOf(() => downloadFrom('http://unused/', folder))
    expect(error).not.toBeInstanceOf(DownloadError)
    expect(message).toContain('the moon is full')
  })

  test('begins without what an older or interrupted download left', async () => {
    const folder = electronPackage()
    writeTo(join(folder, 'dist', EXECUTABLE), 'old')
    writeTo(join(folder, 'path.txt'), EXECUTABLE)
    writeFileSync(
      join(folder, 'install.js'),
      `const found = require('node:fs').readdirSync(__dirname)
       require('node:fs').mkdirSync(__dirname + '/dist')
       throw new Error('found ' + found.sort().join(' '))`,
    )
    const { message } = await problemOf(() => downloadFrom('http://unused/', folder))
    expect(message).toContain('found ')
    expect(message).not.toContain('dist')
    expect(message).not.toContain('path.txt')
    // Nor does it leave anything for the next.
    expect(readdirSync(folder)).not.toContain('dist')
  })

  test('onto a full disk: says that, and nothing about the network', async () => {
    const folder = electronPackage()
    const full = 'console.error("Error: ENOSPC: no space left on device, write"); process.exit(1)'
    writeFileSync(join(folder, 'install.js'), full)
    const { message } = await problemOf(() => downloadFrom('http://unused/', folder))
    expect(message).toContain('The disk is full')
  })
})

describe('a downloaded Electron', () => {
  test('counts only if it is complete and of the pinned version', () => {
    const folder = electronPackage()
    const executable = writeTo(join(folder, 'dist', EXECUTABLE))
    writeTo(join(folder, 'path.txt'), EXECUTABLE)
    expect(downloadedElectron(folder)).toBeUndefined()
    writeTo(join(folder, 'dist', 'version'), '1.0.0')
    expect(downloadedElectron(folder)).toBeUndefined()
    writeTo(join(folder, 'dist', 'version'), VERSION)
    expect(downloadedElectron(folder)).toBe(executable)
    writeTo(join(folder, 'path.txt'), 'elsewhere')
    expect(downloadedElectron(folder)).toBeUndefined()
  })
})
