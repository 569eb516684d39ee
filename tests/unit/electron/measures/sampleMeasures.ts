import { MEASURES_VERSION, type Measures } from '../../../../shared/measures'

/** The measures of a minute of calm speech, with these changes. */
export function measuresOf(changes: Partial<Measures>): Measures {
  return {
    version: MEASURES_VERSION,
    durationMs: 60_000,
    timeToFirstWordMs: 1200,
    speech: [
      { startMs: 1200, endMs: 30_000 },
      { startMs: 31_400, endMs: 58_000 },
    ],
    pauses: [{ startMs: 30_000, endMs: 31_400 }],
    speakingMs: 55_400,
    speechShare: 0.975,
    longPauseCount: 0,
    longestPauseMs: 1400,
    integratedLufs: -23,
    noiseDb: -62,
    clippedSamples: 0,
    paceWpm: { low: 125, high: 155 },
    tooQuiet: false,
    ...changes,
  }
}
