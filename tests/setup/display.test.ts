import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test, vi } from 'vitest'
import { hasDisplay } from '../../scripts/setup/system/display.mjs'
import { root } from '../../scripts/setup/places.mjs'
import { checkSandbox, refusesSandbox } from '../../scripts/setup/electron/sandbox.mjs'
import { problemOf } from './helpers/problem'
import { fakeProgram, scratchFolder, writeTo } from './helpers/scratch'

const script = (name: string) => join(root, 'scripts', name)
const NO_DISPLAY = { ...process.env, DISPLAY: '', WAYLAND_DISPLAY: '' }

test('only Linux can be without a display', () => {
  expect(hasDisplay({}, 'linux')).toBe(false)
  expect(hasDisplay({ DISPLAY: ':0' }, 'linux')).toBe(true)
  expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
  expect(hasDisplay({}, 'darwin')).toBe(true)
  expect(hasDisplay({}, 'win32')).toBe(true)
})

describe('with-display, where there is a display', () => {
  const withDisplay = (...args: string[]) =>
    spawnSync(process.execPath, [script('with-display.mjs'), ...args], {
      env: { ...process.env, DISPLAY: ':55' },
      encoding: 'utf8',
    })

  test('runs the command on it, and passes its output and exit code on', () => {
    const result = withDisplay('node', '-e', 'console.log(process.env.DISPLAY); process.exit(5)')
    expect(result).toMatchObject({ status: 5, stdout: ':55\n' })
  })

  test('finds the programs of node_modules', () => {
    const result = withDisplay('playwright', '--version')
    expect(result.stdout).toMatch(/^Version \d/)
    expect(result.status).toBe(0)
  })

  test('fails for a command that is not there', () => {
    expect(withDisplay('no-such-program').status).not.toBe(0)
  })
})

describe.runIf(process.platform === 'linux')(
  'with-display, where there is none (only Linux can be without one)',
  () => {
    /** A stand-in for Xvfb that says where it runs, so that these tests need no system package. */
    function fakeServer() {
      const bin = join(scratchFolder(), 'bin')
      const trace = join(bin, '..', 'trace')
      const body = `echo "$$ $*" > '${trace}'; echo 77 >&3; exec sleep 60`
      fakeProgram(writeTo(join(bin, 'keep')) && bin, 'Xvfb', body)
      return {
        env: { ...NO_DISPLAY, PATH: `${bin}:${process.env.PATH}` },
        args: () => readFileSync(trace, 'utf8').trim().split(' ').slice(1),
        isRunning: () => {
          try {
            return process.kill(Number(readFileSync(trace, 'utf8').split(' ')[0]), 0)
          } catch {
            return false
          }
        },
        hasStarted: () => existsSync(trace),
      }
    }

    test('brings one as large as a desktop, which ends with the command', () => {
      const server = fakeServer()
      const command = ['node', '-e', 'console.log(process.env.DISPLAY); process.exit(6)']
      const result = spawnSync(process.execPath, [script('with-display.mjs'), ...command], {
        env: server.env,
        encoding: 'utf8',
      })
      expect(result).toMatchObject({ status: 6, stdout: ':77\n' })
      expect(server.args()).toContain('1920x1200x24')
      expect(server.isRunning()).toBe(false)
    })

    test('takes command and display down with it when it is stopped', async () => {
      const server = fakeServer()
      const command = ['node', '-e', 'console.log("up"); setTimeout(() => {}, 20_000)']
      const child = spawn(process.execPath, [script('with-display.mjs'), ...command], {
        env: server.env,
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const ended = once(child, 'exit')
      await once(child.stdout, 'data')
      expect(server.isRunning()).toBe(true)
      child.kill('SIGTERM')
      expect(await ended).toEqual([143, null])
      await vi.waitFor(() => expect(server.isRunning()).toBe(false))
    })

    test('says what to do when there is no Xvfb', () => {
      const env = { ...NO_DISPLAY, PATH: dirname(process.execPath) }
      const result = spawnSync(process.execPath, [script('with-display.mjs'), 'node', '-v'], {
        env,
        encoding: 'utf8',
      })
      expect(result.status).toBe(1)
      expect(result.stderr).toContain('a virtual one could not be started')
      expect(result.stderr).toContain('xvfb')
      expect(result.stdout).toBe('')
    })

    test('npm start stops and names the command that brings one', () => {
      const result = spawnSync(process.execPath, [script('start.mjs')], {
        env: NO_DISPLAY,
        encoding: 'utf8',
      })
      expect(result.status).toBe(1)
      expect(result.stderr).toContain('There is no display')
      expect(result.stderr).toContain('`xvfb-run -a npm start`')
    })
  },
)

describe('Chromium’s sandbox', () => {
  const forbidding = (file: string) => {
    if (file.includes('apparmor_restrict')) return '1\n'
    throw new Error('ENOENT')
  }
  const allowing = () => {
    throw new Error('ENOENT')
  }

  test('is left out for root on Linux only', () => {
    expect(refusesSandbox('linux', 0)).toBe(true)
    expect(refusesSandbox('linux', 1000)).toBe(false)
    expect(refusesSandbox('darwin', 0)).toBe(false)
  })

  test('where the system forbids it, the commands that settle it are named', async () => {
    const executable = writeTo(join(scratchFolder(), 'electron'))
    const check = (uid: number, read: (file: string) => string) => () =>
      checkSandbox(executable, { platform: 'linux', uid, read })
    const { remedy } = await problemOf(check(1000, forbidding))
    expect(remedy).toContain(`sudo chmod 4755 '${join(dirname(executable), 'chrome-sandbox')}'`)
    expect(check(1000, allowing)).not.toThrow()
    expect(check(0, forbidding)).not.toThrow()
  })
})
