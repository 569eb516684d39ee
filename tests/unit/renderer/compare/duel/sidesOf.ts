import type { MarkKind } from '../../../../../shared/defaults'
import type { EndedTake } from '../../../../../shared/endedTake'
import type { Measures, Stretch } from '../../../../../shared/measures'
import type { Side } from '../../../../../renderer/compare/sides/sides'
import { measuresOf } from '../../../../helpers/measured'
import { takeOf } from '../../../../helpers/session'

let count = 0

/** A take of this length; `speech` null is not measured. */
export function sideOf(
  durationMs: number,
  marks: readonly (readonly [MarkKind, number])[] = [],
  speech: Stretch[] | null = null,
  change: Partial<Measures> = {},
): Side {
  count += 1
  const take = takeOf('pack/question-1', count, { durationMs }) as EndedTake
  return {
    take,
    measures: speech && measuresOf(durationMs, speech, change),
    marks: marks.map(([kind, atMs], index) => ({
      id: `${take.id.slice(0, -4)}${String(index).padStart(4, '0')}`,
      takeId: take.id,
      kind,
      atMs,
      note: '',
    })),
  }
}

/** Numbers between 0 and 1 that are the same in every run (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
