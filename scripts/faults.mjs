// @ts-check
// Runs the fault tests, which end in a table of what was measured:
//
//   node scripts/faults.mjs                        a few rounds of each fault
//   node scripts/faults.mjs --count 200            the long run: so many rounds of the kills
//   node scripts/faults.mjs --count 200 --write    and writes the table into docs/faults.md
//   node scripts/faults.mjs kills/recording        only these files, as Playwright takes them
//
//   SOUNDCHECK_FAULTS_SEED=<number>   repeats a run's random moments; every run prints its own
import { figuresEnv, writesOf } from './figures/option.mjs'
import { countOf } from './setup/count.mjs'
import { launch } from './setup/electron/launch.mjs'
import { fail } from './setup/messages.mjs'

/** The long run sends more nonsense to main, too. */
const MANY_FUZZ_CALLS = '10000'

try {
  const { writes, rest: asked } = writesOf(process.argv.slice(2))
  const { count, rest } = countOf(asked)
  const figures = figuresEnv('faults.md', { writes, isWhole: rest.length === 0 })
  const long = count === undefined ? {} : { SOUNDCHECK_FAULTS_COUNT: String(count) }
  const fuzz = count === undefined ? {} : { SOUNDCHECK_FUZZ_CALLS: MANY_FUZZ_CALLS }
  const seed = String(Math.floor(Math.random() * 1_000_000))
  const env = { SOUNDCHECK_FAULTS_SEED: seed, ...fuzz, ...process.env, ...long, ...figures }
  console.log(`Fault tests with SOUNDCHECK_FAULTS_SEED=${env.SOUNDCHECK_FAULTS_SEED}`)
  const args = ['scripts/with-display.mjs', 'playwright', 'test', '--project=faults', ...rest]
  process.exitCode = await launch(process.execPath, args, { env })
} catch (error) {
  fail(error)
}
