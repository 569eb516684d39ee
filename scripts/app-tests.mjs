// @ts-check
// Runs the tests that start the real app. The fault tests among them end in a table of figures:
//
//   node scripts/app-tests.mjs --all                 all of them
//   node scripts/app-tests.mjs                       a few rounds of each fault
//   node scripts/app-tests.mjs --count 200           the long run: so many rounds of the kills
//   node scripts/app-tests.mjs --count 200 --write   and writes the table into docs/faults.md
//   node scripts/app-tests.mjs kills/recording       only these files, as Playwright takes them
//
//   SOUNDCHECK_FAULTS_SEED=<number>   repeats a run's random moments; every run prints its own
//
// Most of them wait, for a recording or for what is played, and run side by side. Those that measure
// what is lost (`@in-twos` in their title), those with a sound server (devices/) and those whose
// figure nothing may change (`@alone`) follow. What failed is said once more at the very end.
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figuresEnv, writesOf } from './figures/option.mjs'
import { countOf } from './setup/count.mjs'
import { launch } from './setup/electron/launch.mjs'
import { fail } from './setup/messages.mjs'
import { root } from './setup/places.mjs'

/** The long run sends more nonsense to main, too. */
const MANY_FUZZ_CALLS = '10000'
const FIGURES = join(root, 'test-results', 'figures.json')
/** What Playwright ends with when a test has failed; more when somebody ended it. */
const FAILED = 1

/**
 * @typedef {object} Run
 * @property {readonly string[]} sideBySide the projects whose tests run beside each other
 * @property {readonly string[]} files all, when none is named
 * @property {NodeJS.ProcessEnv} env
 * @property {{ SOUNDCHECK_FIGURES_FILE?: string }} document only a whole table goes there
 */

/**
 * Runs one part. Files may be named that have tests in another one only.
 *
 * @param {readonly string[]} projects
 * @param {readonly string[]} files
 * @param {NodeJS.ProcessEnv} env
 */
function runPart(projects, files, env) {
  const command = ['scripts/with-display.mjs', 'playwright', 'test']
  const options = [...projects.map((name) => `--project=${name}`), '--pass-with-no-tests']
  return launch(process.execPath, [...command, ...options, ...files], { env })
}

/**
 * Runs one part after the other, also when one has failed.
 *
 * @param {Run} run
 * @param {string} folder for what one part leaves to the next
 */
async function runAll({ sideBySide, files, env, document }, folder) {
  const earlier = join(folder, 'figures.json')
  const parts = [sideBySide, ['faults-in-twos'], ['faults-alone']]
  let worst = 0
  rmSync(FIGURES, { force: true })
  for (const [index, projects] of parts.entries()) {
    const isLast = index === parts.length - 1
    const figures = isLast ? document : { SOUNDCHECK_FIGURES_LATER: 'yes' }
    const kept = { SOUNDCHECK_EARLIER_FIGURES: earlier }
    const code = await runPart(projects, files, { ...env, ...figures, ...kept })
    if (code > FAILED) return code
    worst = Math.max(worst, code)
    // Playwright empties the folder of its results at each run.
    if (existsSync(FIGURES)) copyFileSync(FIGURES, earlier)
  }
  return worst
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
async function main(args) {
  const isAll = args.includes('--all')
  const { writes, rest: asked } = writesOf(args.filter((arg) => arg !== '--all'))
  const { count, rest: files } = countOf(asked)
  const document = figuresEnv('faults.md', { writes, isWhole: files.length === 0 })
  const long = count === undefined ? {} : { SOUNDCHECK_FAULTS_COUNT: String(count) }
  const fuzz = count === undefined ? {} : { SOUNDCHECK_FUZZ_CALLS: MANY_FUZZ_CALLS }
  const seed = String(Math.floor(Math.random() * 1_000_000))
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-tests-'))
  const failures = join(folder, 'failures')
  const env = {
    SOUNDCHECK_FAULTS_SEED: seed,
    SOUNDCHECK_FAILURES_FILE: failures,
    ...fuzz,
    ...process.env,
    ...long,
  }
  console.log(`Fault tests with SOUNDCHECK_FAULTS_SEED=${env.SOUNDCHECK_FAULTS_SEED}`)
  const sideBySide = isAll ? ['e2e', 'faults', 'layout'] : ['faults']
  try {
    const code = await runAll({ sideBySide, files, env, document }, folder)
    if (existsSync(failures)) console.log(`Failed:\n\n${readFileSync(failures, 'utf8')}`)
    return code
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  fail(error)
}
