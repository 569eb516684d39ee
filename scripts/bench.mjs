// @ts-check
// Measures the app against floors that are taken in the same run, and prints a table:
//
//   node scripts/bench.mjs                      every line
//   node scripts/bench.mjs --only start,search  these lines
//   node scripts/bench.mjs --json FILE          the results with every sample, too
//   node scripts/bench.mjs --write              and writes the table into docs/speed.md
//
// The lines are in tests/bench/lines; what they mean is in tests/bench/README.md.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchOptions } from './bench/arguments.mjs'
import { BENCH_NAMES } from './bench/names.mjs'
import { figuresEnv, writesOf } from './figures/option.mjs'
import { launch } from './setup/electron/launch.mjs'
import { fail } from './setup/messages.mjs'

/** The second one makes the table. */
const REPORTERS = 'list,./tests/bench/figures/reporter.ts'

try {
  const { writes, rest } = writesOf(process.argv.slice(2))
  const { jsonFile, names } = benchOptions(rest, process.env.INIT_CWD)
  const isWhole = names.length === BENCH_NAMES.length
  const figures = figuresEnv('speed.md', { writes, isWhole })
  // Libraries that take long to fill are filled once and serve every line of this run.
  const scratch = mkdtempSync(join(tmpdir(), 'soundcheck-bench-'))
  const env = {
    ...process.env,
    ...figures,
    SOUNDCHECK_BENCH_SCRATCH: scratch,
    ...(jsonFile === null ? {} : { SOUNDCHECK_BENCH_JSON: jsonFile }),
  }
  const files = names.map((name) => `bench/lines/${name}\\.bench\\.ts$`)
  const playwright = ['playwright', 'test', '--project=bench', `--reporter=${REPORTERS}`]
  const args = ['scripts/with-display.mjs', ...playwright, ...files]
  try {
    process.exitCode = await launch(process.execPath, args, { env })
  } finally {
    rmSync(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
} catch (error) {
  fail(error)
}
