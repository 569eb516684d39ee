import { MAX_FOLLOW_UP_CHARACTERS } from '../../defaults'
import { tidyText } from '../tidyText'
import type { PastedQuestion } from './parsePastedText'
import type { PastedLine } from './pastedLines'
import { asks, hasQuestionMark } from './tone'

export type UnfinishedQuestion = Omit<PastedQuestion, 'twinOf'>

/** Signs that stand below others where all stand at the same place: bullets below numbers ... */
function isLesser(marker: string, other: string): boolean {
  if (other === '1') return marker !== '1'
  // ... and below those of word processors the ones of their second level.
  return FIRST_LEVEL.test(other) && LOWER_LEVEL.test(marker)
}

const FIRST_LEVEL = /[•●■➢]/u
const LOWER_LEVEL = /[o◦○▪▫§]/u

/** Whether it is one of the signs that word processors put before the lines of a list. */
export function isWordBullet(marker: string | null): boolean {
  return marker !== null && (FIRST_LEVEL.test(marker) || LOWER_LEVEL.test(marker))
}

/** A question that was begun: what is below it is its follow-ups and its example answers. */
export class OpenQuestion {
  readonly origin: 'item' | 'plain' | 'asked' | 'heading'
  readonly #line: PastedLine
  readonly #tags: string[]
  /** Of the question its lines. */
  readonly #texts: string[]
  #followUps: string[] = []
  /** Of each answer its lines, as they were written. */
  #answers: string[][] = []
  /** Whatever comes is a part of the answer: it was said that it begins. */
  #isAnswering = false
  #isAfterBlank = false
  isOver = false

  constructor(line: PastedLine, origin: OpenQuestion['origin'], tags: string[]) {
    this.#line = line
    this.origin = origin
    this.#texts = [line.text]
    this.#tags = tags
  }

  get mayBeAnswered(): boolean {
    return hasQuestionMark(this.#lastText) && this.#followUps.length === 0
  }

  /** How it ends is seen by its last line alone, which may be the ten thousandth. */
  get #lastText(): string {
    return this.#texts.at(-1)!
  }

  get #asks(): boolean {
    return asks(this.#texts[0]!) || hasQuestionMark(this.#lastText)
  }

  blank(): void {
    this.#isAfterBlank = true
    if (this.#answers.length > 0) this.#answers.at(-1)!.push('')
  }

  end(): void {
    this.isOver = true
  }

  /** "A:" */
  answer(line: PastedLine): void {
    this.#isAnswering = true
    this.#isAfterBlank = false
    this.#answers.push([line.text])
  }

  /** One more line of the answer. */
  more(line: PastedLine): void {
    this.#isAfterBlank = line.kind === 'blank'
    if (this.#answers.length === 0) this.#answers.push([])
    const shown = line.kind === 'item' ? `- ${line.text}` : line.text
    this.#answers.at(-1)!.push(shown)
  }

  /**
   * @param isFlat bullets do not say what is below what
   * @returns false when it is a question of its own
   */
  takeItem(line: PastedLine, isFlat: boolean): boolean {
    if (!this.#isMine(line, isFlat)) return false
    if (this.#isAnswering) this.more(line)
    else if (this.origin === 'heading' || this.origin === 'asked') {
      if (asks(line.text) && this.#answers.length === 0) this.#followUp(line)
      else this.more(line)
    } else this.#followUp(line)
    this.#isAfterBlank = false
    return true
  }

  /**
   * Takes what belongs to it from the beginning of a run of lines without signs.
   * @param isAnsweredList below the numbers of this list there are answers
   * @returns how many
   */
  takePlain(run: readonly PastedLine[], isAnsweredList: boolean): number {
    const takesAll = this.#isAnswering || this.origin === 'heading' || this.origin === 'asked'
    if (takesAll || (isAnsweredList && this.#line.marker === '1')) {
      for (const line of run) this.#takeLine(line)
      return run.length
    }
    if (this.origin === 'plain') return 0
    let taken = 0
    for (const line of run) {
      const isInside =
        line.kind === 'blank' || line.indent > this.#line.indent || this.#hasRightBelow(line)
      if (!isInside) break
      this.#takeLine(line)
      taken += 1
    }
    return taken
  }

  finished(): UnfinishedQuestion {
    const answers = this.#answers.map((lines) =>
      tidyText(lines.join('\n').replace(/\n{3,}/gu, '\n\n')),
    )
    return {
      row: this.#line.row,
      question: tidyText(this.#texts.join(' ')),
      tags: this.#tags,
      exampleAnswers: answers.filter((text) => text !== '').map((text) => ({ label: '', text })),
      followUps: this.#followUps,
    }
  }

  #takeLine(line: PastedLine): void {
    if (line.kind === 'blank') this.blank()
    else if (this.#goesOn(line)) this.#texts.push(line.text)
    else this.more(line)
  }

  /** A long question is often broken into lines. */
  #goesOn(line: PastedLine): boolean {
    const isUnanswered = this.#answers.length === 0 && this.#followUps.length === 0
    if (this.#isAfterBlank || !isUnanswered || this.origin === 'heading') return false
    if (this.#lastText === '') return true
    if (/[?？.!。:：]["'”)]*$/u.test(this.#lastText)) return false
    return /^\p{Ll}/u.test(line.text) || hasQuestionMark(line.text)
  }

  /** The last question of a list is often written without a sign: it is no answer to the one above. */
  #hasRightBelow(line: PastedLine): boolean {
    if (this.#isAfterBlank) return false
    const isNext = this.#answers.length === 0 && hasQuestionMark(line.text)
    return !isNext || this.#goesOn(line)
  }

  #followUp(line: PastedLine): void {
    // An answer in bullets: no follow-up is as long as that.
    if (line.text.length > MAX_FOLLOW_UP_CHARACTERS) this.more(line)
    else this.#followUps.push(line.text)
  }

  #isMine(line: PastedLine, isFlat: boolean): boolean {
    switch (this.origin) {
      case 'heading':
        return true
      case 'asked':
        return true
      case 'plain':
        return line.indent > this.#line.indent || (!this.#isAfterBlank && this.#asks)
      case 'item': {
        if (line.indent > this.#line.indent) return true
        // Word and others lose the indentation, but not the kind of the sign.
        const isBelow = !isFlat && isLesser(line.marker!, this.#line.marker!)
        return line.indent === this.#line.indent && isBelow && !this.#isAfterBlank
      }
    }
  }
}
