import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '../../scripts/setup/places.mjs'
import { assembledRuntime, runtimeFolder } from '../../scripts/setup/electron/registry-runtime.mjs'
import { scratchFolder, writeTo } from './helpers/scratch'

function runScript(name: string, args: string[], env: NodeJS.ProcessEnv = {}) {
  return spawnSync(process.execPath, [join(root, 'scripts', name), ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  })
}

describe('electron-path', () => {
  const inCache = (cache: string) => ({ SOUNDCHECK_CACHE: cache, SOUNDCHECK_ELECTRON: 'registry' })

  test('prints the path and nothing else', () => {
    const cache = scratchFolder()
    const executable = writeTo(join(runtimeFolder(cache), 'electron'))
    expect(assembledRuntime(cache)).toBe(executable)
    expect(runScript('electron-path.mjs', [], inCache(cache))).toMatchObject({
      status: 0,
      stdout: `${executable}\n`,
      stderr: '',
    })
  })

  test('fails, and says what to do, when there is no Electron yet', () => {
    const result = runScript('electron-path.mjs', [], inCache(scratchFolder()))
    expect(result).toMatchObject({ status: 1, stdout: '' })
    expect(result.stderr).toContain('There is no Electron here yet.')
    expect(result.stderr).toContain('npm start')
  })
})

describe('setup', () => {
  test('for the unit tests is silent when everything is in place', () => {
    expect(runScript('setup.mjs', ['unit'])).toMatchObject({ status: 0, stdout: '', stderr: '' })
  })

  test('refuses what it does not know, in two lines', () => {
    const result = runScript('setup.mjs', ['nonsense'])
    expect(result).toMatchObject({ status: 1, stdout: '' })
    expect(result.stderr.trim().split('\n')).toHaveLength(2)
  })

  test('refuses a wrong SOUNDCHECK_ELECTRON before it does anything', () => {
    const result = runScript('setup.mjs', ['app'], { SOUNDCHECK_ELECTRON: 'typo' })
    expect(result).toMatchObject({ status: 1, stdout: '' })
    expect(result.stderr).toContain('SOUNDCHECK_ELECTRON is "typo"')
  })
})
