// @ts-check
// `--write` among the arguments of a command that measures.
import { join } from 'node:path'
import { SetupError } from '../setup/messages.mjs'
import { root } from '../setup/places.mjs'

/**
 * Takes `--write` out of a command's arguments.
 *
 * @param {readonly string[]} args
 * @returns {{ writes: boolean, rest: string[] }}
 */
export function writesOf(args) {
  return { writes: args.includes('--write'), rest: args.filter((arg) => arg !== '--write') }
}

/**
 * What a reporter has to know to put the run's table into a document of docs/.
 *
 * @param {'accuracy.md' | 'faults.md' | 'speed.md'} document
 * @param {{ writes: boolean, isWhole: boolean }} run whether all was asked for, not some files only
 * @returns {{ SOUNDCHECK_FIGURES_FILE?: string }} for its environment
 * @throws {SetupError} when only a part of the table would be there
 */
export function figuresEnv(document, { writes, isWhole }) {
  if (!writes) return {}
  if (isWhole) return { SOUNDCHECK_FIGURES_FILE: join(root, 'docs', document) }
  throw new SetupError(
    `--write replaces the whole table of docs/${document}, and only a part would be measured.`,
    'Leave out --write, or the names of what to measure.',
  )
}
