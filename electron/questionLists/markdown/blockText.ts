import { htmlToText } from '../anki/htmlText'
import { isFormatting } from './inlineText'
import type { Block } from './blocks'

/** Blocks as plain text, with an empty line between them and a sign before the items of lists. */
export function blocksToText(blocks: readonly Block[]): string {
  return blocks
    .map((block) => blockToText(block))
    .filter((text) => text !== '')
    .join('\n\n')
}

/** Pictures and films in these blocks and below them. */
export function countMedia(blocks: readonly Block[]): number {
  return blocks.reduce((sum, { kind, inline, cells, children }) => {
    const own = kind === 'html' ? htmlToText(inline.text).mediaCount : inline.mediaCount
    const inCells = cells.reduce((all, cell) => all + cell.mediaCount, 0)
    return sum + own + inCells + countMedia(children)
  }, 0)
}

function blockToText(block: Block): string {
  switch (block.kind) {
    case 'rule':
      return ''
    case 'html':
      return htmlBlockText(block.inline.text)
    case 'list':
      return block.children.map((item, index) => itemToText(item, block.start, index)).join('\n')
    case 'table':
      return block.children.map(blockToText).join('\n')
    case 'row':
      return block.cells.map(({ text }) => text).join(' | ')
    case 'quote':
    case 'item':
      return blocksToText(block.children)
    case 'code':
      return block.inline.text.replace(/\n+$/u, '')
    case 'heading':
    case 'paragraph':
      return block.inline.text
  }
}

function itemToText(item: Block, start: number | null, index: number): string {
  const sign = start === null ? '- ' : `${String(start + index)}. `
  const text = item.children
    .map(blockToText)
    .filter((each) => each !== '')
    .join('\n')
  return sign + text.replace(/\n(?=.)/gu, `\n${' '.repeat(sign.length)}`)
}

/** Markup that says how a text looks is left out; anything else is shown as it is written. */
export function htmlBlockText(html: string): string {
  const tags = withoutComments(html).match(/<\/?[a-z][^<>]*>/giu) ?? []
  return tags.every(isFormatting) ? htmlToText(html).text : html.trim()
}

/** A loop: a regular expression would look for the end of each that has none up to the end of the text. */
function withoutComments(html: string): string {
  const pieces: string[] = []
  let from = 0
  for (let at = html.indexOf('<!--'); at !== -1; at = html.indexOf('<!--', from)) {
    const end = html.indexOf('-->', at + 4)
    if (end === -1) break
    pieces.push(html.slice(from, at))
    from = end + 3
  }
  return pieces.join('') + html.slice(from)
}
