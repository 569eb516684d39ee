import { Twins } from '../twins'
import { Headings } from './headings'
import { isWordBullet, OpenQuestion, type UnfinishedQuestion } from './openQuestion'
import { pastedLines, type PastedLine } from './pastedLines'
import { splitPlainRun } from './plainRun'
import { asks, hasQuestionMark, isAskingHeading, tells } from './tone'

/** A question as it was found in a pasted text, in the person's own order. */
export interface PastedQuestion {
  /** The line in which it begins, from 1. */
  readonly row: number
  readonly question: string
  readonly tags: string[]
  readonly exampleAnswers: { label: string; text: string }[]
  readonly followUps: string[]
  /** The row of the question with the same words before it: then it is shown, and left out. */
  readonly twinOf: number | null
}

export interface PastedList {
  /** What the text calls itself, as a name for a new pack. */
  readonly title: string | null
  readonly questions: PastedQuestion[]
  /** Bullets and numbers with nothing behind them. */
  readonly emptyRows: number[]
}

/**
 * Finds the questions in a text as people write them: one a line, with or without bullets and
 * numbers; nested bullets are follow-ups; "Q:" and "A:", and text below a question, are question and
 * example answer; headings are tags. Fast enough for each keystroke in a text of 10,000 lines. Bad
 * text there is none: what it takes for a question is to be shown before it is kept.
 */
export function parsePastedText(text: string): PastedList {
  const reading = new Reading(pastedLines(text))
  const found = reading.read()
  const twins = new Twins()
  const questions = found.map(({ row, question, ...rest }) => {
    const twinOf = twins.rowBefore(question, row)
    return { row, question, ...rest, twinOf }
  })
  return { title: reading.title, questions, emptyRows: reading.emptyRows }
}

/** A line of words above a list is its heading when it is no longer than this. */
const MAX_HEADING_CHARACTERS = 60

class Reading {
  readonly #lines: readonly PastedLine[]
  readonly #headings: Headings
  readonly #found: OpenQuestion[] = []
  readonly emptyRows: number[] = []
  #isAnsweredList = false
  readonly #isFlat: boolean

  constructor(lines: readonly PastedLine[]) {
    this.#lines = lines.map((line, index) => this.#asHeading(lines, line, index))
    const headings = this.#lines.filter(isTagHeading)
    const first = this.#lines.find(({ kind }) => kind !== 'blank')
    this.#headings = new Headings(headings, first === headings[0])
    this.#isFlat = isFlat(this.#lines)
  }

  get title(): string | null {
    return this.#headings.title
  }

