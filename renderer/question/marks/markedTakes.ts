import { MARK_KINDS, type MarkKind } from '../../../shared/defaults'
import type { HeardTake } from '../heardTake'

export interface MarkedTake {
  readonly heard: HeardTake
  /** How often each kind was marked, in the order of the kinds. */
  readonly counts: readonly number[]
}

/**
 * The takes that have marks, newest first, and the kinds that any of them has.
 * @param takes oldest first
 */
export function markedTakes(takes: readonly HeardTake[]): {
  readonly kinds: readonly MarkKind[]
  readonly marked: readonly MarkedTake[]
} {
  const withMarks = takes.filter(({ marks }) => marks.length > 0).toReversed()
  const kinds = MARK_KINDS.filter((kind) =>
    withMarks.some(({ marks }) => marks.some((mark) => mark.kind === kind)),
  )
  const marked = withMarks.map((heard) => ({
    heard,
    counts: kinds.map((kind) => heard.marks.filter((mark) => mark.kind === kind).length),
  }))
  return { kinds, marked }
}
