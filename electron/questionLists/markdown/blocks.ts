import MarkdownIt, { type Token } from 'markdown-it'
import { ListError } from '../../../shared/questionLists/listProblem'
import { inlineText, type InlineText } from './inlineText'

/** A piece of a Markdown text, as far as lists of questions care. */
export interface Block {
  readonly kind:
    'heading' | 'paragraph' | 'list' | 'item' | 'code' | 'quote' | 'html' | 'table' | 'row' | 'rule'
  /** Of a heading, from 1. */
  readonly level: number
  /** Of a numbered list the number that it begins with; null for bullets and everything else. */
  readonly start: number | null
  /** Of what has text itself. A row's cells are apart. */
  readonly inline: InlineText
  readonly cells: InlineText[]
  readonly children: Block[]
  /** In the file, from 1. */
  readonly line: number
}

const KINDS: Readonly<Record<string, Block['kind']>> = {
  heading_open: 'heading',
  paragraph_open: 'paragraph',
  bullet_list_open: 'list',
  ordered_list_open: 'list',
  list_item_open: 'item',
  blockquote_open: 'quote',
  table_open: 'table',
  tr_open: 'row',
  fence: 'code',
  code_block: 'code',
  html_block: 'html',
  hr: 'rule',
}

const NOTHING: InlineText = {
  text: '',
  strong: '',
  rest: '',
  isAnchor: false,
  endsDetails: false,
  endsSummary: false,
  mediaCount: 0,
}

type Growing = { -readonly [Key in keyof Block]: Block[Key] }

/** HTML is kept as it is written: what of it is markup is told apart later. Nothing of it is run. */
const parser = new MarkdownIt({ html: true, linkify: false, typographer: false })
/** Deeper down the parser leaves out everything to the end, without a word. */
const MAX_DEPTH = 90

/**
 * @param linesBefore lines of the file that are not in the text
 * @throws {ListError} TOO_DEEP
 */
export function blocksOf(text: string, linesBefore: number): Block[] {
  const root: Growing = blockAt(null, 'quote', 0)
  const open: Growing[] = [root]
  for (const token of parser.parse(text, {})) {
    if (token.level > MAX_DEPTH) throw tooDeep(token, linesBefore)
    const parent = open.at(-1)!
    const kind = KINDS[token.type]
    if (kind !== undefined) {
      const block = blockAt(token, kind, linesBefore)
      parent.children.push(block)
      if (token.nesting === 1) open.push(block)
    } else if (token.type === 'inline') {
      const inline = inlineText(token.children ?? [])
      if (parent.kind === 'row') parent.cells.push(inline)
      else parent.inline = inline
    } else if (token.nesting === -1 && KINDS[token.type.replace('_close', '_open')]) open.pop()
  }
  return root.children
}

function tooDeep(token: Token, linesBefore: number): ListError {
  const row = linesBefore + (token.map?.[0] ?? 0) + 1
  return new ListError('TOO_DEEP', { row })
}

function blockAt(token: Token | null, kind: Block['kind'], linesBefore: number): Growing {
  const isNumbered = token?.type === 'ordered_list_open'
  return {
    kind,
    level: kind === 'heading' ? Number(token?.tag.slice(1)) : 0,
    start: isNumbered ? Number(token.attrGet('start') ?? 1) : null,
    inline:
      kind === 'code' || kind === 'html' ? { ...NOTHING, text: token?.content ?? '' } : NOTHING,
    cells: [],
    children: [],
    line: linesBefore + (token?.map?.[0] ?? 0) + 1,
  }
}

/** The same with another text. */
export function textBlock(block: Block, text: string): Block {
  return { ...block, inline: { ...block.inline, text } }
}