  read(): UnfinishedQuestion[] {
    let index = 0
    while (index < this.#lines.length) index = this.#readFrom(index)
    return this.#found.map((question) => question.finished())
  }

  /** @returns the index of the first line that it has not read */
  #readFrom(index: number): number {
    const line = this.#lines[index]!
    switch (line.kind) {
      case 'blank':
        this.#current?.blank()
        break
      case 'rule':
        this.#current?.end()
        break
      case 'heading':
        this.#isAnsweredList = false
        if (isTagHeading(line)) {
          this.#headings.enter(line)
          this.#current?.end()
        } else this.#open(line, 'heading')
        break
      case 'asked':
        this.#open(line, 'asked')
        break
      case 'answered':
        if (this.#current) this.#current.answer(line)
        else this.#open(line, 'plain')
        break
      case 'code':
        this.#current?.more(line)
        break
      case 'item':
        this.#readItem(line)
        break
      case 'plain':
        return this.#readPlain(index)
    }
    return index + 1
  }

  #readItem(line: PastedLine): void {
    if (line.text === '') this.emptyRows.push(line.row)
    else if (!this.#current?.takeItem(line, this.#isFlat)) this.#open(line, 'item')
  }

  #readPlain(start: number): number {
    let end = start
    while (end < this.#lines.length && isPlain(this.#lines[end]!)) end += 1
    const run = this.#lines.slice(start, end)
    const current = this.#current
    const next = this.#lines[end]
    // Once there was an answer below a number, the last number has one too.
    this.#isAnsweredList ||= next?.kind === 'item' && continuesNumbers(next)
    const rest = current ? run.slice(current.takePlain(run, this.#isAnsweredList)) : run
    const { answer, questions } = splitPlainRun(rest, current?.mayBeAnswered ?? false)
    for (const line of answer) current?.more(line)
    for (const { line, below } of questions) {
      const opened = this.#open(line, 'plain')
      for (const each of below) opened.more(each)
    }
    if (run.at(-1)?.kind === 'blank') this.#current?.blank()
    return end
  }

  #open(line: PastedLine, origin: OpenQuestion['origin']): OpenQuestion {
    const question = new OpenQuestion(line, origin, this.#headings.tags)
    this.#found.push(question)
    return question
  }

  get #current(): OpenQuestion | undefined {
    const last = this.#found.at(-1)
    return last?.isOver ? undefined : last
  }

  /** Words above a list, or above a line of "=", are a heading without its signs. */
  #asHeading(lines: readonly PastedLine[], line: PastedLine, index: number): PastedLine {
    if (line.kind !== 'plain') return line
    const { text } = line
    if (text.length > MAX_HEADING_CHARACTERS || isAskingHeading(text)) return line
    const next = lines[index + 1]
    if (/^=+$/u.test(next?.raw.trim() ?? '')) return { ...line, kind: 'heading', level: 1 }
    const before = lines[index - 1]?.kind ?? 'blank'
    if (before !== 'blank' && before !== 'rule' && before !== 'heading') return line
    const isHeading =
      /[:：]$/u.test(text) ||
      (!tells(text) && line.indent === 0 && (beginsList(line, next) || isAbove(lines, index)))
    return isHeading ? { ...line, kind: 'heading', level: PLAIN_LEVEL } : line
  }
}

function beginsList(line: PastedLine, next: PastedLine | undefined): boolean {
  if (next?.kind === 'asked') return true
  return next?.kind === 'item' && next.indent <= line.indent + 1 && !continuesNumbers(next)
}

/** A line between empty ones, with a list or a group of questions below, and no question above. */
function isAbove(lines: readonly PastedLine[], index: number): boolean {
  const line = lines[index]!
  if (asks(line.text) || lines[index + 1]?.kind !== 'blank') return false
  let from = index + 1
  while (lines[from]?.kind === 'blank') from += 1
  let end = from
  while (lines[end] && lines[end]!.kind !== 'blank') end += 1
  const group = lines.slice(from, end)
  const isGroup =
    group.length > 1 && group.every(({ kind, text }) => kind === 'plain' && asks(text))
  if (isGroup) return true
  let above = index - 1
  while (lines[above]?.kind === 'blank') above -= 1
  return !hasQuestionMark(lines[above]?.text ?? '') && beginsList(line, group[0])
}

/** Below every heading with signs. */
const PLAIN_LEVEL = 7

/** From so many on, signs that take turns are a pattern. */
const MIN_TURNS = 4

/**
 * Whether the bullets of a word processor only take turns: then they say nothing of what is below what.
 * Where it is in doubt, a line is a question.
 */
function isFlat(lines: readonly PastedLine[]): boolean {
  const items = lines.filter(({ kind, marker }) => kind === 'item' && isWordBullet(marker))
  return (
    items.length >= MIN_TURNS &&
    items.every(({ indent, marker }, index) => {
      const before = items[index - 1]
      return !before || (before.indent === indent && before.marker !== marker)
    })
  )
}

function isPlain({ kind }: PastedLine): boolean {
  return kind === 'plain' || kind === 'blank'
}

function isTagHeading({ kind, text }: PastedLine): boolean {
  return kind === 'heading' && !isAskingHeading(text)
}

/** "2." goes on with a list, "1." begins one. */
function continuesNumbers({ marker, raw }: PastedLine): boolean {
  const number = /\d+/u.exec(raw)
  return marker === '1' && number !== null && Number(number[0]) > 1
}
