import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { cacheFolder, partialOf, removeLeftovers } from '../../scripts/setup/places.mjs'
import { scratchFolder, writeTo } from './helpers/scratch'

describe('the cache folder', () => {
  const home = homedir()

  test('follows each system’s custom', () => {
    expect(cacheFolder({}, 'linux')).toBe(join(home, '.cache', 'soundcheck'))
    expect(cacheFolder({}, 'darwin')).toBe(join(home, 'Library', 'Caches', 'soundcheck'))
    expect(cacheFolder({ LOCALAPPDATA: '/local' }, 'win32')).toBe(
      join('/local', 'soundcheck', 'Cache'),
    )
  })

  test('goes where XDG_CACHE_HOME says, if that is an absolute path', () => {
    const absolute = resolve('/elsewhere')
    expect(cacheFolder({ XDG_CACHE_HOME: absolute }, 'linux')).toBe(join(absolute, 'soundcheck'))
    expect(cacheFolder({ XDG_CACHE_HOME: 'somewhere' }, 'linux')).toBe(
      join(home, '.cache', 'soundcheck'),
    )
  })

  test('is SOUNDCHECK_CACHE before all else', () => {
    const wish = { SOUNDCHECK_CACHE: '/wish', XDG_CACHE_HOME: resolve('/elsewhere') }
    expect(cacheFolder(wish, 'linux')).toBe(resolve('/wish'))
  })
})

test('leftovers of ended processes go; those of running ones, and the target, stay', () => {
  const target = join(scratchFolder(), 'runtime')
  const ended = spawnSync(process.execPath, ['-e', '']).pid
  const files = {
    target: writeTo(join(target, 'file')),
    ended: writeTo(join(`${target}.partial-${ended}`, 'file')),
    running: writeTo(join(`${target}.partial-${process.ppid}`, 'file')),
    own: writeTo(join(partialOf(target), 'file')),
    other: writeTo(`${target}-of-another.partial-${ended}`),
  }
  removeLeftovers(target)
  expect(
    Object.entries(files)
      .filter(([, file]) => existsSync(file))
      .map(([name]) => name),
  ).toEqual(['target', 'running', 'other'])
})
