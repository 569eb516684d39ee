import { SHORTEST_PAUSE_MS, type Span } from '../../../shared/pauses'
import { decibels, quantile } from './decibels'
import { FRAME_MS } from './framePower'
import { CHUNK_MS } from './speechProbability'

/** A stretch of frames; the end is the first frame that no longer belongs to it. */
interface Frames {
  start: number
  end: number
}

// When the network begins and ceases to believe in speech.
const BEGINS_AT = 0.5
const CEASES_AT = 0.35
/** Shorter speech is only a noise, unless the network is sure of it. */
const SHORTEST_SPEECH_MS = 96
const SURE_AT = 0.8

const frames = (ms: number): number => Math.round(ms / FRAME_MS)
/** The network hears beginnings late, so they are looked for so far before. */
const REACH_BEFORE = frames(200)
/** It hears ends late too: there is little to find after them. */
const REACH_AFTER = frames(200)
/** Of that, no more is taken than this. */
const LONGEST_TAIL = frames(60)
/** A silence that still belongs to the speech around it, where the network heard none. */
const JOINT = frames(30)
/** A faint sound that is followed by the first word so soon belongs to it. */
const PRELUDE_JOINT = frames(120)
const FAINT_BELOW_SPEECH_DB = 30
/** Sound that is no longer than this and has silence on both sides is a click. */
const CLICK = frames(40)
/** Silence within what the network takes for speech. */
const INNER_SILENCE = frames(200)
/** Edges lie somewhere within frames, so a pause may look shorter than it is by this. */
const TOLERANCE = frames(30)

/** How far around speech is looked to find out how loud it is when nobody speaks. */
const AROUND = frames(5000)
/** So large a share of that time is silence, surely. */
const SILENT_SHARE = 0.05
/** Speech is louder than silence by this. */
const ABOVE_SILENCE_DB = 4
/** What is quieter than the loud parts of the speech by this is no part of it. */
const BELOW_SPEECH_DB = 50
/** First sounds are weak; where it is really silent before them, they are looked for deeper down. */
const FIRST_WORD_BELOW_DB = 58

/**
 * Where somebody speaks. A network decides what is speech; its answers come in steps of 32 ms and
 * somewhat late, so the level of the sound then says where exactly it begins and ends.
 */
export function speechSpans(voicePower: Float32Array, probabilities: Float32Array): Span[] {
  const levels = smoothed(Float32Array.from(voicePower, decibels))
  const heard = believed(probabilities, levels.length)
  const spans = heard.flatMap((span, index) => {
    const within = {
      start: Math.max(heard[index - 1]?.end ?? 0, span.start - REACH_BEFORE),
      end: Math.min(heard[index + 1]?.start ?? levels.length, span.end + REACH_AFTER),
    }
    return refined(levels, span, within, index === 0)
  })
  const apart = joined(spans, frames(SHORTEST_PAUSE_MS) - TOLERANCE)
  return widened(
    apart.map(({ start, end }) => ({ startMs: start * FRAME_MS, endMs: end * FRAME_MS })),
  )
}

/** The median of five frames: it leaves edges where they are and takes clicks away. */
function smoothed(levels: Float32Array): Float32Array {
  const five = new Float32Array(5)
  return levels.map((level, index) => {
    for (let offset = 0; offset < 5; offset += 1) five[offset] = levels[index + offset - 2] ?? level
    five.sort()
    return five[2] ?? level
  })
}

/** What the network takes for speech. */
function believed(probabilities: Float32Array, length: number): Frames[] {
  const spans: Frames[] = []
  let start = -1
  let surest = 0
  const end = (chunk: number): void => {
    const ms = (chunk - start) * CHUNK_MS
    if (ms >= SHORTEST_SPEECH_MS || surest >= SURE_AT) {
      spans.push({
        start: Math.round((start * CHUNK_MS) / FRAME_MS),
        end: Math.min(length, Math.round((chunk * CHUNK_MS) / FRAME_MS)),
      })
    }
    start = -1
    surest = 0
  }
  probabilities.forEach((probability, chunk) => {
    if (start < 0 && probability >= BEGINS_AT) start = chunk
    surest = Math.max(surest, probability)
    if (start >= 0 && probability < CEASES_AT) end(chunk)
  })
  if (start >= 0) end(probabilities.length)
  return spans
}

