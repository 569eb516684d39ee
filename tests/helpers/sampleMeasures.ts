import { MEASURES_VERSION, type Measures, type Stretch, type Usual } from '../../shared/measures'

/** A take of 1:34 as most are: two pauses, a pace and a level that nobody would remark on. */
export function sampleMeasures(change: Partial<Measures> = {}): Measures {
  const pauses = change.pauses ?? [
    { startMs: 20_000, endMs: 20_600 },
    { startMs: 41_000, endMs: 43_300 },
  ]
  return {
    version: MEASURES_VERSION,
    durationMs: 94_000,
    timeToFirstWordMs: 1200,
    speech: [],
    speakingMs: 78_000,
    speechShare: 0.84,
    longPauseCount: pauses.filter(({ startMs, endMs }) => endMs - startMs >= 2000).length,
    longestPauseMs: Math.max(0, ...pauses.map(({ startMs, endMs }) => endMs - startMs)),
    integratedLufs: -23.4,
    noiseDb: -58.2,
    clippedSamples: 0,
    paceWpm: { low: 128, high: 154 },
    tooQuiet: false,
    ...change,
    pauses,
  }
}

export function sampleUsual(change: Partial<Usual> = {}): Usual {
  return {
    takeCount: 8,
    timeToFirstWordMs: 1300,
    longestPauseMs: 2200,
    speechShare: 0.82,
    paceWpm: 140,
    integratedLufs: -24,
    ...change,
  }
}

/** So many pauses of these lengths in turn, evenly over the take. */
export function pausesOver(
  durationMs: number,
  count: number,
  lengthsMs: readonly number[],
): Stretch[] {
  const step = durationMs / (count + 1)
  return Array.from({ length: count }, (_, index) => {
    const startMs = Math.round(step * (index + 0.6 + 0.4 * Math.sin(index * 2.3)))
    return { startMs, endMs: startMs + lengthsMs[index % lengthsMs.length]! }
  })
}
