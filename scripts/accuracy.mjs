// @ts-check
// Measures recordings whose truth is known, and prints a table of how near it came:
//
//   node scripts/accuracy.mjs            everything
//   node scripts/accuracy.mjs --write    and writes the table into docs/accuracy.md
//   node scripts/accuracy.mjs pace       only these files, as Vitest takes them
import { figuresEnv, writesOf } from './figures/option.mjs'
import { launchTool } from './setup/electron/launch.mjs'
import { fail } from './setup/messages.mjs'

try {
  const { writes, rest } = writesOf(process.argv.slice(2))
  const figures = figuresEnv('accuracy.md', { writes, isWhole: rest.length === 0 })
  const env = { ...process.env, ...figures }
  process.exitCode = await launchTool(['vitest', 'run', '--project', 'accuracy', ...rest], env)
} catch (error) {
  fail(error)
}
