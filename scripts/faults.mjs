// @ts-check
// Runs the fault tests, which end in a table of what was measured:
//
//   node scripts/faults.mjs                        a few rounds of each fault
//   node scripts/faults.mjs --count 200            the long run: so many rounds of the kills
//   node scripts/faults.mjs --count 200 --write    and writes the table into docs/faults.md
//   node scripts/faults.mjs kills/recording        only these files, as Playwright takes them
//
//   SOUNDCHECK_FAULTS_SEED=<number>   repeats a run's random moments; every run prints its own
//
// Those that measure nothing run side by side; those that measure time, memory or what is lost
// (`@alone` in their title) have the machine to themselves afterwards.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
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

/**
 * Runs one half. Files may be named that have tests in the other half only.
 *
 * @param {'faults' | 'faults-alone'} project
 * @param {readonly string[]} files
 * @param {NodeJS.ProcessEnv} env
 */
function run(project, files, env) {
  const command = ['scripts/with-display.mjs', 'playwright', 'test', `--project=${project}`]
  return launch(process.execPath, [...command, '--pass-with-no-tests', ...files], { env })
}

/**
 * Runs both halves, the second one also when the first has failed.
 *
 * @param {readonly string[]} files
 * @param {NodeJS.ProcessEnv} env
 * @param {{ SOUNDCHECK_FIGURES_FILE?: string }} document only a whole table goes there
 */
async function runAll(files, env, document) {
  const folder = mkdtempSync(join(tmpdir(), 'soundcheck-faults-'))
  const earlier = join(folder, 'figures.json')
  rmSync(FIGURES, { force: true })
  try {
    const sideBySide = await run('faults', files, { ...env, SOUNDCHECK_FIGURES_LATER: 'yes' })
    if (sideBySide > FAILED) return sideBySide
    // Playwright empties the folder of its results at each run.
    if (existsSync(FIGURES)) copyFileSync(FIGURES, earlier)
    const alone = { ...env, ...document, SOUNDCHECK_EARLIER_FIGURES: earlier }
    return Math.max(sideBySide, await run('faults-alone', files, alone))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What Playwright ends with when a test has failed; more when somebody ended it. */
const FAILED = 1

try {
  const { writes, rest: asked } = writesOf(process.argv.slice(2))
  const { count, rest } = countOf(asked)
  const document = figuresEnv('faults.md', { writes, isWhole: rest.length === 0 })
  const long = count === undefined ? {} : { SOUNDCHECK_FAULTS_COUNT: String(count) }
  const fuzz = count === undefined ? {} : { SOUNDCHECK_FUZZ_CALLS: MANY_FUZZ_CALLS }
  const seed = String(Math.floor(Math.random() * 1_000_000))
  const env = { SOUNDCHECK_FAULTS_SEED: seed, ...fuzz, ...process.env, ...long }
  console.log(`Fault tests with SOUNDCHECK_FAULTS_SEED=${env.SOUNDCHECK_FAULTS_SEED}`)
  process.exitCode = await runAll(rest, env, document)
} catch (error) {
  fail(error)
}
