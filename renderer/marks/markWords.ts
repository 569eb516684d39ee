import { MARK_NAMES, MAX_MARKS_PER_TAKE } from '../../shared/defaults'
import type { MarkKind } from '../../shared/defaults'
import type { Mark } from '../../shared/marks'
import { formatClock } from '../lib/format'

/** "Action at 0:23" */
export function markWords({ kind, atMs }: Pick<Mark, 'kind' | 'atMs'>): string {
  return `${MARK_NAMES[kind]} at ${formatClock(atMs)}`
}

export const FULL_WORDS = `This take has ${MAX_MARKS_PER_TAKE} marks, and holds no more. Delete one to add another.`

/** The commands that mark, each with what its keys stand for. */
const KINDS = {
  markPart: ['situation', 'task', 'action', 'result'],
  markHeard: ['strong', 'filler', 'wandered'],
} as const satisfies Record<string, readonly MarkKind[]>
export type MarkCommand = keyof typeof KINDS
export const MARK_COMMANDS = Object.keys(KINDS) as MarkCommand[]

/** What a key of these commands marks. */
export function kindOf(command: MarkCommand, nth: number): MarkKind | undefined {
  return KINDS[command][nth]
}

/** The key that marks this: its command and which of the command's keys. */
export function keyOfKind(kind: MarkKind): { command: MarkCommand; nth: number } {
  const isPart = KINDS.markPart.some((part) => part === kind)
  const command = isPart ? 'markPart' : 'markHeard'
  return { command, nth: (KINDS[command] as readonly MarkKind[]).indexOf(kind) }
}
