import type { Measures } from '../../shared/measures'
import type { Recording, Span } from './material/recording'

/** What of the truth was found, over any number of recordings. */
export interface Score {
  pauses: number
  found: number
  /** Pauses of more than 0.4 s where there is none. */
  falsePauses: number
  /** How far each edge of each pause that was found is off. */
  edgesMs: number[]
  /** How far the first word is off, per recording. */
  firstWordsMs: number[]
}

const LONGEST_FALSE_MS = 400

export function newScore(): Score {
  return { pauses: 0, found: 0, falsePauses: 0, edgesMs: [], firstWordsMs: [] }
}

export function addTo(score: Score, truth: Recording, measures: Measures): void {
  for (const pause of truth.pauses) {
    score.pauses += 1
    const [best] = measures.pauses.toSorted((a, b) => overlapMs(b, pause) - overlapMs(a, pause))
    const covered = measures.pauses.reduce((sum, other) => sum + overlapMs(other, pause), 0)
    if (!best || covered <= (pause.endMs - pause.startMs) / 2) continue
    score.found += 1
    score.edgesMs.push(Math.abs(best.startMs - pause.startMs), Math.abs(best.endMs - pause.endMs))
  }
  score.falsePauses += measures.pauses.filter(
    (pause) =>
      pause.endMs - pause.startMs > LONGEST_FALSE_MS &&
      truth.pauses.every((other) => overlapMs(pause, other) === 0),
  ).length
  const first = measures.timeToFirstWordMs
  score.firstWordsMs.push(first === null ? Infinity : Math.abs(first - truth.firstWordMs))
}

function overlapMs(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.endMs, b.endMs) - Math.max(a.startMs, b.startMs))
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Infinity
}
