import type { MarkKind } from '../../../shared/defaults'

/** What an answer of this shape is made of. */
const PARTS = ['situation', 'task', 'action', 'result'] as const satisfies MarkKind[]
export type PartKind = (typeof PARTS)[number]

export interface Part {
  readonly kind: PartKind
  readonly fromMs: number
  readonly toMs: number
  /** Of the whole take, 0 to 1. */
  readonly share: number
}

export function isPart(kind: MarkKind): kind is PartKind {
  return PARTS.some((part) => part === kind)
}

/**
 * How the time of an answer was split: each part runs from its mark to the next part's mark, or to
 * the end. What comes before the first of them belongs to none.
 */
export function splitTime(
  marks: readonly { readonly kind: MarkKind; readonly atMs: number }[],
  durationMs: number,
): readonly Part[] {
  if (durationMs <= 0) return []
  const starts = marks
    .flatMap(({ kind, atMs }) =>
      isPart(kind) ? [{ kind, fromMs: Math.min(atMs, durationMs) }] : [],
    )
    .toSorted((one, other) => one.fromMs - other.fromMs)
  return starts.flatMap(({ kind, fromMs }, index) => {
    const toMs = starts[index + 1]?.fromMs ?? durationMs
    return toMs > fromMs ? [{ kind, fromMs, toMs, share: (toMs - fromMs) / durationMs }] : []
  })
}
