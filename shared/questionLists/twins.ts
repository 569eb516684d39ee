/** Signs that belong to the sentence and not to what it is about. `C++`, `C#` and `==` keep theirs. */
const PUNCTUATION = /(?![#&%@])\p{P}|(?<![\p{L}#])#|[`´^¨]|\p{Cf}/gu
/** They join or shorten one word: "what's" and "whats" are the same. */
const INNER_SIGNS = /(?<=\p{L})['’ʼ‘](?=\p{L})/gu

/**
 * The words of a question: two with the same ones are twins, whatever their case, punctuation and
 * way of writing the same character. Nothing but signs is its own words.
 */
export function wordsOf(text: string): string {
  const plain = text.normalize('NFKC').toLowerCase()
  const words = plain
    .replace(INNER_SIGNS, '')
    .replace(PUNCTUATION, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')
  return words === '' ? plain.trim() : words
}

/** Remembers which words were there, and in which row first. */
export class Twins {
  readonly #rows = new Map<string, number>()

  /** @returns the row that had the same words before, or null: then this row is remembered */
  rowBefore(question: string, row: number): number | null {
    const words = wordsOf(question)
    const before = this.#rows.get(words)
    if (before === undefined) this.#rows.set(words, row)
    return before ?? null
  }
}
