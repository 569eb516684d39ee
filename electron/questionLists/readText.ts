import { parsePastedText } from '../../shared/questionLists/paste/parsePastedText'
import type { ListFormat, QuestionList } from '../../shared/questionLists/listedQuestion'
import { ListBuilder } from './listBuilder'

/**
 * Reads plain text as it is read when it is pasted. Rows are lines.
 * @throws {ListError} SCHEMA, FIELD_TOO_LONG, TOO_MANY
 */
export function readText(text: string, format: ListFormat): QuestionList {
  const { title, questions, emptyRows } = parsePastedText(text)
  const builder = new ListBuilder()
  for (const row of emptyRows) builder.skip(row, 'empty')
  for (const { row, question, tags, exampleAnswers, followUps } of questions) {
    builder.add(row, { question, tags, exampleAnswers, followUps })
  }
  return builder.finish(format, title)
}
