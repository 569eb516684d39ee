// @ts-check
// Measures the app against floors that are taken in the same run, and prints a table:
//
//   node scripts/bench.mjs                      every line
//   node scripts/bench.mjs --only start,search  these lines
//   node scripts/bench.mjs --json FILE          the results with every sample, too
//
// The lines are in tests/bench/lines; what they mean is in tests/bench/README.md.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { benchOptions } from './bench/arguments.mjs'
import { launch } from './setup/electron/launch.mjs'
import { fail } from './setup/messages.mjs'

/** The second one makes the table. */
const REPORTERS = 'list,./tests/bench/figures/reporter.ts'

try {
  const { jsonFile, names } = benchOptions(process.argv.slice(2), process.env.INIT_CWD)
  // Libraries that take long to fill are filled once and serve every line of this run.
  const scratch = mkdtempSync(join(tmpdir(), 'soundcheck-bench-'))
  const env = {
    ...process.env,
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
