// @ts-check
// `--count 200` among the arguments of a command.
import { SetupError } from './messages.mjs'

/**
 * @param {readonly string[]} args
 * @returns {{ count: number | undefined, rest: string[] }} the count, and every other argument
 * @throws {SetupError} when the count is not a whole number above 0
 */
export function countOf(args) {
  const at = args.findIndex((arg) => arg === '--count' || arg.startsWith('--count='))
  if (at === -1) return { count: undefined, rest: [...args] }
  const joined = args[at]?.startsWith('--count=') === true
  const text = joined ? args[at]?.slice('--count='.length) : args[at + 1]
  const count = Number(text)
  if (!Number.isInteger(count) || count < 1) {
    throw new SetupError(
      `--count is followed by "${text ?? ''}", which is no number of rounds.`,
      'Say how many, as in `npm run test:faults -- --count 200`.',
    )
  }
  return { count, rest: args.toSpliced(at, joined ? 1 : 2) }
}
