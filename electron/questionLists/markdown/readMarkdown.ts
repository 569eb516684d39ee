import type { QuestionList } from '../../../shared/questionLists/listedQuestion'
import { Headings } from '../../../shared/questionLists/paste/headings'
import { withoutMarkers } from '../../../shared/questionLists/paste/pastedLines'
import { hasQuestionMark, isAskingHeading } from '../../../shared/questionLists/paste/tone'
import { htmlToText } from '../anki/htmlText'
import { ListBuilder } from '../listBuilder'
import { readText, refuseManyLines } from '../readText'
import { columnsOf } from '../tables/columns'
import { columnNames, draftOfRow } from '../tables/draftOfRow'
import { blocksOf, textBlock, type Block } from './blocks'
import { blocksToText, countMedia, htmlBlockText } from './blockText'
import { withoutFrontMatter } from './frontMatter'
import { questionOfItem } from './itemQuestion'
import { hasLabels } from './labels'
import {
  headingText,
  isBoldNumber,
  isBoldQuestion,
  isContents,
  isContentsName,
  isQuestionTable,
  structureOf,
  SUMMARY,
  type Structure,
} from './structure'
import { OpenSummary, type Open } from './open'
import { questionsOfTopic, type Topic } from './topics'

/**
 * Reads the shapes in which lists are published: bullets and numbers with nested follow-ups,
 * questions as headings with the answer below, `<details>` with the question in its summary, bold
 * questions, tables. A text with none of them is read as plain text. Rows are lines.
 * @throws {ListError} SCHEMA, FIELD_TOO_LONG, TOO_MANY
 */
export function readMarkdown(text: string): QuestionList {
  refuseManyLines(text)
  const { body, title, linesBefore } = withoutFrontMatter(text.replace(/\r\n?/gu, '\n'))
  const blocks = blocksOf(body, linesBefore)
  const structure = structureOf(blocks)
  if (!structure.isStructured || hasLabels(body)) return readText(text, 'markdown')
  const reading = new Reading(blocks, structure)
  return reading.read().finish('markdown', title ?? reading.title)
}

class Reading {
  readonly #blocks: readonly Block[]
  readonly #structure: Structure
  readonly #headings: Headings
  readonly #builder = new ListBuilder()
  #open: Open | null = null
  #topic: Topic | null = null
  #summary: OpenSummary | null = null
  /** The list just read was numbered, and its last question may be answered by what comes. */
  #isAfterNumber = false
  /** Below the numbers of these lists there are answers. */
  #isAnsweredList = false
  /** Between `<details>` and its end, below a heading. */
  #isFolded = false

  constructor(blocks: readonly Block[], structure: Structure) {
    this.#blocks = blocks
    this.#structure = structure
    const tags = blocks.filter(
      (block) => block.kind === 'heading' && !structure.askingHeadings.has(block),
    )
    const named = tags.map((block) => ({ level: block.level, text: headingText(block) }))
    this.#headings = new Headings(named, blocks[0] === tags[0])
  }

  get title(): string | null {
    return this.#headings.title
  }

  read(): ListBuilder {
    this.#blocks.forEach((block, index) => this.#readBlock(block, this.#blocks[index + 1]))
    this.#close()
    return this.#builder
  }

  #readBlock(block: Block, next: Block | undefined): void {
    if (this.#summary && block.kind !== 'html') this.#readInSummary(this.#summary, block)
    else if (block.kind === 'heading') this.#readHeading(block)
    else if (this.#topic) this.#topic.blocks.push(block)
    else if (block.kind === 'html') this.#readHtml(block)
    else if (isBoldQuestion(block)) {
      const { strong, rest } = block.inline
      this.#begin(block.line, strong, 0, rest)
    } else if (this.#structure.areNumbersBold && isBoldNumber(block)) {
      this.#begin(block.line, block.inline.text, 0)
    } else if (isContents(block)) this.#dropContents()
    else if (this.#open && !this.#isAfterNumber) {
      if (!block.inline.isAnchor) this.#open.answer.push(block)
      if (block.inline.endsDetails) this.#endDetails()
    } else if (block.kind === 'list') this.#readList(block)
    else if (isQuestionTable(block)) this.#readTable(block)
    else if (this.#isAfterNumber && this.#goesOn(block, next)) this.#open?.answer.push(block)
  }

  #readHeading(block: Block): void {
    const text = headingText(block)
    const isAsking = this.#structure.askingHeadings.has(block)
    const isBelow = this.#isFolded || block.level > (this.#open?.level ?? 0)
    if (!isAsking && this.#open && this.#open.level > 0 && isBelow) {
      this.#open.answer.push(block)
      return
    }
    this.#close()
    this.#isAfterNumber = false
    this.#isAnsweredList = false
    if (this.#structure.topics.headings.has(block)) {
      this.#topic = { title: text, level: block.level, blocks: [] }
    } else if (isAsking) this.#begin(block.line, text, block.level)
    else this.#headings.enter({ level: block.level, text: isContentsName(text) ? '' : text })
  }

  #readHtml(block: Block): void {
    let line = block.line
    // Several questions can stand in one block of HTML.
    for (const html of block.inline.text.split(/(?=<details)/iu)) {
      const [before = '', question, rest = ''] = html.split(SUMMARY)
      const asked = question === undefined ? null : htmlToText(question).text
      const ended = this.#summary?.endedBy(html) ?? null
      this.#summary = ended === null ? OpenSummary.beginning(html, line) : null
      if (ended !== null) this.#begin(ended.line, ended.question, 0, htmlBlockText(ended.rest))
      else if (asked !== null && this.#isAnswer(asked)) this.#unfold(textBlock(block, rest))
      else if (asked !== null) this.#begin(line, asked, 0, htmlBlockText(rest))
      else if (this.#summary) this.#close()
      else if (this.#open && !this.#isAfterNumber) this.#open.answer.push(textBlock(block, before))
      if (/<\/details>\s*$/iu.test(html)) this.#endDetails()
      line += html.split('\n').length - 1
    }
  }

  #readInSummary(summary: OpenSummary, block: Block): void {
    const answer = summary.add(block)
    if (answer === null) return
    const { line, question } = summary.ended()
    this.#summary = null
    this.#begin(line, question, 0)
    this.#open!.answer.push(...answer)
  }

  /** Below a question that is a heading or a number, a summary that asks nothing folds its answer. */
  #isAnswer(summary: string): boolean {
    const isMarked = this.#open !== null && (this.#open.level > 0 || this.#isAfterNumber)
    return isMarked && !isAskingHeading(summary)
  }

  /** What stands between the heading and its answer belongs to the question: "What does this print?" */
  #unfold(rest: Block): void {
    const open = this.#open!
    if (this.#structure.areAnswersFolded && !open.isUnfolded) {
      const asked = blocksToText(open.answer.splice(0))
      this.#open = { ...open, question: `${open.question}\n\n${asked}`.trim(), isUnfolded: true }
    }
    this.#isFolded = true
    this.#open!.answer.push(rest)
  }

