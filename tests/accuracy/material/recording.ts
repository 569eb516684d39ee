import type { Sound } from '../../helpers/wav'
import { RATE_HZ, speech, type Voice } from './voices'

export interface Span {
  startMs: number
  endMs: number
}

/** A recording whose truth is known, because it was put together from pieces. */
export interface Recording {
  name: string
  samples: Float32Array
  durationMs: number
  speech: Span[]
  /** When the first word is heard: its beginning, unless that is quieter than the noise. */
  firstWordMs: number
  pauses: Span[]
  wordsPerMinute: number
}

export interface Plan {
  name: string
  voice: Voice
  phrases: readonly string[]
  leadInMs: number
  /** One between each two phrases. */
  gapsMs: readonly number[]
}

const TAIL_MS = 1000

/** Speech begins and ends with the first and the last sample that is louder than this. */
const EDGE = 10 ** (-50 / 20)
/** What a synthesizer may not do within a phrase: then the truth would be wrong. */
const QUIET = 10 ** (-40 / 20)
const LONGEST_QUIET_MS = 200

export function record({ name, voice, phrases, leadInMs, gapsMs }: Plan): Recording {
  const spoken = phrases.map((phrase) => trimmed(speech(voice, phrase)))
  const count = (ms: number): number => Math.round((ms * RATE_HZ) / 1000)
  const length =
    count(leadInMs) +
    spoken.reduce((sum, piece) => sum + piece.length, 0) +
    gapsMs.slice(0, spoken.length - 1).reduce((sum, ms) => sum + count(ms), 0) +
    count(TAIL_MS)
  const samples = new Float32Array(length)
  const spans: Span[] = []
  let at = count(leadInMs)
  spoken.forEach((piece, index) => {
    samples.set(piece, at)
    spans.push({ startMs: toMs(at), endMs: toMs(at + piece.length) })
    at += piece.length + count(gapsMs[index] ?? 0)
  })
  const words = phrases.reduce((sum, phrase) => sum + phrase.split(' ').length, 0)
  const first = spans[0]?.startMs ?? 0
  const last = spans.at(-1)?.endMs ?? 0
  return {
    name,
    samples,
    durationMs: toMs(length),
    speech: spans,
    firstWordMs: first,
    pauses: spans.slice(1).map((span, index) => ({
      startMs: spans[index]?.endMs ?? 0,
      endMs: span.startMs,
    })),
    wordsPerMinute: words / ((last - first) / 60_000),
  }
}

function toMs(samples: number): number {
  return (samples / RATE_HZ) * 1000
}

function peakOf(samples: Float32Array): number {
  return samples.reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0)
}

function trimmed({ samples }: Sound): Float32Array {
  const limit = peakOf(samples) * EDGE
  const first = samples.findIndex((sample) => Math.abs(sample) > limit)
  const last = samples.findLastIndex((sample) => Math.abs(sample) > limit)
  return samples.subarray(first, last + 1)
}

/** Whether the voice says the phrase without a pause inside: only then the truth is known. */
export function isUnbroken(voice: Voice, phrase: string): boolean {
  const samples = trimmed(speech(voice, phrase))
  const limit = peakOf(samples) * QUIET
  let loudAt = 0
  let longestQuiet = 0
  samples.forEach((sample, index) => {
    if (Math.abs(sample) <= limit) return
    longestQuiet = Math.max(longestQuiet, index - loudAt)
    loudAt = index
  })
  return toMs(longestQuiet) <= LONGEST_QUIET_MS
}
