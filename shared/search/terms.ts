import { fold, foldPlaced, isPlain } from './fold'

/*
 * A search compares tokens: a word of a script that is written with spaces, a single character of
 * one that is not (or whose words grow at both ends, as Korean ones do), a single sign or picture.
 */

/** One thing that was typed between spaces: these tokens, one right after the other. */
export interface SearchTerm {
  readonly tokens: readonly string[]
  /** Its last token is found at the beginning of longer ones too. */
  readonly isBeginning: boolean
}

/** A piece of a text, from `start` to before `end`. */
export interface Place {
  readonly start: number
  readonly end: number
}

interface Token extends Place {
  readonly text: string
  readonly isWord: boolean
}

/** Stands in the searched form where a space keeps two tokens apart; no text makes it by itself. */
const APART = '||'

const UNSPACED = [
  'Han Hiragana Katakana Hangul Bopomofo Yi Thai Lao Khmer Myanmar Tibetan',
  'Javanese Balinese New_Tai_Lue Tai_Le Tai_Tham Tai_Viet',
]
  .flatMap((names) => names.split(' '))
  .map((name) => String.raw`\p{scx=${name}}`)
  .join('')

/** The first group is a word. */
const TOKEN = new RegExp(
  [
    String.raw`((?:(?![${UNSPACED}])[\p{L}\p{N}\p{M}\p{Co}])+)`,
    String.raw`\p{Regional_Indicator}{2}`,
    String.raw`\p{Extended_Pictographic}(?:\u200d\p{Extended_Pictographic})*`,
    String.raw`\S`,
  ].join('|'),
  'gu',
)

/** The same for text in which nothing else can be, in a tenth of the time. */
const PLAIN_TOKEN = /([a-z0-9]+)|\S/g

/** What to look for; nothing where nothing that can be seen was typed. */
export function searchTerms(query: string): SearchTerm[] {
  const pieces = fold(query).split(/\s+/u).map(withoutSentenceSigns)
  return [...new Set(pieces)].filter((piece) => piece !== '').map(termOf)
}

/** The text as the search tables hold it: its tokens, with a space between any two. */
export function searchForm(text: string): string {
  const parts: string[] = []
  let before: Token | null = null
  for (const token of tokensOf(fold(text))) {
    // Two words are always apart.
    if (before && before.end < token.start && !(before.isWord && token.isWord)) parts.push(APART)
    parts.push(token.text)
    before = token
  }
  return parts.join(' ')
}

/**
 * Where in the text any of the terms is, as the search tables find them: in order, none over the
 * other. A word that begins as the last one typed is found as a whole.
 */
export function findTerms(text: string, terms: readonly SearchTerm[]): Place[] {
  if (terms.length === 0) return []
  const { text: folded, startOf, endOf } = foldPlaced(text)
  const tokens = tokensOf(folded)
  const places: { start: number; end: number }[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    for (const term of terms) {
      if (!isAt(tokens, index, term)) continue
      const first = tokens[index]!
      const last = tokens[index + term.tokens.length - 1]!
      const start = startOf(first.start)
      const end = endOf(last.end - 1)
      const previous = places.at(-1)
      if (previous && start < previous.end) previous.end = Math.max(previous.end, end)
      else places.push({ start, end })
    }
  }
  return places
}

/** Whether the term stands in the tokens from this one on. */
function isAt(
  tokens: readonly Token[],
  index: number,
  { tokens: wanted, isBeginning }: SearchTerm,
) {
  return wanted.every((text, offset) => {
    const token = tokens[index + offset]
    if (!token || (offset > 0 && tokens[index + offset - 1]!.end < token.start)) return false
    const isOpen = isBeginning && offset === wanted.length - 1
    return isOpen ? token.isWord && token.text.startsWith(text) : token.text === text
  })
}

function termOf(piece: string): SearchTerm {
  const tokens = tokensOf(piece)
  return { tokens: tokens.map(({ text }) => text), isBeginning: tokens.at(-1)?.isWord ?? false }
}

function tokensOf(folded: string): Token[] {
  return Array.from(
    folded.matchAll(isPlain(folded) ? PLAIN_TOKEN : TOKEN),
    ({ 0: text, 1: word, index }) => ({
      text,
      isWord: word !== undefined,
      start: index,
      end: index + text.length,
    }),
  )
}

/**
 * Quotes and brackets around what was typed, and the stop or question mark after it, belong to the
 * sentence and not to the word. Where there is nothing else they are what is looked for.
 */
function withoutSentenceSigns(piece: string): string {
  const bare = piece.replace(
    /^[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'¿¡]+|[\p{Ps}\p{Pe}\p{Pi}\p{Pf}"',;:!?.。、،؛؟।]+$/gu,
    '',
  )
  return /[\p{L}\p{N}]/u.test(bare) ? bare : piece
}
