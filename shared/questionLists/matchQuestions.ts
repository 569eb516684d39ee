import { wordsOf } from './twins'

/** A question that is there. */
export interface KnownQuestion {
  readonly questionId: string
  /** What the file that brought it calls it; null when it came from none, or that has no names. */
  readonly fileId: string | null
  readonly question: string
}

interface FileQuestion {
  readonly id?: string | undefined
  readonly question: string
}

/**
 * Finds for each question of a file the one that is there already: by the file's own id, by the same
 * words, by words that differ as a correction does. None is taken twice.
 * @returns the ids of those that are there, null for a new one
 */
export function matchQuestions(
  file: readonly FileQuestion[],
  known: readonly KnownQuestion[],
): (string | null)[] {
  const matching = new Matching(file, known)
  matching.byId()
  matching.bySame()
  matching.bySimilar()
  return matching.result
}

class Matching {
  readonly result: (string | null)[]
  readonly #file: readonly FileQuestion[]
  readonly #known: readonly KnownQuestion[]
  readonly #taken = new Set<KnownQuestion>()

  constructor(file: readonly FileQuestion[], known: readonly KnownQuestion[]) {
    this.#file = file
    this.#known = known
    this.result = file.map(() => null)
  }

  /** Ids like 1, 2, 3 stand in many files: where most mean something else, they are another file's. */
  byId(): void {
    const byFileId = new Map(this.#free.map((known) => [known.fileId, known]))
    const pairs = this.#file.flatMap(({ id, question }, index) => {
      const known = id === undefined ? undefined : byFileId.get(id)
      return known ? [{ index, known, isAlike: shareOfWords(question, known.question) >= 0.4 }] : []
    })
    const alike = pairs.filter(({ isAlike }) => isAlike)
    if (alike.length < pairs.length / 2) return
    for (const { index, known } of pairs) this.#take(index, known)
  }

  bySame(): void {
    const byWords = new Map(this.#free.map((known) => [wordsOf(known.question), known]))
    this.#file.forEach(({ question }, index) => {
      const known = this.result[index] === null ? byWords.get(wordsOf(question)) : undefined
      if (known && !this.#taken.has(known)) this.#take(index, known)
    })
  }

  /**
   * One word more, one less, or one in another spelling. Found without comparing all with all: two
   * texts that differ in one word are the same without it.
   */
  bySimilar(): void {
    const whole = new Map<string, KnownQuestion[]>()
    const withoutOne = new Map<string, KnownQuestion[]>()
    const wordsOfKnown = new Map<KnownQuestion, string[]>()
    for (const known of this.#free) {
      const words = wordsOf(known.question).split(' ')
      wordsOfKnown.set(known, words)
      put(whole, words.join(' '), known)
      for (const key of keysWithoutOne(words)) put(withoutOne, key, known)
    }
    this.#file.forEach(({ question }, index) => {
      if (this.result[index] !== null) return
      const words = wordsOf(question).split(' ')
      const shorter = keysWithoutOne(words)
      const candidates = [
        ...(withoutOne.get(words.join(' ')) ?? []),
        ...shorter.flatMap((key) => [...(whole.get(key) ?? []), ...(withoutOne.get(key) ?? [])]),
      ]
      const found = candidates.find((known) => {
        return !this.#taken.has(known) && isCorrection(words, wordsOfKnown.get(known)!)
      })
      if (found) this.#take(index, found)
    })
  }

  get #free(): KnownQuestion[] {
    return this.#known.filter((known) => !this.#taken.has(known))
  }

  #take(index: number, known: KnownQuestion): void {
    if (this.#taken.has(known)) return
    this.#taken.add(known)
    this.result[index] = known.questionId
  }
}

/** What is longer is no word; looking for each of its letters takes seconds. */
const MAX_WORD_CHARACTERS = 60

/** A word more or less in five; or a word of four letters that has one wrong, of eight two. */
function isCorrection(words: readonly string[], others: readonly string[]): boolean {
  if (words.length !== others.length) return Math.max(words.length, others.length) >= 5
  const at = words.findIndex((word, index) => word !== others[index])
  const [word = '', other = ''] = [words[at], others[at]]
  const isSame = words.every((each, index) => index === at || each === others[index])
  const shorter = Math.min(word.length, other.length)
  const isWord = shorter >= 4 && Math.max(word.length, other.length) <= MAX_WORD_CHARACTERS
  return isSame && isWord && distance(word, other) <= (shorter >= 8 ? 2 : 1)
}

function keysWithoutOne(words: readonly string[]): string[] {
  // Of a text as long as that, what differs is not looked for.
  if (words.length > 60) return []
  // Of a word that stands there twice it is the same which one is left out.
  return [...new Set(words.map((_, index) => words.toSpliced(index, 1).join(' ')))]
}

/** More that are the same but for one word are made by a pattern: that word is what they ask. */
const MOST_ALIKE = 50

function put(map: Map<string, KnownQuestion[]>, key: string, known: KnownQuestion): void {
  const there = map.get(key)
  if (there && there.length < MOST_ALIKE) there.push(known)
  else if (!there) map.set(key, [known])
}

/** How much of their words two texts share, from 0 to 1. */
export function shareOfWords(one: string, other: string): number {
  const words = new Set(wordsOf(one).split(' '))
  const others = new Set(wordsOf(other).split(' '))
  const both = [...words].filter((word) => others.has(word)).length
  return (2 * both) / (words.size + others.size)
}

/** Letters to put in, take out or change (Levenshtein). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let at = 1; at <= one.length; at += 1) {
    const next = [at]
    for (let to = 1; to <= other.length; to += 1) {
      const changed = row[to - 1]! + (one[at - 1] === other[to - 1] ? 0 : 1)
      next.push(Math.min(row[to]! + 1, next[to - 1]! + 1, changed))
    }
    row = next
  }
  return row[other.length]!
}
