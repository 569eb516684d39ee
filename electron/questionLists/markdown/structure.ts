import { htmlToText } from '../anki/htmlText'
import { columnsOf, hasQuestion } from '../tables/columns'
import { withoutMarkers } from '../../../shared/questionLists/paste/pastedLines'
import { asks, hasQuestionMark, isAskingHeading } from '../../../shared/questionLists/paste/tone'
import type { Block } from './blocks'
import { areQuestions } from './itemQuestion'
import { topicsIn, type Placed, type Topics } from './topics'

/** How a text of this kind shows what is a question: what a whole text does says more than a line. */
export interface Structure {
  /** The headings that ask; all others are tags. */
  readonly askingHeadings: ReadonlySet<Block>
  readonly topics: Topics
  /** Questions are marked, as headings or `<summary>`: a bullet without a question mark is none. */
  readonly hasMarkedQuestions: boolean
  /** Headings ask, and what is folded away below them answers: the summaries only say "Answer". */
  readonly areAnswersFolded: boolean
  /** "**1.** Why us?": where nothing else is marked, such paragraphs are questions. */
  readonly areNumbersBold: boolean
  /** There is anything here that can be a question, besides plain lines. */
  readonly isStructured: boolean
}

export function structureOf(blocks: readonly Block[]): Structure {
  const headings = headingsIn(blocks)
  const summaries = summariesIn(blocks)
  const hasDetails = blocks.some(
    ({ kind, inline }) => kind === 'html' && /<summary/iu.test(inline.text),
  )
  const hasLists = blocks.some((block) => block.kind === 'list' && !isContents(block))
  const hasTables = blocks.some(isQuestionTable)
  const isMarked =
    hasDetails || blocks.some((block) => isBoldQuestion(block) || isBoldNumber(block))
  const topics = topicsIn(isMarked ? [] : headings)
  const asking = headings.filter(({ block, below }) => {
    const isTopic = topics.headings.has(block)
    return !isTopic && isAskingHeading(headingText(block)) && !isSection(below)
  })
  const boldNumbers = blocks.filter(isBoldNumber).length
  const areNumbersBold = boldNumbers > 1 && asking.length === 0 && !hasDetails
  const hasOther =
    topics.headings.size > 0 ||
    hasDetails ||
    hasLists ||
    hasTables ||
    areNumbersBold ||
    blocks.some(isBoldQuestion)
  const levels =
    asking.length > 0 ? levelsOfMost(headings, asking) : hasOther ? [] : deepestWithText(headings)
  const sameLevel = headings.filter(
    ({ block, below }) =>
      levels.includes(block.level) &&
      (hasOwnText(below) || hasOneFold(below) || isBare(block, below)) &&
      !isSection(below),
  )
  const askingHeadings = new Set([...asking, ...sameLevel].map(({ block }) => block))
  return {
    askingHeadings,
    topics,
    hasMarkedQuestions:
      askingHeadings.size > 0 ||
      topics.headings.size > 0 ||
      hasDetails ||
      areNumbersBold ||
      blocks.filter(isBoldQuestion).length > 1,
    areAnswersFolded:
      askingHeadings.size > 0 &&
      summaries.filter((text) => !isAskingHeading(text)).length >= askingHeadings.size / 2,
    areNumbersBold,
    isStructured: askingHeadings.size > 0 || hasOther,
  }
}

/** What it says, without its number, without "[↑]" and without where the question comes from: "[src]". */
export function headingText(heading: Block): string {
  const bare = heading.inline.text.replace(/\s+/gu, ' ').replace(/^\[[^\p{L}\p{N}\][]*\]\s*/u, '')
  const text = withoutMarkers(bare)
  return text.replace(/(?<=[?？.!] ?)\[[^\][]{1,20}\]$/u, '').trim()
}

/** Of the heading above a table of contents: it is about none of the questions. */
export function isContentsName(text: string): boolean {
  return /^(?:(?:table of )?contents|toc|inhalt(?:sverzeichnis)?|índice|sommaire|目录|目次)\s*[:：]?$/iu.test(
    text,
  )
}

/** "**1. Why us?**" or "**Why us?** Because ..." as a paragraph of its own. */
export function isBoldQuestion({ kind, inline }: Block): boolean {
  return kind === 'paragraph' && hasQuestionMark(inline.strong)
}

/** "**1.** Why us?", "**2) Failure.** Tell us of one." */
export function isBoldNumber({ kind, inline }: Block): boolean {
  return kind === 'paragraph' && /^\(?\d{1,4}[.)]/u.test(inline.strong)
}

function summariesIn(blocks: readonly Block[]): string[] {
  return blocks
    .filter(({ kind }) => kind === 'html')
    .flatMap(({ inline }) => inline.text.split(/(?=<details)/iu))
    .flatMap((html) => {
      const summary = SUMMARY.exec(html)?.[1]
      return summary === undefined ? [] : [htmlToText(summary).text]
    })
}

/** One that is never closed ends where the next begins, and is looked at once. */
export const SUMMARY = /<summary[^<>]*>((?:(?!<summary)[\s\S])*?)<\/summary>/iu

export function isQuestionTable({ kind, children }: Block): boolean {
  const names = children[0]?.cells.map(({ text }) => text) ?? []
  return kind === 'table' && hasQuestion(columnsOf(names).columns)
}

/** A table of contents: a list or a table of links to places of this text, or to other texts. */
export function isContents({ kind, children }: Block): boolean {
  if (kind === 'list') {
    const firsts = children.map(({ children: [first] }) => first?.inline)
    const links = firsts.filter((inline) => inline?.isAnchor).length
    // "Chinese [simplified](...) / [traditional](...)" among other languages.
    const isMostly =
      links > children.length / 2 && !firsts.some((inline) => asks(inline?.text ?? ''))
    return links === children.length || isMostly
  }
  return (
    kind === 'table' && children.slice(1).some(({ cells }) => cells.some((cell) => cell.isAnchor))
  )
}

/** Each with what stands between it and the next heading, and that. */
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

/** "Locks lift boats: A, yes, B, no", and the answer folded away. */
function hasOneFold(below: readonly Block[]): boolean {
  return summariesIn(below).length === 1
}

/** Nothing at all is below it, so it is no name of a section either. */
function isBare(block: Block, below: readonly Block[]): boolean {
  const [next, ...more] = below.filter(({ kind }) => kind !== 'rule')
  if (next === undefined) return true
  return more.length === 0 && next.kind === 'heading' && next.level <= block.level
}

/** "What can they ask?" with other headings or a list of questions below is no question itself. */
function isSection(below: readonly Block[]): boolean {
  const lists = below.filter(({ kind }) => kind === 'list')
  if (hasOwnText(below) || lists.length === 0) return false
  return areQuestions(lists.flatMap(({ children }) => children))
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
