export interface TextPart {
  readonly text: string
  readonly found: boolean
}

/** A word as the search in main sees it. */
const WORD = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu

/** Small letters without accents, as the search sees them. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Cuts a text so that the words that begin as a searched word does can be marked. */
export function highlight(text: string, query: string): TextPart[] {
  const wanted = plain(query).match(WORD) ?? []
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(WORD)) {
    const word = plain(match[0])
    if (!wanted.some((start) => word.startsWith(start))) continue
    if (match.index > from) parts.push({ text: text.slice(from, match.index), found: false })
    parts.push({ text: match[0], found: true })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), found: false })
  return parts
}
