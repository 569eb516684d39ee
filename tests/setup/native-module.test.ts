import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { compileModule, missingCompilers } from '../../scripts/setup/native/native-build.mjs'
import {
  checkModule,
  checkModuleIn,
  compiledModule,
  installModule,
} from '../../scripts/setup/native/native-module.mjs'
import { packageFolder } from '../../scripts/setup/places.mjs'
import { problemOf } from './helpers/problem'
import { fakeProgram, scratchFolder, writeTo } from './helpers/scratch'

const INSTALLED = join('build', 'Release', 'better_sqlite3.node')

/** An environment whose PATH has compilers that are never run: the build script is a stand-in. */
function environment(programs = ['g++', 'make', 'python3']): NodeJS.ProcessEnv {
  const bin = join(scratchFolder(), 'bin')
  mkdirSync(bin)
  for (const program of programs) fakeProgram(bin, program)
  return { PATH: bin }
}

/** A stand-in for node-gyp, which would take a minute. */
const buildScript = (code: string) => writeTo(join(scratchFolder(), 'build.cjs'), code)

describe.runIf(process.platform !== 'win32')(
  'compiling better-sqlite3 (not on Windows, where its prebuilt binary always fits)',
  () => {
    test('happens in a copy, with the flags for the older Node-API, and ends up in the cache', async () => {
      const cache = join(scratchFolder(), 'cache')
      const nodeGyp = buildScript(`
        const { mkdirSync, writeFileSync, readdirSync } = require('node:fs')
        mkdirSync('build/Release', { recursive: true })
        writeFileSync('build/Release/better_sqlite3.node', JSON.stringify({
          args: process.argv.slice(2), flags: process.env.CXXFLAGS, files: readdirSync('.'),
          helper: require.resolve('node-addon-api', { paths: ['.'] }),
          settings: Object.keys(process.env).filter((name) => name.startsWith('npm_config_')),
        }))`)
      const env = { ...environment(), CXXFLAGS: '-O1', npm_config_runtime: 'electron' }
      const binary = await compileModule({ cache, env, nodeGyp })

      expect(binary).toBe(compiledModule(cache))
      expect(readdirSync(cache)).toEqual([basename(binary)])
      const seen = JSON.parse(readFileSync(binary, 'utf8'))
      expect(seen.args).toEqual([
        'rebuild',
        '--release',
        '--force_build=1',
        '--jobs=max',
        expect.stringMatching(/^--nodedir=./),
      ])
      expect(seen.flags).toBe(
        '-O1 -UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
      )
      expect(seen.files).toContain('binding.gyp')
      expect(seen.files).not.toContain('prebuilds')
      expect(seen.helper).toContain(cache)
      expect(seen.settings).toEqual([])
    })

    test('says which compilers are missing, before it begins', async () => {
      const env = environment(['python3'])
      expect(missingCompilers(env)).toEqual(['g++', 'make'])
      const { message, remedy } = await problemOf(() =>
        compileModule({ cache: scratchFolder(), env, nodeGyp: buildScript('process.exit(0)') }),
      )
      expect(message).toContain('missing: g++, make.')
      expect(remedy).toContain('apt-get install -y g++ make python3')
    })

    test('takes the compilers that the environment names', () => {
      const named = fakeProgram(scratchFolder(), 'clang++')
      const env = environment(['make', 'python3'])
      expect(missingCompilers({ ...env, CXX: `${named} -m64` })).toEqual([])
      expect(missingCompilers({ ...env, CXX: 'clang++-from-nowhere' })).toEqual(['g++'])
    })

    test('that fails says what the compiler said, and leaves nothing behind', async () => {
      const cache = scratchFolder()
      const nodeGyp = buildScript(`
        console.error('make: Entering directory')
        console.error("src/x.cpp:1:1: error: 'concept' does not name a type")
        console.error('gyp info ok')
        process.exit(1)`)
      const { message } = await problemOf(() =>
        compileModule({ cache, env: environment(), nodeGyp }),
      )
      expect(message).toBe(
        "better-sqlite3 could not be compiled:\n  src/x.cpp:1:1: error: 'concept' does not name a type",
      )
      expect(readdirSync(cache)).toEqual([])
    })

    test('on a full disk says that the disk is full', async () => {
      const cache = scratchFolder()
      const nodeGyp = buildScript(`
        console.error('/tmp/x.s: fatal error: No space left on device'); process.exit(1)`)
      const { message } = await problemOf(() =>
        compileModule({ cache, env: environment(), nodeGyp }),
      )
      expect(message).toBe(`The disk is full: there was no room to write in ${cache}.`)
    })
  },
)

describe('putting the binary in place', () => {
  test('copies it where better-sqlite3 looks first, once', async () => {
    const folder = scratchFolder()
    const compiled = writeTo(join(folder, 'cache', 'compiled.node'), 'new')
    const installed = writeTo(join(folder, INSTALLED), 'old')
    expect(await installModule(compiled, folder)).toBe(true)
    expect(readFileSync(installed, 'utf8')).toBe('new')
    expect(readdirSync(dirname(installed))).toEqual([basename(installed)])
    expect(await installModule(compiled, folder)).toBe(false)
  })

  test('takes it away again when the prebuilt one is right', async () => {
    const folder = scratchFolder()
    const installed = writeTo(join(folder, INSTALLED), 'for the other Electron')
    expect(await installModule(undefined, folder)).toBe(true)
    expect(existsSync(installed)).toBe(false)
    expect(await installModule(undefined, folder)).toBe(false)
  })
})

describe('checking the binary', () => {
  /** A copy of better-sqlite3 whose compiled binary is no such thing. */
  function brokenModule(): string {
    const folder = join(scratchFolder(), 'better-sqlite3')
    const original = packageFolder('better-sqlite3')
    cpSync(join(original, 'lib'), join(folder, 'lib'), { recursive: true })
    cpSync(join(original, 'package.json'), join(folder, 'package.json'))
    writeTo(join(folder, INSTALLED), 'not a binary')
    return folder
  }

  test('passes for the one in use', async () => {
    expect(() => checkModule()).not.toThrow()
    await checkModuleIn(process.execPath)
  })

  test('notices one that does not load, in Node and in a process of its own', async () => {
    const folder = brokenModule()
    expect((await problemOf(() => checkModule(folder))).message).toContain(
      'better-sqlite3 does not work in Node: ',
    )
    expect((await problemOf(() => checkModuleIn(process.execPath, folder))).message).toContain(
      'better-sqlite3 does not work in Electron: ',
    )
  })

  test('survives one that ends the process that loads it', async () => {
    const folder = scratchFolder()
    writeTo(join(folder, 'index.js'), 'process.kill(process.pid, "SIGKILL")')
    const { message } = await problemOf(() => checkModuleIn(process.execPath, folder))
    expect(message).toContain('it ended without a word')
  })
})
