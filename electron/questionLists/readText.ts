import { parsePastedText } from '../../shared/questionLists/paste/parsePastedText'
import { ListError } from '../../shared/questionLists/listProblem'
import type { ListFormat, QuestionList } from '../../shared/questionLists/listedQuestion'
import { ListBuilder } from './listBuilder'

/** Of ten thousand questions, with all that is said of them. Each line is looked at for itself. */
const MAX_LINES = 200_000

/** @throws {ListError} TOO_MANY */
export function refuseManyLines(text: string): void {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    lines += 1
    if (lines > MAX_LINES) {
      const happened = `There are more than ${MAX_LINES.toLocaleString('en')} lines in this file.`
      throw new ListError('TOO_MANY', { row: lines, happened })
    }
  }
}

/**
 * Reads plain text as it is read when it is pasted. Rows are lines.
 * @throws {ListError} SCHEMA, FIELD_TOO_LONG, TOO_MANY
 */
export function readText(text: string, format: ListFormat): QuestionList {
  refuseManyLines(text)
  const { title, questions, emptyRows } = parsePastedText(text)
  const builder = new ListBuilder()
  for (const row of emptyRows) builder.skip(row, 'empty')
  for (const { row, question, tags, exampleAnswers, followUps } of questions) {
    builder.add(row, { question, tags, exampleAnswers, followUps })
  }
  return builder.finish(format, title)
}
