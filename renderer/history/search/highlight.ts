import { fold, WORD } from '../../../shared/words'

export interface TextPart {
  readonly text: string
  readonly found: boolean
}

/** Cuts a text so that the words that begin as a searched word does can be marked. */
export function highlight(text: string, query: string): TextPart[] {
  const wanted = fold(query).match(WORD) ?? []
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(WORD)) {
    const word = fold(match[0])
    if (!wanted.some((start) => word.startsWith(start))) continue
    if (match.index > from) parts.push({ text: text.slice(from, match.index), found: false })
    parts.push({ text: match[0], found: true })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), found: false })
  return parts
}
