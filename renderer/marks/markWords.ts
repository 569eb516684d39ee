import { MARK_KEYS, MARK_KINDS, MARK_NAMES, MAX_MARKS_PER_TAKE } from '../../shared/defaults'
import type { MarkKind } from '../../shared/defaults'
import type { Mark } from '../../shared/marks'
import { formatClock } from '../lib/format'

/** "Action at 0:23" */
export function markWords({ kind, atMs }: Pick<Mark, 'kind' | 'atMs'>): string {
  return `${MARK_NAMES[kind]} at ${formatClock(atMs)}`
}

export const FULL_WORDS = `This take has ${MAX_MARKS_PER_TAKE} marks, and holds no more. Delete one to add another.`

/** What a key stands for, given in lower case as keyOf() does. */
export function kindOfKey(key: string): MarkKind | undefined {
  return MARK_KINDS.find((kind) => MARK_KEYS[kind].toLowerCase() === key)
}
