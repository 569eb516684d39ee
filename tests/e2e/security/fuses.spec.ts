import { rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { test as base, expect } from '@playwright/test'
import { RELEASE_FUSES, hardenRelease } from '../../../scripts/release/fuses.mjs'
import { temporaryFolder } from '../../helpers/launch'
import { addApp, copyElectron, start } from './releaseElectron'

/*
 * There are no release builds yet. What the fuses do is shown on a copy of the Electron in use:
 * each time first that it can be made to do something, and then that it cannot any more.
 */
const test = base.extend<{ electron: string }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern
  electron: async ({}, use) => {
    const { folder, remove } = temporaryFolder()
    await use(copyElectron(join(folder, 'electron')))
    remove()
  },
})

test.skip(process.platform !== 'linux', 'The copy is laid out as Electron for Linux is')
test.describe.configure({ timeout: 120_000 })

test('every fuse is set as decided', async ({ electron }) => {
  await hardenRelease(electron)
  const { version, ...wire } = await getCurrentFuseWire(electron)
  expect(version).toBe('1')
  const fuses = Object.entries(wire)
  expect(fuses.length).toBeGreaterThanOrEqual(8)
  for (const [fuse, state] of fuses) {
    const wanted = RELEASE_FUSES[Number(fuse) as FuseV1Options]
    const expected = wanted ? FuseState.ENABLE : FuseState.DISABLE
    expect(state, FuseV1Options[Number(fuse)]).toBe(expected)
  }
})

test('it cannot be used as a Node', async ({ electron }) => {
  await addApp(electron, 'app.asar')
  const script = join(dirname(electron), 'script.cjs')
  writeFileSync(script, 'console.log("Node runs")')
  const asNode = { args: [script], env: { ELECTRON_RUN_AS_NODE: '1' } }
  expect(await start(electron, asNode)).toContain('Node runs')
  await hardenRelease(electron)
  const said = await start(electron, asNode)
  expect(said).not.toContain('Node runs')
  expect(said).toContain('The app runs from app.asar')
})

test('NODE_OPTIONS slips nothing in', async ({ electron }) => {
  await addApp(electron, 'app.asar')
  const extra = join(dirname(electron), 'extra.cjs')
  writeFileSync(extra, 'console.log("Something was slipped in")')
  const env = { NODE_OPTIONS: `--require=${extra}` }
  expect(await start(electron, { env })).toContain('Something was slipped in')
  await hardenRelease(electron)
  const said = await start(electron, { env })
  expect(said).not.toContain('Something was slipped in')
  expect(said).toContain('The app runs from app.asar')
})

test('no debugger can attach', async ({ electron }) => {
  await addApp(electron, 'app.asar')
  const env = { STAY_MS: '1000' }
  const before = await start(electron, { args: ['--inspect=127.0.0.1:0'], env })
  expect(before).toContain('Debugger listening on')
  await hardenRelease(electron)
  for (const argument of ['--inspect=127.0.0.1:0', '--inspect-brk=127.0.0.1:0']) {
    const said = await start(electron, { args: [argument], env })
    expect(said, argument).not.toContain('Debugger listening on')
    expect(said, argument).toContain('The app runs from app.asar')
  }
})

test('only the packed app is loaded', async ({ electron }) => {
  await addApp(electron, 'app')
  const folder = join(dirname(electron), 'resources', 'app')
  expect(await start(electron)).toContain('The app runs from app')
  expect(await start(electron, { args: [folder] })).toContain('The app runs from app')
  await hardenRelease(electron)
  expect(await start(electron)).not.toContain('The app runs')
  expect(await start(electron, { args: [folder] })).not.toContain('The app runs')
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  await addApp(electron, 'app.asar')
  expect(await start(electron)).toContain('The app runs from app.asar')
})
