import { MAX_FIELD_CHARACTERS, MAX_ITEMS, MAX_QUESTIONS } from '../../../shared/defaults'
import {
  parsePastedText,
  type PastedList,
  type PastedQuestion,
} from '../../../shared/questionLists/paste/parsePastedText'
import { wordsOf } from '../../../shared/questionLists/twins'

/** Of ten thousand questions, with all that is said of them. */
const MAX_CHARACTERS = 10_000_000

/** A question of a pasted text, and why it is left out; null: it is not. */
export interface PreviewedQuestion extends PastedQuestion {
  readonly leftOut: string | null
}

export interface PastePreview {
  readonly questions: readonly PreviewedQuestion[]
  readonly added: readonly PastedQuestion[]
  /** Why nothing can be added as long as it is so. */
  readonly fault: string | null
}

/** The questions of a text; of one that is no list, so large it is, none. */
export function readPasted(text: string): PastedList {
  return parsePastedText(text.length > MAX_CHARACTERS ? '' : text)
}

/**
 * What a pasted text would add to a pack.
 * @param there the words of the questions that are in the pack, as twins are told by
 */
export function previewOf(
  text: string,
  { questions }: PastedList,
  there: ReadonlySet<string>,
): PastePreview {
  if (text.length > MAX_CHARACTERS) {
    const fault = 'This text is larger than 10 MB. Add it in several parts.'
    return { questions: [], added: [], fault }
  }
  const previewed = questions
    .filter(({ question }) => question !== '')
    .map((question) => ({ ...question, leftOut: reasonToLeaveOut(question, there) }))
  const added = previewed.filter(({ leftOut }) => leftOut === null)
  return { questions: previewed, added, fault: faultOf(added) }
}

function reasonToLeaveOut(
  { question, twinOf }: PastedQuestion,
  there: ReadonlySet<string>,
): string | null {
  if (twinOf !== null) return `Left out: the same words as in line ${String(twinOf)}`
  return there.size > 0 && there.has(wordsOf(question))
    ? 'Left out: it is in this pack already'
    : null
}

function faultOf(added: readonly PastedQuestion[]): string | null {
  if (added.length > MAX_QUESTIONS) {
    return 'There are more than 10,000 questions. Add them in several parts.'
  }
  const long = added.find(isTooLong)
  if (!long) return null
  return `The question in line ${String(long.row)} is too long. Shorten it, or put each question in a line of its own.`
}

/** More than anybody writes: most likely a text that is no list. */
function isTooLong({ question, exampleAnswers, followUps, tags }: PastedQuestion): boolean {
  return (
    question.length > MAX_FIELD_CHARACTERS ||
    exampleAnswers.some(({ text }) => text.length > MAX_FIELD_CHARACTERS) ||
    [exampleAnswers, followUps, tags].some(({ length }) => length > MAX_ITEMS)
  )
}
