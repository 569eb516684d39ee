import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { isOnPath } from '../../scripts/setup/run.mjs'
import {
  ensureSystemPackages,
  missingPackages,
  neededPackages,
  offeredNames,
} from '../../scripts/setup/system/system-packages.mjs'
import { problemOf } from './helpers/problem'
import { fakeProgram, scratchFolder } from './helpers/scratch'

const log = vi.spyOn(console, 'log')
beforeEach(() => {
  log.mockReset().mockImplementation(() => {})
})
afterAll(() => log.mockRestore())

interface Machine {
  /** What dpkg says is installed. */
  installed?: readonly string[]
  /** What apt offers under a "t64" name. */
  offered?: readonly string[]
  /** The body of apt-get; it writes down how it was called anyway. */
  aptGet?: string
  display?: string
}

/** A Debian whose tools are scripts: they answer in the words of the real ones. */
function debian({ installed = [], offered = [], aptGet = 'exit 0', display = ':1' }: Machine) {
  const bin = join(scratchFolder(), 'bin')
  mkdirSync(bin)
  const calls = join(bin, 'calls')
  const statuses = installed.map((name) => `echo 'installed ${name}'`).join('\n')
  fakeProgram(bin, 'dpkg-query', `${statuses}\necho 'config-files libtiff'\nexit 1`)
  const policies = offered.map(
    (name) => `echo '${name}:'\necho '  Installed: (none)'\necho '  Candidate: 3.24.41-4'`,
  )
  fakeProgram(bin, 'apt-cache', policies.join('\n'))
  fakeProgram(bin, 'apt-get', `echo "$DEBIAN_FRONTEND $*" >> '${calls}'\n${aptGet}`)
  const env = { PATH: `${bin}:/usr/bin:/bin`, DISPLAY: display }
  return { env, calls: () => (existsSync(calls) ? readFileSync(calls, 'utf8') : '') }
}

const ALL = neededPackages('tests', false)
const without = (...names: string[]) => ALL.filter((name) => !names.includes(name))

test('a display, fonts and a sound server are needed only where they are', () => {
  const libraries = neededPackages('app', true)
  expect(libraries).toContain('libgtk-3-0')
  expect(neededPackages('app', false)).toEqual([...libraries, 'xvfb', 'xauth'])
  expect(neededPackages('tests', true)).toEqual([
    ...libraries,
    'fonts-dejavu-core',
    'strace',
    'espeak-ng',
    'ffmpeg',
    'flite',
    'sox',
    'pulseaudio',
    'pulseaudio-utils',
  ])
})

describe.runIf(process.platform !== 'win32')(
  'system packages (not on Windows, where Electron brings all it needs)',
  () => {
    test('nothing is done and said when all are there, under the old names or the new', async () => {
      const installed = [...without('libgtk-3-0', 'libasound2'), 'libgtk-3-0t64', 'libasound2t64']
      const { env, calls } = debian({ installed, display: '' })
      await ensureSystemPackages('tests', { env, isRoot: true })
      await ensureSystemPackages('tests', { env, isRoot: false })
      expect(calls()).toBe('')
      expect(log).not.toHaveBeenCalled()
    })

    test('root gets what is missing installed, and nothing else', async () => {
      const { env, calls } = debian({ installed: without('xvfb', 'libgbm1'), display: '' })
      await ensureSystemPackages('tests', { env, isRoot: true, compilers: ['make'] })
      expect(calls()).toBe(
        [
          'noninteractive -o DPkg::Lock::Timeout=300 update',
          'noninteractive -o DPkg::Lock::Timeout=300 install -y --no-install-recommends libgbm1 xvfb make\n',
        ].join('\n'),
      )
      expect(log.mock.calls[0]?.[0]).toContain('libgbm1 xvfb make')
    })

    test('a desktop keeps the sound server that PulseAudio would throw out', async () => {
      const installed = [...without('pulseaudio', 'pulseaudio-utils'), 'pipewire-alsa']
      const { env, calls } = debian({ installed, display: '' })
      await ensureSystemPackages('tests', { env, isRoot: true })
      expect(calls()).toBe('')
    })

    test('anybody else gets the exact command', async () => {
      const { env, calls } = debian({
        installed: without('libgtk-3-0', 'libnss3'),
        offered: ['libgtk-3-0t64'],
      })
      const { remedy } = await problemOf(() => ensureSystemPackages('app', { env, isRoot: false }))
      expect(remedy.split('\n').at(-1)?.trim()).toBe(
        'sudo apt-get update && sudo apt-get install -y --no-install-recommends libnss3 libgtk-3-0t64',
      )
      expect(calls()).toBe('')
    })

    test('a name that apt knows of but does not offer is not taken', () => {
      const { env } = debian({})
      fakeProgram(
        env.PATH.split(':')[0] ?? '',
        'apt-cache',
        "echo 'libnss3t64:'; echo '  Installed: (none)'; echo '  Candidate: (none)'",
      )
      expect(offeredNames(['libnss3'], env)).toEqual(['libnss3'])
    })

    test('a failing apt-get is passed on in its own words', async () => {
      const { env } = debian({
        aptGet:
          'echo "Reading package lists"; echo "E: Unable to locate package libnss3"; exit 100',
      })
      const { message, remedy } = await problemOf(() =>
        ensureSystemPackages('app', { env, isRoot: true }),
      )
      expect(message).toBe('`apt-get update` failed:\n  E: Unable to locate package libnss3')
      expect(remedy).toContain('Debian packages can be reached')
    })

    test('an update that reached nobody is named as the reason', async () => {
      const { env } = debian({
        aptGet: `case "$*" in
          *update*) echo "Err:1 http://deb.example"; echo "W: Failed to fetch http://deb.example";;
          *) echo "E: Unable to locate package libnss3"; exit 100;;
        esac`,
      })
      const { message } = await problemOf(() => ensureSystemPackages('app', { env, isRoot: true }))
      expect(message).toBe(
        '`apt-get install` failed:\n  W: Failed to fetch http://deb.example\n  E: Unable to locate package libnss3',
      )
    })

    test('a disk that fills up meanwhile is called by its name', async () => {
      const { env } = debian({
        aptGet:
          'echo "E: You don\'t have enough free space in /var/cache/apt/archives/."; exit 100',
      })
      const { message } = await problemOf(() => ensureSystemPackages('app', { env, isRoot: true }))
      expect(message).toContain('The disk is full')
    })

    test('without dpkg, the missing libraries are named', async () => {
      const bin = join(scratchFolder(), 'bin')
      mkdirSync(bin)
      fakeProgram(
        bin,
        'ldd',
        String.raw`printf '\tlibc.so.6 => /lib/libc.so.6\n\tlibnss3.so => not found\n'`,
      )
      const env = { PATH: bin }
      const { message } = await problemOf(() =>
        ensureSystemPackages('app', { env, executable: '/some/electron', isRoot: true }),
      )
      expect(message).toContain('missing: libnss3.so, Xvfb.')
    })
  },
)

test.runIf(isOnPath('dpkg-query'))('the real dpkg-query is understood (where there is one)', () => {
  expect(missingPackages(['dpkg', 'no-such-package'])).toEqual(['no-such-package'])
})
