import { findTerms, searchTerms } from '../../../shared/search/terms'

export interface TextPart {
  readonly text: string
  readonly found: boolean
}

/** Cuts a text so that what a search for this has found in it can be marked. */
export function highlight(text: string, query: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const { start, end } of findTerms(text, searchTerms(query))) {
    if (start > from) parts.push({ text: text.slice(from, start), found: false })
    parts.push({ text: text.slice(start, end), found: true })
    from = end
  }
  if (from < text.length) parts.push({ text: text.slice(from), found: false })
  return parts
}
