import { MAX_SHORT_TITLE_CHARACTERS } from '../../../shared/defaults'
import { shortLine } from '../../../shared/questionLists/tidyText'
import { areQuestions } from './itemQuestion'
import { hasQuestionMark, isAskingHeading } from '../../../shared/questionLists/paste/tone'
import type { Block } from './blocks'
import { blocksToText } from './blockText'

/** A heading, and what stands between it and the next one, and that. */
export interface Placed {
  readonly block: Block
  readonly below: readonly Block[]
}

/** Headings that only name what is asked below them: "### Locks", "What is a lock?", "It lifts boats." */
export interface Topics {
  readonly headings: ReadonlySet<Block>
  /** What comes after the question is its answer; else all of it is the question. */
  readonly areAnswered: boolean
}

/** One whose blocks are being gathered. */
export interface Topic {
  readonly title: string
  readonly level: number
  readonly blocks: Block[]
}

interface TopicQuestion {
  readonly line: number
  readonly question: string
  /** Of the one question of a topic; several have the topic for a tag. */
  readonly shortTitle?: string
  readonly answer: string
}

/** Finds the level of headings of which most do not ask, but are followed by a paragraph that does. */
export function topicsIn(all: readonly Placed[]): Topics {
  const headings = all.map(({ block, below }) => {
    return { block, below: below.filter(({ kind }) => kind !== 'heading') }
  })
  const levels = [...new Set(headings.map(({ block }) => block.level))]
  for (const level of levels) {
    const there = headings.filter(({ block }) => block.level === level)
    const withText = there.filter(({ below }) => isText(below))
    const naming = withText.filter(({ block, below }) => {
      return !isAskingHeading(block.inline.text) && lastAsked(below) !== null
    })
    if (naming.length < 2 || naming.length <= there.length / 2) continue
    const answered = naming.filter(({ below }) => split(below).answer !== '')
    return {
      headings: new Set(withText.map(({ block }) => block)),
      areAnswered: answered.length > naming.length / 2,
    }
  }
  return { headings: new Set(), areAnswered: false }
}

export function questionsOfTopic(
  title: string,
  below: readonly Block[],
  areAnswered: boolean,
): TopicQuestion[] {
  const several = sentences(below)
  if (several.length > 1 && several.every(({ text }) => isAsked(text))) {
    return several.map(({ line, text }) => ({ line, question: text, answer: '' }))
  }
  const shortTitle = shortLine(title, MAX_SHORT_TITLE_CHARACTERS)
  const line = below[0]!.line
  if (!areAnswered) return [{ line, question: blocksToText(below), shortTitle, answer: '' }]
  const answered = pieces(below).map((piece) => ({ line: piece[0]!.line, ...split(piece) }))
  return answered.length === 1 ? [{ ...answered[0]!, shortTitle }] : answered
}

/** Each from a paragraph that asks to the next one; what comes before the first belongs to it. */
function pieces(below: readonly Block[]): Block[][] {
  const found: Block[][] = [[]]
  let hasAsked = false
  for (const block of below) {
    const isAsking = lastAsked([block]) !== null
    if (isAsking && hasAsked) found.push([])
    hasAsked ||= isAsking
    found.at(-1)!.push(block)
  }
  return found
}

function isText(below: readonly Block[]): boolean {
  const isPlain = below.every(({ kind, inline, children }) => {
    if (kind === 'html') return !/<details/iu.test(inline.text)
    return kind === 'list' ? !areQuestions(children) : kind !== 'table'
  })
  return isPlain && below.some(({ kind }) => kind === 'paragraph')
}

/** Where the last line ends that asks: the index of its block, and of the line after it. */
function lastAsked(below: readonly Block[]): { block: number; line: number } | null {
  const block = below.findLastIndex(({ kind, inline }) => {
    return kind === 'paragraph' && inline.text.split('\n').some(isAsked)
  })
  if (block === -1) return null
  return { block, line: below[block]!.inline.text.split('\n').findLastIndex(isAsked) + 1 }
}

/** "What is a lock? It lifts boats." in one line is told already. */
function isAsked(line: string): boolean {
  return hasQuestionMark(line) || (isAskingHeading(line) && !/[?？]/u.test(line))
}

function split(below: readonly Block[]): { question: string; answer: string } {
  const last = lastAsked(below)
  if (last === null) return { question: blocksToText(below), answer: '' }
  const lines = below[last.block]!.inline.text.split('\n')
  const before = [blocksToText(below.slice(0, last.block)), lines.slice(0, last.line).join('\n')]
  const after = [lines.slice(last.line).join('\n'), blocksToText(below.slice(last.block + 1))]
  return { question: joined(before), answer: joined(after) }
}

function joined(texts: readonly string[]): string {
  return texts.filter((text) => text.trim() !== '').join('\n\n')
}

/** Lines, where one that does not end goes on in the next. Nothing where there is more than paragraphs. */
function sentences(below: readonly Block[]): { line: number; text: string }[] {
  const paragraphs = below.filter((block) => blocksToText([block]) !== '')
  if (paragraphs.some(({ kind }) => kind !== 'paragraph')) return []
  return paragraphs.flatMap(({ line, inline }) => {
    const found: { line: number; text: string }[] = []
    let isOver = true
    inline.text.split('\n').forEach((text, index) => {
      if (isOver) found.push({ line: line + index, text })
      else found.at(-1)!.text += ` ${text}`
      isOver = /[.!?。．！？]["'”’)*_\s]*$/u.test(text) || hasQuestionMark(text)
    })
    return found
  })
}