  #endDetails(): void {
    if (!this.#isFolded && this.#open?.level === 0) this.#close()
    this.#isFolded = false
  }

  #readList(list: Block): void {
    this.#close()
    this.#isAfterNumber = list.start !== null
    for (const item of list.children) {
      const found = questionOfItem(item)
      if (found.question === '') {
        this.#builder.skip(item.line, 'empty')
        continue
      }
      if (this.#structure.hasMarkedQuestions && !found.isAsking) continue
      this.#close()
      this.#open = { ...found, line: item.line, tags: this.#headings.tags, level: 0 }
    }
    if (!this.#isAfterNumber) this.#close()
  }

  /** "Show the contents" in front of them is no question. */
  #dropContents(): void {
    const isAsking = this.#open !== null && hasQuestionMark(this.#open.question)
    if (!this.#isAfterNumber && !isAsking) this.#open = null
  }

  /** Between "1." and "2." stands what belongs to 1., even where it was not moved to the right. */
  #goesOn(block: Block, next: Block | undefined): boolean {
    if (block.kind === 'rule' || block.kind === 'table') return false
    this.#isAnsweredList ||= next?.kind === 'list' && (next.start ?? 0) > 1
    return this.#isAnsweredList
  }

  #readTable({ children }: Block): void {
    const [header, ...rows] = children
    const { columns } = columnsOf(header!.cells.map(({ text }) => text))
    for (const { line, cells } of rows) {
      if (cells.some(({ isAnchor }) => isAnchor)) continue
      const draft = draftOfRow(
        columns,
        cells.map(({ text }) => text),
        'plain',
      )
      const tags = [...this.#headings.tags, ...(draft.tags ?? [])]
      if (cells.every(({ text }) => text === '')) this.#builder.skip(line, 'empty')
      else this.#builder.add(line, { ...draft, tags }, columnNames(columns))
    }
  }

  #begin(line: number, question: string, level: number, firstText = ''): void {
    this.#close()
    this.#isAfterNumber = false
    const tags = this.#headings.tags
    this.#open = {
      line,
      question: withoutMarkers(question),
      tags,
      followUps: [],
      level,
      answer: [],
      firstText,
    }
  }

  #closeTopic({ title, level, blocks }: Topic): void {
    this.#topic = null
    this.#builder.leaveOutMedia(countMedia(blocks))
    for (const found of questionsOfTopic(title, blocks, this.#structure.topics.areAnswered)) {
      const { line, question, answer, ...rest } = found
      // A topic with one question is its short title, and no tag for the sake of one question.
      this.#headings.enter({ level, text: rest.shortTitle === undefined ? title : '' })
      const exampleAnswers = answer === '' ? [] : [{ text: answer }]
      this.#builder.add(line, { question, ...rest, tags: this.#headings.tags, exampleAnswers })
    }
  }

  #close(): void {
    if (this.#topic) this.#closeTopic(this.#topic)
    const open = this.#open
    this.#open = null
    if (open === null) return
    const { line, question, tags, followUps, answer, firstText } = open
    this.#builder.leaveOutMedia(countMedia(answer))
    if (question === '') return this.#builder.skip(line, 'empty')
    const text = [firstText, blocksToText(answer)].filter((each) => each.trim() !== '').join('\n\n')
    const exampleAnswers = text === '' ? [] : [{ text }]
    this.#builder.add(line, { question, tags, followUps, exampleAnswers })
  }
}
