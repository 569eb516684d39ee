/**
 * A word is a letter, digit or private-use character and what follows of them and their marks.
 * This is how SQLite's unicode61 tokenizer sees text; everything else only separates.
 */
export const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu

/** As the tokenizer compares words: without case and without marks. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
