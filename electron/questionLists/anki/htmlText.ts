import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode

/** What a text becomes without its markup. */
export interface PlainText {
  readonly text: string
  /** Pictures, sounds and films that were in it. */
  readonly mediaCount: number
}

const BLOCKS = new Set(
  'address article aside blockquote details dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody tfoot thead tr ul'.split(
    ' ',
  ),
)
const MEDIA = new Set('img audio video picture object embed iframe svg canvas'.split(' '))
/** Nobody has ever seen what is in these. */
const UNSEEN = new Set('script style template noscript head title meta link'.split(' '))

/**
 * The words of an HTML text: lines where blocks are, dashes where list items are. Nothing of it is
 * run or fetched. A loop and no recursion: what is nested 100,000 deep does no harm.
 */
export function htmlToText(html: string): PlainText {
  if (!/[<&]/u.test(html)) return { text: html, mediaCount: 0 }
  const writer = new Writer()
  const waiting: (Node | (() => void))[] = parseFragment(html).childNodes.toReversed()
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next === 'function') next()
    else if (next.nodeName === '#text') writer.write((next as { value: string }).value)
    else if ('tagName' in next) {
      // One by one: as arguments of one call there may be too many.
      for (const one of open(next.tagName, next.childNodes, writer)) waiting.push(one)
    }
  }
  return { text: writer.text, mediaCount: writer.mediaCount }
}

/** @returns what comes next, last first */
function open(tag: string, children: readonly Node[], writer: Writer): (Node | (() => void))[] {
  if (UNSEEN.has(tag)) return []
  if (MEDIA.has(tag)) {
    writer.mediaCount += 1
    return []
  }
  if (tag === 'br') {
    writer.lineEnd()
    return []
  }
  const isBlock = BLOCKS.has(tag)
  if (isBlock) writer.block()
  if (tag === 'li') writer.write('- ')
  if (tag === 'td' || tag === 'th') writer.write(' ')
  if (tag === 'pre') writer.keepsSpaces += 1
  const close = (): void => {
    if (tag === 'pre') writer.keepsSpaces -= 1
    if (isBlock) writer.block()
  }
  return [close, ...children.toReversed()]
}

class Writer {
  mediaCount = 0
  /** How many `<pre>` one is in. */
  keepsSpaces = 0
  readonly #lines: string[] = []
  /** Of the last line its pieces: one text that grows would be copied for each of them. */
  #line: string[] = []
  #isBlank = true
  #endsInSpace = true

  write(text: string): void {
    if (this.keepsSpaces > 0) {
      const [first = '', ...more] = text.split(/\r\n?|\n/u)
      this.#append(first)
      for (const line of more) {
        this.lineEnd()
        this.#append(line)
      }
    } else this.#append(text.replace(/\s+/gu, ' '))
  }

  lineEnd(): void {
    this.#lines.push(this.#line.join(''))
    this.#line = []
    this.#isBlank = true
    this.#endsInSpace = true
  }

  /** A line of its own begins, if one has not. */
  block(): void {
    if (!this.#isBlank) this.lineEnd()
  }

  get text(): string {
    return [...this.#lines, this.#line.join('')]
      .map((line) => line.trimEnd())
      .join('\n')
      .replace(/\n{3,}/gu, '\n\n')
      .trim()
  }

  #append(text: string): void {
    const added = this.keepsSpaces === 0 && this.#endsInSpace ? text.trimStart() : text
    if (added === '') return
    this.#line.push(added)
    this.#isBlank &&= added.trim() === ''
    this.#endsInSpace = added.endsWith(' ')
  }
}
