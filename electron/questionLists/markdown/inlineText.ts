import type { Token } from 'markdown-it'

/** A line of text without its emphasis, links and pictures. */
export interface InlineText {
  readonly text: string
  /** What it begins with in bold, and what comes after that; empty when it does not begin so. */
  readonly strong: string
  readonly rest: string
  /** Nothing but a link to another place of the same text or folder: a line of a table of contents. */
  readonly isAnchor: boolean
  /** `</details>` is in it. */
  readonly endsDetails: boolean
  /** `</summary>` is in it, and it began before. */
  readonly endsSummary: boolean
  readonly mediaCount: number
}

/** Tags that say how a text looks. Any other, `<T>` and `<script>` alike, is a part of the text. */
const FORMATTING =
  /^<\/?(?:a|abbr|b|big|center|cite|code|del|details|div|em|font|h[1-6]|hr|i|ins|kbd|li|mark|ol|p|pre|q|s|samp|small|span|strike|strong|sub|summary|sup|table|tbody|td|th|thead|tr|tt|u|ul|var)(?:\s[^>]*)?\/?>$|^<!--/iu
const BREAK = /^<br\s*\/?>$/iu
const PICTURE = /^<(?:img|picture|video|audio|source|svg)\b/iu

export function isFormatting(tag: string): boolean {
  return FORMATTING.test(tag) || BREAK.test(tag) || PICTURE.test(tag)
}

export function inlineText(tokens: readonly Token[]): InlineText {
  let text = ''
  let mediaCount = 0
  let strongEnd: number | null = null
  let endsDetails = false
  let endsSummary = false
  for (const token of tokens) {
    if (token.type === 'strong_close' && strongEnd === null && beginsStrong(tokens))
      strongEnd = text.length
    else if (token.type === 'text' || token.type === 'code_inline') text += token.content
    else if (token.type === 'softbreak' || token.type === 'hardbreak') text += '\n'
    else if (token.type === 'image') mediaCount += 1
    else if (token.type === 'html_inline') {
      endsDetails ||= /^<\/details/iu.test(token.content)
      endsSummary ||= /^<\/summary/iu.test(token.content)
      if (BREAK.test(token.content)) text += '\n'
      else if (PICTURE.test(token.content)) mediaCount += 1
      else if (!isFormatting(token.content)) text += token.content
    }
  }
  return {
    text: text.trim(),
    strong: strongEnd === null ? '' : text.slice(0, strongEnd).trim(),
    rest: strongEnd === null ? '' : text.slice(strongEnd).trim(),
    isAnchor: isAnchor(tokens),
    endsDetails,
    endsSummary,
    mediaCount,
  }
}

function beginsStrong(tokens: readonly Token[]): boolean {
  return (
    tokens.find(({ type, content }) => type !== 'text' || content.trim() !== '')?.type ===
    'strong_open'
  )
}

function isAnchor(tokens: readonly Token[]): boolean {
  const shown = tokens.filter(({ type, content }) => {
    return !/^(?:strong|em)_/u.test(type) && (type !== 'text' || content.trim() !== '')
  })
  const [first] = shown
  if (first?.type !== 'link_open' || shown.at(-1)?.type !== 'link_close') return false
  // Another file of the same folder, or of the same kind, is as far as a table of contents leads.
  const address = String(first.attrGet('href'))
  return !/^[a-z][a-z0-9+.-]*:/iu.test(address) || /\.(?:md|markdown)(?:#.*)?$/iu.test(address)
}
