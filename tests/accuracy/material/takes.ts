import { CALIBRATION_PHRASES, TEST_PHRASES } from './phrases'
import { isUnbroken, record, type Recording } from './recording'
import { espeak, flite, type Voice } from './voices'

/*
 * The recordings. What calibrates the pace and what tests it share no voice, speed or phrase.
 */

const CALIBRATION_VOICES = [
  espeak('en-us', 120),
  espeak('en-gb', 150),
  espeak('en-us+f3', 180),
  espeak('en-gb-scotland', 200),
  flite('slt', 1),
  flite('kal', 1.15),
]

const TEST_VOICES = [
  espeak('en-gb+f2', 130),
  espeak('en-us+m7', 175),
  espeak('en-gb-x-rp', 195),
  espeak('en-us+f5', 145),
  flite('rms', 1.1),
  flite('kal16', 0.9),
]

const LEAD_INS_MS = [300, 700, 1500, 3000, 5000]
const GAPS_MS = [250, 1000, 300, 500, 2000, 700, 400, 1500, 3000]
const PHRASES_IN_TAKE = GAPS_MS.length + 1

let madeTestTakes: readonly Recording[] | null = null

/** Every gap that is wanted, in each of the test voices. */
export function testTakes(): readonly Recording[] {
  madeTestTakes ??= TEST_VOICES.map((voice, index) => take(voice, TEST_PHRASES, index))
  return madeTestTakes
}

/** Takes for the pace: shorter ones, with fewer pauses or with many. */
export function paceTakes(kind: 'calibration' | 'test'): Recording[] {
  const [voices, phrases] =
    kind === 'calibration' ? [CALIBRATION_VOICES, CALIBRATION_PHRASES] : [TEST_VOICES, TEST_PHRASES]
  return voices.flatMap((voice, index) => [
    take(voice, phrases, index),
    take(voice, phrases, index + 1, { count: 6, gapsMs: [300, 250, 400, 300, 500] }),
    take(voice, phrases, index + 2, { count: 5, gapsMs: [700, 1500, 1000, 2000] }),
  ])
}

function take(
  voice: Voice,
  phrases: readonly string[],
  turn: number,
  { count, gapsMs } = { count: PHRASES_IN_TAKE, gapsMs: rotated(GAPS_MS, turn * 2) },
): Recording {
  const unbroken = rotated(phrases, turn * 3).filter((phrase) => isUnbroken(voice, phrase))
  if (unbroken.length < count) throw new Error(`${voice.name} breaks too many phrases`)
  return record({
    name: voice.name,
    voice,
    phrases: unbroken.slice(0, count),
    leadInMs: LEAD_INS_MS[turn % LEAD_INS_MS.length] ?? 0,
    gapsMs,
  })
}

function rotated<Item>(items: readonly Item[], by: number): Item[] {
  const at = by % items.length
  return [...items.slice(at), ...items.slice(0, at)]
}
