// @ts-check
// The system libraries that Electron needs on Linux, and a display for where there is none.
import { spawnSync } from 'node:child_process'
import { hasDisplay } from './display.mjs'
import { lastLines, diskFull, isDiskFull } from '../failures.mjs'
import { SetupError, step } from '../messages.mjs'
import { isOnPath, run } from '../run.mjs'

const LIBRARIES = [
  'libnss3',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'libxtst6',
  'libatk-bridge2.0-0',
]
const DISPLAY = ['xvfb', 'xauth']
/** Without any font screenshots show boxes. */
const FONTS = ['fonts-dejavu-core']
/** A sound server whose microphones can be pulled out, muted and suspended: for the fault tests. */
const SOUND = ['pulseaudio', 'pulseaudio-utils']
/** Watches in which order files are written and synced: for the fault tests. */
const TRACE = ['strace']
/** Make recordings and convert them: for the tests of what is measured about a take. */
const SPEECH = ['espeak-ng', 'ffmpeg', 'flite', 'sox']
/** Where these make the desktop's sound, PulseAudio would throw them out. */
const OTHER_SOUND = ['pipewire-audio', 'pipewire-alsa']

/** @typedef {'app' | 'tests' | 'accuracy'} Purpose */

/**
 * The packages that a purpose needs, as Debian names them.
 *
 * @param {Purpose} purpose
 * @param {boolean} display whether there is a display already
 * @param {boolean} [otherSound] whether a sound server is installed that PulseAudio would remove
 */
export function neededPackages(purpose, display, otherSound = false) {
  if (purpose === 'accuracy') return SPEECH
  const forTests =
    purpose === 'tests' ? [...FONTS, ...TRACE, ...SPEECH, ...(otherSound ? [] : SOUND)] : []
  return [...LIBRARIES, ...(display ? [] : DISPLAY), ...forTests]
}

/**
 * Which of the packages are not installed. Newer releases name some of them with "t64" at the
 * end; either name will do.
 *
 * @param {string[]} packages
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string[]}
 */
export function missingPackages(packages, env = process.env) {
  const names = packages.flatMap((name) => [name, `${name}t64`])
  const installed = new Set(
    answerOf('dpkg-query', ['-W', '-f=${db:Status-Status} ${Package}\n', ...names], env)
      .split('\n')
      .filter((line) => line.startsWith('installed '))
      .map((line) => line.slice('installed '.length)),
  )
  return packages.filter((name) => !installed.has(name) && !installed.has(`${name}t64`))
}

/**
 * The names that this release offers: with "t64" where it has that one.
 *
 * @param {string[]} packages
 * @param {NodeJS.ProcessEnv} [env]
 */
export function offeredNames(packages, env = process.env) {
  const policy = answerOf('apt-cache', ['policy', ...packages.map((p) => `${p}t64`)], env)
  const offered = new Set()
  let name = ''
  // One block for each name that apt knows: the name and a colon, then indented lines.
  for (const line of policy.split('\n')) {
    if (/^\S+:$/.test(line)) name = line.slice(0, -1)
    else if (/^\s+Candidate: [^(]/.test(line)) offered.add(name)
  }
  return packages.map((p) => (offered.has(`${p}t64`) ? `${p}t64` : p))
}

/**
 * Installs what is missing, as root on Debian and its relatives. For anybody else it says what
 * is missing and how to get it, and stops.
 *
 * @param {Purpose} purpose
 * @param {object} [means] the tests put others in
 * @param {string[]} [means.compilers] packages to compile with, if there is something to compile
 * @param {string} [means.executable] Electron, to ask for its libraries where there is no dpkg
 * @param {boolean} [means.isRoot]
 * @param {NodeJS.ProcessEnv} [means.env]
 * @throws {SetupError} with the exact command, or with what apt-get said
 */
export async function ensureSystemPackages(
  purpose,
  { compilers = [], executable, isRoot = process.getuid?.() === 0, env = process.env } = {},
) {
  const display = hasDisplay(env, 'linux')
  if (!isOnPath('dpkg-query', env) || !isOnPath('apt-get', env)) {
    return checkWithoutDpkg(neededPackages(purpose, display), executable, env)
  }
  const otherSound = missingPackages(OTHER_SOUND, env).length < OTHER_SOUND.length
  const needed = neededPackages(purpose, display, otherSound)
  const missing = [...missingPackages(needed, env), ...compilers]
  if (missing.length === 0) return
  if (!isRoot) {
    throw new SetupError(
      'System packages that this needs are missing.',
      `Install them, then run this again:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${offeredNames(missing, env).join(' ')}`,
    )
  }
  await step(
    `installing system packages that this needs: ${missing.join(' ')}`,
    async () => {
      const updated = await apt(['update'], env)
      const names = offeredNames(missing, env)
      await apt(['install', '-y', '--no-install-recommends', ...names], env, updated)
    },
    () => 'system packages installed',
  )
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {string} [before] what an earlier call printed: an update that reaches nobody only warns
 * @returns {Promise<string>} what it printed
 */
async function apt(args, env, before = '') {
  // Another apt may be at work, on a fresh cloud machine for instance: wait for it.
  const { code, output } = await run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', ...args], {
    env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
  })
  if (code === 0) return output
  if (isDiskFull(output)) throw diskFull('/var')
  const reasons = (before + output).split('\n').filter((line) => /^E: |^W: Failed/.test(line))
  throw new SetupError(
    `\`apt-get ${args[0]}\` failed:\n  ${lastLines(reasons.join('\n') || output)}`,
    'Check that the Debian packages can be reached and that `apt-get update` works, then run this again.',
  )
}

/**
 * @param {string[]} needed
 * @param {string | undefined} executable
 * @param {NodeJS.ProcessEnv} env
 */
function checkWithoutDpkg(needed, executable, env) {
  const libraries = executable
    ? [...answerOf('ldd', [executable], env).matchAll(/^\s*(\S+) => not found/gm)].map((m) => m[1])
    : []
  const programs = needed.includes('xvfb') && !isOnPath('Xvfb', env) ? ['Xvfb'] : []
  const missing = [...libraries, ...programs]
  if (missing.length === 0) return
  throw new SetupError(
    `Electron needs these from your system, and they are missing: ${missing.join(', ')}.`,
    `Install them with your system's package manager, then run this again. (Debian calls the packages ${needed.join(' ')}.)`,
  )
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {string} what it printed, also when it failed: dpkg-query answers while it complains
 */
function answerOf(command, args, env) {
  // A fixed language: what they print is read by a program here.
  const { stdout } = spawnSync(command, args, { env: { ...env, LC_ALL: 'C' }, encoding: 'utf8' })
  return stdout ?? ''
}