interface Sound extends Frames {
  /** A faint sound before the first word: lips that part, a consonant that is hardly heard. */
  isPrelude: boolean
}

/** The parts of a span that are loud enough, and what belongs to them just outside of it. */
function refined(levels: Float32Array, span: Frames, within: Frames, isFirst: boolean): Frames[] {
  const around = levels.slice(Math.max(0, span.start - AROUND), span.end + AROUND)
  const silence = quantile(around, SILENT_SHARE)
  const loud = quantile(levels.slice(span.start, span.end), 0.9)
  const below = isFirst ? FIRST_WORD_BELOW_DB : BELOW_SPEECH_DB
  const threshold = Math.max(silence + ABOVE_SILENCE_DB, loud - below)
  const isFaint = ({ start, end }: Frames): boolean =>
    levels.subarray(start, end).every((level) => level < loud - FAINT_BELOW_SPEECH_DB)
  const sounds = withoutClicks(
    runs(levels, within, threshold).map((sound) => ({
      ...sound,
      isPrelude: isFirst && sound.end <= span.start && isFaint(sound),
    })),
  )
  let first = sounds.findIndex(({ end }) => end > span.start)
  // What begins when the network is about to cease and goes on without it is a noise of its own.
  let last = sounds.findLastIndex(({ start, end }) => span.end - start > end - span.end)
  if (first < 0 || last < first) return []
  while (first > 0 && leadsTo(sounds[first - 1]!, sounds[first]!)) first -= 1
  while (last < sounds.length - 1 && sounds[last + 1]!.start - sounds[last]!.end <= JOINT) last += 1
  const end = Math.min(sounds[last]!.end, span.end + LONGEST_TAIL)
  const parts = [...sounds.slice(first, last), { start: sounds[last]!.start, end }]
  return joined(parts, INNER_SILENCE)
}

function leadsTo({ end, isPrelude }: Sound, next: Sound): boolean {
  return next.start - end <= (isPrelude ? PRELUDE_JOINT : JOINT)
}

function runs(levels: Float32Array, within: Frames, threshold: number): Frames[] {
  const found: Frames[] = []
  for (let at = within.start; at < within.end; at += 1) {
    if (levels[at]! < threshold) continue
    const last = found.at(-1)
    if (last?.end === at) last.end = at + 1
    else found.push({ start: at, end: at + 1 })
  }
  return found
}

function withoutClicks(sounds: readonly Sound[]): Sound[] {
  return sounds.filter(({ start, end, isPrelude }, index) => {
    const before = start - (sounds[index - 1]?.end ?? -Infinity)
    const after = (sounds[index + 1]?.start ?? Infinity) - end
    return isPrelude || end - start > CLICK || before < JOINT || after < JOINT
  })
}

function joined(spans: readonly Frames[], silence: number): Frames[] {
  const result: Frames[] = []
  for (const span of spans) {
    const last = result.at(-1)
    if (last && span.start - last.end < silence) last.end = Math.max(last.end, span.end)
    else result.push({ ...span })
  }
  return result
}

/** Gives pauses that look too short, because their edges lie within frames, the least length. */
function widened(spans: readonly Span[]): Span[] {
  const result = spans.map((span) => ({ ...span }))
  result.forEach((span, index) => {
    const next = result[index + 1]
    const missingMs = next ? SHORTEST_PAUSE_MS - (next.startMs - span.endMs) : 0
    if (!next || missingMs <= 0) return
    span.endMs -= missingMs / 2
    next.startMs += missingMs / 2
  })
  return result
}
