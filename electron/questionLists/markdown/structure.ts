import { columnsOf, hasQuestion } from '../tables/columns'
import { withoutMarkers } from '../../../shared/questionLists/paste/pastedLines'
import { hasQuestionMark, isAskingHeading } from '../../../shared/questionLists/paste/tone'
import type { Block } from './blocks'

/** How a text of this kind shows what is a question: what a whole text does says more than a line. */
export interface Structure {
  /** The headings that ask; all others are tags. */
  readonly askingHeadings: ReadonlySet<Block>
  /** Questions are marked, as headings or `<summary>`: a bullet without a question mark is none. */
  readonly hasMarkedQuestions: boolean
  /** There is anything here that can be a question, besides plain lines. */
  readonly isStructured: boolean
}

export function structureOf(blocks: readonly Block[]): Structure {
  const headings = headingsIn(blocks)
  const hasDetails = blocks.some(
    ({ kind, inline }) => kind === 'html' && /<summary/iu.test(inline.text),
  )
  const hasLists = blocks.some((block) => block.kind === 'list' && !isContents(block))
  const hasTables = blocks.some(isQuestionTable)
  const asking = headings.filter(({ block, below }) => {
    return isAskingHeading(headingText(block)) && !isSection(below)
  })
  const hasOther = hasDetails || hasLists || hasTables || blocks.some(isBoldQuestion)
  const levels =
    asking.length > 0 ? levelsOfMost(headings, asking) : hasOther ? [] : deepestWithText(headings)
  const sameLevel = headings.filter(
    ({ block, below }) => levels.includes(block.level) && hasOwnText(below) && !isSection(below),
  )
  const askingHeadings = new Set([...asking, ...sameLevel].map(({ block }) => block))
  return {
    askingHeadings,
    hasMarkedQuestions: askingHeadings.size > 0 || hasDetails,
    isStructured: askingHeadings.size > 0 || hasOther,
  }
}

export function headingText(heading: Block): string {
  return withoutMarkers(heading.inline.text.replace(/\s+/gu, ' '))
}

/** "**1. Why us?**" or "**Why us?** Because ..." as a paragraph of its own. */
export function isBoldQuestion({ kind, inline }: Block): boolean {
  return kind === 'paragraph' && hasQuestionMark(inline.strong)
}

export function isQuestionTable({ kind, children }: Block): boolean {
  const names = children[0]?.cells.map(({ text }) => text) ?? []
  return kind === 'table' && hasQuestion(columnsOf(names).columns)
}

/** A table of contents: a list or a table of links to places of this text. */
export function isContents({ kind, children }: Block): boolean {
  if (kind === 'list') return children.every(({ children: [first] }) => first?.inline.isAnchor)
  return (
    kind === 'table' && children.slice(1).some(({ cells }) => cells.some((cell) => cell.isAnchor))
  )
}

interface Placed {
  block: Block
  /** What stands between it and the next heading, and that. */
  below: Block[]
}

function headingsIn(blocks: readonly Block[]): Placed[] {
  const places = blocks.flatMap((block, index) => (block.kind === 'heading' ? [index] : []))
  return places.map((place, index) => ({
    block: blocks[place]!,
    below: blocks.slice(place + 1, (places[index + 1] ?? blocks.length) + 1),
  }))
}

function hasOwnText(below: readonly Block[]): boolean {
  return below.some(({ kind }) => kind === 'paragraph' || kind === 'code' || kind === 'quote')
}

/** "What can they ask?" with other headings or a list of questions below is no question itself. */
function isSection(below: readonly Block[]): boolean {
  const lists = below.filter(({ kind }) => kind === 'list')
  if (hasOwnText(below) || lists.length === 0) return false
  const items = lists.flatMap(({ children }) => children)
  const asking = items.filter((item) => hasQuestionMark(item.children[0]?.inline.text ?? ''))
  return asking.length > items.length / 2
}

/** Where most headings ask, the others with a text below them do too: "### Tell us of your work". */
function levelsOfMost(headings: readonly Placed[], asking: readonly Placed[]): number[] {
  const count = (placed: readonly Placed[], level: number): number =>
    placed.filter(({ block }) => block.level === level).length
  const levels = [...new Set(asking.map(({ block }) => block.level))]
  return levels.filter((level) => count(asking, level) >= count(headings, level) / 2)
}

function deepestWithText(headings: readonly Placed[]): number[] {
  const deepest = headings.reduce((most, { block }) => Math.max(most, block.level), 0)
  const there = headings.filter(({ block }) => block.level === deepest)
  return there.length > 0 && there.every(({ below }) => hasOwnText(below)) ? [deepest] : []
}
