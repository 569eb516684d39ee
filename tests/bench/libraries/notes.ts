import type { Database } from '../../../electron/store/database/database'
import { Random } from '../../faults/random'

/** A small vocabulary in which few words are common and most are rare, as in any language. */
const WORD_COUNT = 4000
const WORDS_PER_NOTE = 9
const SYLLABLES = [
  'ba',
  'de',
  'fi',
  'go',
  'ku',
  'la',
  'me',
  'ni',
  'po',
  'ru',
  'sa',
  'te',
  'vi',
  'zo',
]

/** Words that stand in no question and in no example, so that a search for one finds notes. */
export const VOCABULARY: readonly string[] = Array.from({ length: WORD_COUNT }, (_, index) =>
  wordOf(index),
)

/** Gives every take notes of its own; the same ones in every run. */
export function writeNotes(db: Database): void {
  const random = new Random(1)
  const takeIds = db.prepare<[], string>('SELECT id FROM takes ORDER BY id').pluck().all()
  const write = db.prepare('UPDATE takes SET notes = ? WHERE id = ?')
  db.transaction(() => {
    for (const takeId of takeIds) write.run(noteOf(random), takeId)
  })()
}

/** Nine of these words, common ones more often. */
export function noteOf(random: Random): string {
  return Array.from({ length: WORDS_PER_NOTE }, () => someWord(random)).join(' ')
}

/** The n-th word comes about 1/n times as often as the first one. */
function someWord(random: Random): string {
  const rank = Math.floor(WORD_COUNT ** random.between(0, 1))
  return VOCABULARY[rank - 1] ?? VOCABULARY[0]!
}

function wordOf(index: number): string {
  const base = SYLLABLES.length
  const places = [0, 1, 2, 3].map((place) => Math.floor(index / base ** place) % base)
  return `q${places.map((syllable) => SYLLABLES[syllable]).join('')}`
}
