import { MARK_KINDS, type MarkKind } from '../../../shared/defaults'
import type { ReviewedTake } from '../../../shared/questionHistory'

export interface MarkCount {
  readonly kind: MarkKind
  /** One for each take, in the order of the takes. */
  readonly counts: readonly number[]
}

/** How often each kind was marked, take by take; a kind that was never marked is left out. */
export function countMarks(takes: readonly ReviewedTake[]): readonly MarkCount[] {
  return MARK_KINDS.map((kind) => ({
    kind,
    counts: takes.map(({ marks }) => marks.filter((mark) => mark.kind === kind).length),
  })).filter(({ counts }) => counts.some((count) => count > 0))
}
