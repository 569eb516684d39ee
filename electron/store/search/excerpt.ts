import { findTerms, type SearchTerm } from '../../../shared/search/terms'

const EXCERPT_CHARACTERS = 120
const BEFORE_THE_HIT = 40

/** About 120 characters of plain text around the place where the longest of the terms is found. */
export function excerptAround(text: string, terms: readonly SearchTerm[]): string {
  const flat = text.replace(/\s+/gu, ' ').trim()
  if (flat.length <= EXCERPT_CHARACTERS) return flat

  const latestStart = flat.length - EXCERPT_CHARACTERS
  const hit = findHit(flat, terms)
  const start = wordStart(flat, Math.min(Math.max(0, hit - BEFORE_THE_HIT), latestStart), hit)
  const end = wordEnd(flat, Math.min(flat.length, start + EXCERPT_CHARACTERS), hit)
  return `${start > 0 ? '…' : ''}${flat.slice(start, end).trim()}${end < flat.length ? '…' : ''}`
}

/** Where the text has the longest term that it has at all; its beginning when it has none. */
function findHit(text: string, terms: readonly SearchTerm[]): number {
  for (const term of terms.toSorted((a, b) => lengthOf(b) - lengthOf(a))) {
    const [place] = findTerms(text, [term])
    if (place) return place.start
  }
  return 0
}

function lengthOf({ tokens }: SearchTerm): number {
  return tokens.join('').length
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
