import type { core } from 'zod'
import { MAX_SHORT_TITLE_CHARACTERS } from '../../shared/defaults'
import { JITLESS } from '../ipc/jitless'
import { ListError } from '../../shared/questionLists/listProblem'
import {
  ListedQuestionSchema,
  type ListedQuestion,
  type ListFormat,
  type ListedQuestionInput,
  type QuestionList,
  type ReadQuestion,
  type Skipped,
} from '../../shared/questionLists/listedQuestion'
import { shortLine, tidyText } from '../../shared/questionLists/tidyText'
import { Twins } from '../../shared/questionLists/twins'
import { MAX_QUESTIONS } from '../../shared/defaults'

/** What the file's own words for a field are: `questions[3].tags[0]`, or the name of a column. */
export type NamePath = (path: readonly PropertyKey[]) => string

/**
 * Of all questions of a list as JSON: an import takes 32 MB of it, and says a little more of each.
 * Ten thousand questions with all that people write of them are half of it.
 */
const MAX_LIST_BYTES = 24 * 1024 * 1024

/**
 * Gathers the questions of a file, whatever its format: leaves out empty rows and twins by name, and
 * refuses everything else that is not right with its first fault.
 */
export class ListBuilder {
  readonly #questions: ReadQuestion[] = []
  readonly #skipped: Skipped[] = []
  readonly #twins = new Twins()
  readonly #rowsOfIds = new Map<string, number>()
  readonly #columnsLeftOut: string[] = []
  #mediaLeftOut = 0
  #count = 0
  #sizeBytes = 0

  /**
   * @param row the line, or in JSON and Anki's decks the number, from 1
   * @throws {ListError} FIELD_TOO_LONG, SCHEMA, DUPLICATE_ID, TOO_MANY, TOO_LARGE
   */
  add(row: number, draft: ListedQuestionInput, nameOf: NamePath = dotted): void {
    if (isEmpty(draft)) return this.skip(row, 'empty')
    this.#count += 1
    if (this.#count > MAX_QUESTIONS) throw new ListError('TOO_MANY', { row })
    if (typeof draft.question === 'string' && tidyText(draft.question) === '') {
      const happened = `${placed(row)}there is no question, although the rest is filled in.`
      throw new ListError('SCHEMA', { row, path: nameOf(['question']), happened })
    }
    const read = ListedQuestionSchema.safeParse(draft, JITLESS)
    if (!read.success) throw listErrorOf(read.error.issues[0]!, row, nameOf)
    this.#checkId(row, read.data.id, nameOf)
    if (this.#twins.rowBefore(read.data.question, row) === null) {
      this.#checkSize(row, read.data)
      this.#questions.push({ ...read.data, row })
    } else this.skip(row, 'twin')
  }

  skip(row: number, reason: Skipped['reason']): void {
    this.#skipped.push({ row, reason })
  }

  leaveOutMedia(count: number): void {
    this.#mediaLeftOut += count
  }

  leaveOutColumn(name: string): void {
    this.#columnsLeftOut.push(name)
  }

  /** @throws {ListError} SCHEMA when there is no question at all */
  finish(
    format: ListFormat,
    title: string | null = null,
    language: string | null = null,
  ): QuestionList {
    if (this.#questions.length === 0) {
      const isPictures = this.#skipped.some(({ reason }) => reason === 'media')
      const happened = isPictures
        ? 'All questions in this file are pictures or sounds, which cannot be imported.'
        : 'There is no question in this file.'
      const next = 'Write one question a line, or a column called "question", then import it again.'
      throw new ListError('SCHEMA', { happened, next })
    }
    const shown = title === null ? '' : shortLine(title, MAX_SHORT_TITLE_CHARACTERS)
    return {
      format,
      title: shown === '' ? null : shown,
      language,
      questions: this.#questions,
      skipped: this.#skipped,
      mediaLeftOut: this.#mediaLeftOut,
      columnsLeftOut: this.#columnsLeftOut,
    }
  }

  #checkSize(row: number, question: ListedQuestion): void {
    this.#sizeBytes += Buffer.byteLength(JSON.stringify(question))
    if (this.#sizeBytes <= MAX_LIST_BYTES) return
    const happened = 'There is more text in this file than a list of questions has.'
    throw new ListError('TOO_LARGE', { row, happened })
  }

  #checkId(row: number, id: string | undefined, nameOf: NamePath): void {
    if (id === undefined) return
    const before = this.#rowsOfIds.get(id)
    if (before !== undefined) {
      const happened = `The id "${id}" stands in row ${String(before)} and again in row ${String(row)}.`
      throw new ListError('DUPLICATE_ID', { row, path: nameOf(['id']), happened })
    }
    this.#rowsOfIds.set(id, row)
  }
}

/** Nothing was written into any of its fields. */
function isEmpty(draft: ListedQuestionInput): boolean {
  return Object.values(draft).every(
    (value) =>
      value === undefined ||
      (Array.isArray(value) && value.length === 0) ||
      (typeof value === 'string' && tidyText(value) === ''),
  )
}

/** `questions.3.tags.0` as people write it: `questions[3].tags[0]`. */
export function dotted(path: readonly PropertyKey[]): string {
  return path.reduce<string>((whole, step) => {
    if (typeof step === 'number') return `${whole}[${String(step)}]`
    return whole === '' ? String(step) : `${whole}.${String(step)}`
  }, '')
}

/** What a schema found, as an error of the list. */
export function listErrorOf(
  issue: core.$ZodIssue,
  row: number | undefined,
  nameOf: NamePath = dotted,
): ListError {
  const path = nameOf(issue.path)
  const place = row === undefined ? '' : placed(row)
  if (issue.code === 'too_big' && issue.origin === 'string') {
    const happened = `${place}"${path}" is longer than ${Number(issue.maximum).toLocaleString('en')} characters.`
    return new ListError('FIELD_TOO_LONG', { row, path, happened })
  }
  const happened = `${place}${path === '' ? 'the file' : `"${path}"`} does not fit: ${issue.message}.`
  return new ListError('SCHEMA', { row, path: path === '' ? undefined : path, happened })
}

function placed(row: number): string {
  return `Row ${String(row)}: `
}
