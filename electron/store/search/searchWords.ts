import { fold, WORD } from '../../../shared/words'

const EXCERPT_CHARACTERS = 120
const BEFORE_THE_HIT = 40

/** The words of a query; none for an empty one or one of signs and emoji only. */
export function searchWords(query: string): string[] {
  return [...new Set(query.match(WORD))]
}

/**
 * An FTS5 expression that finds documents with all these words, each as the beginning of a word,
 * within this one column. A word holds no quote, so nothing of it can be read as an operator.
 */
export function matchAll(words: readonly string[], column: string): string {
  return `${column} : (${words.map((word) => `"${word}" *`).join(' AND ')})`
}

/** About 120 characters of plain text around the place where the longest of the words is found. */
export function excerptAround(text: string, words: readonly string[]): string {
  const flat = text.replace(/\s+/gu, ' ').trim()
  if (flat.length <= EXCERPT_CHARACTERS) return flat

  const latestStart = flat.length - EXCERPT_CHARACTERS
  const hit = findHit(flat, words)
  const start = wordStart(flat, Math.min(Math.max(0, hit - BEFORE_THE_HIT), latestStart), hit)
  const end = wordEnd(flat, Math.min(flat.length, start + EXCERPT_CHARACTERS), hit)
  return `${start > 0 ? '…' : ''}${flat.slice(start, end).trim()}${end < flat.length ? '…' : ''}`
}

/** Where the text has the longest word that it has at all; its beginning when it has none. */
function findHit(text: string, words: readonly string[]): number {
  const tokens = [...text.matchAll(WORD)].map((match) => ({
    at: match.index,
    folded: fold(match[0]),
  }))
  for (const word of words.map(fold).toSorted((a, b) => b.length - a.length)) {
    const token = tokens.find(({ folded }) => folded.startsWith(word))
    if (token) return token.at
  }
  return 0
}

/** The next beginning of a word, unless there is none before the hit (text without spaces). */
function wordStart(text: string, from: number, hit: number): number {
  if (from === 0) return 0
  const space = text.indexOf(' ', from - 1)
  return space >= 0 && space < hit ? space + 1 : wholeCharacter(text, from)
}

function wordEnd(text: string, to: number, hit: number): number {
  if (to === text.length) return to
  const space = text.lastIndexOf(' ', to)
  return space > hit ? space : wholeCharacter(text, to)
}

/** Moves a cut out of the middle of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(at)) ? at + 1 : at
}
