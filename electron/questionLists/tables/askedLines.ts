import type { QuestionList } from '../../../shared/questionLists/listedQuestion'
import { ListBuilder } from '../listBuilder'

/** "What is a lock?; It lifts boats." What comes after the first semicolon is all answer. */
const ASKED = /^[^;]{1,2000}[?？]\s*;\s*\S/u

/** Whether every line is a question, a semicolon and its answer, as people write cards for Anki. */
export function looksLikeAskedLines(text: string): boolean {
  const lines = linesOf(text).filter((line) => line.trim() !== '')
  return lines.length > 1 && lines.every((line) => ASKED.test(line))
}

/**
 * Rows are lines.
 * @throws {ListError} SCHEMA, FIELD_TOO_LONG, TOO_MANY
 */
export function readAskedLines(text: string): QuestionList {
  const builder = new ListBuilder()
  linesOf(text).forEach((line, index) => {
    if (line.trim() === '') return
    const end = line.indexOf(';')
    const exampleAnswers = [{ text: line.slice(end + 1) }]
    builder.add(index + 1, { question: line.slice(0, end), exampleAnswers })
  })
  return builder.finish('csv')
}

function linesOf(text: string): string[] {
  return text.split(/\r\n?|\n/u)
}
