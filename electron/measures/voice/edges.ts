import { quantile } from '../signal/decibels'
import { framesIn, joined, type Frames } from '../signal/frames'

/** The network hears beginnings late, so they are looked for so far before. */
const REACH_BEFORE = framesIn(200)
/** It hears ends late too: there is little to find after them. */
const REACH_AFTER = framesIn(200)
/** Of that, no more is taken than this. */
const LONGEST_TAIL = framesIn(60)
/** A silence that still belongs to the speech around it, where the network heard none. */
const JOINT = framesIn(20)
/** Silence within what the network takes for speech. */
const INNER_SILENCE = framesIn(200)

/** A faint sound that is followed by the first word so soon belongs to it. */
const PRELUDE_JOINT = framesIn(120)
const FAINT_BELOW_SPEECH_DB = 30

/** How far around speech is looked to find out how loud it is when nobody speaks. */
const AROUND = framesIn(5000)
/** So large a share of that time is silence, surely. */
const SILENT_SHARE = 0.05
/** Speech is louder than silence by this. */
const ABOVE_SILENCE_DB = 4
/** What is quieter than the loud parts of the speech by this is no part of it. */
const BELOW_SPEECH_DB = 50
/** First sounds are weak; where it is really silent before them, they are looked for deeper down. */
const FIRST_WORD_BELOW_DB = 58

interface Sound extends Frames {
  /** A faint sound before the first word: lips that part, a consonant that is hardly heard. */
  isPrelude: boolean
}

/**
 * Where exactly the speech is that the network heard, from the level of the sound: the parts of
 * each span that are loud enough, and what belongs to them just outside of it.
 * @param levels of each frame, in dB
 */
export function withEdges(levels: Float32Array, heard: readonly Frames[]): Frames[] {
  return heard.flatMap((span, index) => {
    const start = Math.max(heard[index - 1]?.end ?? 0, span.start - REACH_BEFORE)
    const end = Math.min(heard[index + 1]?.start ?? levels.length, span.end + REACH_AFTER)
    return belongingsOf(span, soundsIn(levels, span, { start, end }, index === 0))
  })
}

function belongingsOf(span: Frames, sounds: readonly Sound[]): Frames[] {
  let first = sounds.findIndex(({ end }) => end > span.start)
  // What begins when the network is about to cease and goes on without it is a noise of its own.
  let last = sounds.findLastIndex(({ start, end }) => span.end - start > end - span.end)
  if (first < 0 || last < first) return []
  while (first > 0 && leadsTo(sounds[first - 1]!, sounds[first]!)) first -= 1
  while (last < sounds.length - 1 && silence(sounds[last]!, sounds[last + 1]!) <= JOINT) last += 1
  const parts = joined(sounds.slice(first, last + 1), INNER_SILENCE)
  return parts.map(({ start, end }) => ({ start, end: Math.min(end, span.end + LONGEST_TAIL) }))
}

function leadsTo(sound: Sound, next: Sound): boolean {
  return silence(sound, next) <= (sound.isPrelude ? PRELUDE_JOINT : JOINT)
}

function silence(before: Frames, after: Frames): number {
  return after.start - before.end
}

/** Everything within reach of a span that is loud enough to be a part of it. */
function soundsIn(levels: Float32Array, span: Frames, reach: Frames, isFirst: boolean): Sound[] {
  const around = levels.slice(Math.max(0, span.start - AROUND), span.end + AROUND)
  const loud = quantile(levels.slice(span.start, span.end), 0.9)
  const threshold = Math.max(
    quantile(around, SILENT_SHARE) + ABOVE_SILENCE_DB,
    loud - (isFirst ? FIRST_WORD_BELOW_DB : BELOW_SPEECH_DB),
  )
  const isFaint = ({ start, end }: Frames): boolean =>
    levels.subarray(start, end).every((level) => level < loud - FAINT_BELOW_SPEECH_DB)
  return louderThan(threshold, levels, reach).map((sound) => ({
    ...sound,
    isPrelude: isFirst && sound.end <= span.start && isFaint(sound),
  }))
}

function louderThan(threshold: number, levels: Float32Array, { start, end }: Frames): Frames[] {
  const found: Frames[] = []
  for (let at = start; at < end; at += 1) {
    if (levels[at]! < threshold) continue
    const last = found.at(-1)
    if (last?.end === at) last.end = at + 1
    else found.push({ start: at, end: at + 1 })
  }
  return found
}
