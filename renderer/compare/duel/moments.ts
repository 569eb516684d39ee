import type { Measures } from '../../../shared/measures'
import { type Letter, otherLetter, type Side, type Sides } from '../sides/sides'

/** A moment of the answer that both takes have, in milliseconds of each. */
export type Anchor = Readonly<Record<Letter, number>>

/**
 * Moments that both takes have, at least one, each later in both than the one before. Between two
 * of them a moment of one take belongs to the moment of the other at the same share of the way.
 */
export type Anchors = readonly [Anchor, ...Anchor[]]

/**
 * Where two takes say the same thing: where both begin and end to speak, and in between the first
 * mark of every kind that both have. Without measures the files' own ends stand for speech.
 */
export function alignTakes({ A, B }: Sides): Anchors {
  const nothing = { A: 0, B: 0 }
  const whole = { A: A.take.durationMs, B: B.take.durationMs }
  const spoken = spokenSpan(A, B)
  const begin = spoken?.begin ?? nothing
  const end = spoken?.end ?? whole
  const marks = inOneOrder(
    sharedMarks(A, B).filter((mark) => isBefore(begin, mark) && isBefore(mark, end)),
  )
  const inner: Anchors = isBefore(begin, end) ? [begin, ...marks, end] : [begin]
  // The silence before and after speech. A take that has none holds at its first or last word.
  const before = isBefore(nothing, inner[0]) ? [nothing] : []
  const after = isBefore(inner.at(-1) ?? begin, whole) ? [whole] : []
  return [...before, ...inner, ...after] as unknown as Anchors
}

/** The moment of the other take in which it says what this take says at `atMs`. */
export function mapMoment(anchors: Anchors, from: Letter, atMs: number): number {
  const to = otherLetter(from)
  const index = anchors.findIndex((anchor) => anchor[from] > atMs)
  const next = anchors[index]
  if (!next) return (anchors.at(-1) ?? anchors[0])[to]
  const last = anchors[index - 1]
  if (!last) return next[to]
  const share = (atMs - last[from]) / (next[from] - last[from])
  return last[to] + share * (next[to] - last[to])
}

/**
 * How much of the answer is over, 0 to 1: the same in both takes at the same moment, so that it
 * does not tell which one it is.
 */
export function shareAt(anchors: Anchors, letter: Letter, atMs: number): number {
  return mapMoment(sharesOf(anchors, letter), 'A', atMs)
}

/** The moment of this take at which so much of the answer is over. */
export function momentAt(anchors: Anchors, letter: Letter, share: number): number {
  return mapMoment(sharesOf(anchors, letter), 'B', share)
}

/** Moments of one take, as A, beside the mean of the shares of both takes, as B. */
function sharesOf(anchors: Anchors, letter: Letter): Anchors {
  const [first, last] = [anchors[0], anchors.at(-1) ?? anchors[0]]
  const shareIn = (one: Letter, anchor: Anchor) =>
    (anchor[one] - first[one]) / Math.max(1, last[one] - first[one])
  return anchors.map((anchor) => ({
    A: anchor[letter],
    B: (shareIn('A', anchor) + shareIn('B', anchor)) / 2,
  })) as unknown as Anchors
}

/** Like is compared with like: from first word to last word in both, or not at all. */
function spokenSpan(a: Side, b: Side): { begin: Anchor; end: Anchor } | null {
  const [spokenA, spokenB] = [spokenIn(a.measures), spokenIn(b.measures)]
  if (!spokenA || !spokenB) return null
  const within = ({ take }: Side, atMs: number) => Math.min(atMs, take.durationMs)
  const begin = { A: within(a, spokenA.startMs), B: within(b, spokenB.startMs) }
  const end = { A: within(a, spokenA.endMs), B: within(b, spokenB.endMs) }
  return isBefore(begin, end) ? { begin, end } : null
}

function spokenIn(measures: Measures | null): { startMs: number; endMs: number } | null {
  const [first, last] = [measures?.speech[0], measures?.speech.at(-1)]
  return first && last ? { startMs: first.startMs, endMs: last.endMs } : null
}

function sharedMarks(a: Side, b: Side): Anchor[] {
  const kinds = [...new Set(a.marks.map(({ kind }) => kind))]
  const firstOf = ({ marks }: Side, kind: string) =>
    Math.min(...marks.filter((mark) => mark.kind === kind).map(({ atMs }) => atMs))
  return kinds
    .map((kind) => ({ A: firstOf(a, kind), B: firstOf(b, kind) }))
    .filter(({ B }) => Number.isFinite(B))
}

/** As many of them as come in the same order in both takes: one told elsewhere does not spoil the rest. */
function inOneOrder(anchors: readonly Anchor[]): Anchor[] {
  const chains: Anchor[][] = []
  for (const anchor of anchors.toSorted((one, other) => one.A - other.A || one.B - other.B)) {
    const before = chains.filter((chain) => isBefore(chain.at(-1), anchor))
    chains.push([...longest(before), anchor])
  }
  return longest(chains)
}

function longest(chains: readonly Anchor[][]): Anchor[] {
  return chains.reduce((best, chain) => (chain.length > best.length ? chain : best), [])
}

function isBefore(one: Anchor | undefined, other: Anchor): boolean {
  return one !== undefined && one.A < other.A && one.B < other.B
}
