import type { Measures } from '../../../shared/measures'
import type { Span } from '../../../shared/pauses'
import { countSyllables } from './syllables'

/**
 * Syllables in a word of English, on average. What is said decides: from 1.2 in plain talk to 1.7
 * where the words are long, and the signal does not tell. The band is wide for that reason; the
 * count of syllables itself is right within some 5 % (see tests/accuracy).
 */
const SYLLABLES_PER_WORD = 1.4
/** How far the pace may be from the middle of its band. */
const TO_EACH_SIDE = 0.2
/** With fewer syllables there is no pace. */
const FEWEST_SYLLABLES = 3

/** Words a minute from the first word to the last, pauses included, as a band. */
export function paceOf(syllablePower: Float32Array, speech: readonly Span[]): Measures['paceWpm'] {
  const [first, last] = [speech[0], speech.at(-1)]
  const syllables = countSyllables(syllablePower, speech)
  if (!first || !last || syllables < FEWEST_SYLLABLES) return null
  const minutes = (last.endMs - first.startMs) / 60_000
  const wordsPerMinute = syllables / SYLLABLES_PER_WORD / minutes
  // Rounded inwards: the band is no wider than it may be.
  return {
    low: Math.ceil(wordsPerMinute * (1 - TO_EACH_SIDE)),
    high: Math.floor(wordsPerMinute * (1 + TO_EACH_SIDE)),
  }
}
