/** A stretch of a take. */
export interface Span {
  startMs: number
  endMs: number
}

/** Silence between words is a pause from here on. */
export const SHORTEST_PAUSE_MS = 250
/** From here on it is long: our own convention, listeners notice it. */
export const LONG_PAUSE_MS = 2000

/** What stretches of speech come to; everything is counted from them alone. */
export interface SpeechSummary {
  /** Null when nobody speaks. */
  timeToFirstWordMs: number | null
  pauses: Span[]
  /** Time spent speaking, pauses left out. */
  speakingMs: number
  /** Of the time from the first word to the last, 0 to 1; null when nobody speaks. */
  speechShare: number | null
  /** Pauses of at least two seconds. */
  longPauseCount: number
  /** 0 when there is no pause. */
  longestPauseMs: number
}

/** @param speech stretches in order, with silence between them */
export function summariseSpeech(speech: readonly Span[]): SpeechSummary {
  const first = speech[0]
  const last = speech.at(-1)
  const pauses = speech
    .slice(1)
    .map((span, index) => ({ startMs: speech[index]?.endMs ?? 0, endMs: span.startMs }))
    .filter((pause) => lengthMs(pause) >= SHORTEST_PAUSE_MS)
  const speakingMs = speech.reduce((sum, span) => sum + lengthMs(span), 0)
  return {
    timeToFirstWordMs: first?.startMs ?? null,
    pauses,
    speakingMs,
    speechShare: first && last ? speakingMs / (last.endMs - first.startMs) : null,
    longPauseCount: pauses.filter((pause) => lengthMs(pause) >= LONG_PAUSE_MS).length,
    longestPauseMs: Math.max(0, ...pauses.map(lengthMs)),
  }
}

export function lengthMs({ startMs, endMs }: Span): number {
  return endMs - startMs
}
