import { ListError } from '../../../shared/questionLists/listProblem'
import type { QuestionList } from '../../../shared/questionLists/listedQuestion'
import { hasQuestionMark } from '../../../shared/questionLists/paste/tone'
import { shortLine } from '../../../shared/questionLists/tidyText'
import { checkColumnName } from '../forbiddenKeys'
import { ListBuilder } from '../listBuilder'
import { columnsOf, hasQuestion, OWN_ID_HEADER, plainName, type Column } from './columns'
import { columnNames, draftOfRow } from './draftOfRow'
import { parseTable, type Delimiter, type TableRow } from './parseTable'

const DELIMITERS: readonly Delimiter[] = [',', ';', '\t', '|']

/** Of the names of all columns together. */
const MAX_HEADER_CHARACTERS = 100_000

interface Header {
  readonly delimiter: Delimiter
  readonly row: TableRow
  readonly columns: Column[]
  readonly leftOut: string[]
}

/**
 * Reads a table whose first row names its columns. Rows are lines of the file.
 * @throws {ListError} CSV_SYNTAX, FORBIDDEN_KEY, SCHEMA, FIELD_TOO_LONG, TOO_MANY, DUPLICATE_ID
 */
export function readCsv(text: string): QuestionList {
  const { body, linesBefore, told } = withoutSeparatorLine(text.replace(/\r\n?/gu, '\n'))
  const header = readHeader(body, linesBefore, told)
  const { delimiter, columns } = header
  const rows = parseTable(body, { delimiter, linesBefore })
  const first = rows.findIndex(({ line }) => line === header.row.line)
  const isHeaderless = header.row.cells.length > 0 && !hasQuestion(columns)
  const used = isHeaderless ? columnsWithoutNames(header) : columns
  const isOwn = header.row.cells.some((name) => plainName(name) === plainName(OWN_ID_HEADER))

  const builder = new ListBuilder()
  const nameOf = columnNames(used)
  if (!isHeaderless) header.leftOut.forEach((name) => builder.leaveOutColumn(name))
  for (const { line, cells } of rows.slice(isHeaderless ? first : first + 1)) {
    if (cells.every((cell) => cell.trim() === '')) {
      builder.skip(line, 'empty')
      continue
    }
    checkWidth(line, cells.length, header.row.cells.length)
    builder.add(line, draftOfRow(used, cells, isOwn ? 'own' : 'plain'), nameOf)
  }
  return builder.finish(delimiter === '\t' ? 'tsv' : 'csv')
}

/** Whether this begins like a table of questions: its first row names a question and something else. */
export function looksLikeTable(text: string): boolean {
  const top = text.trimStart().slice(0, MAX_HEADER_CHARACTERS)
  const [firstLine = ''] = top.split(/\r\n?|\n/u, 1)
  return DELIMITERS.some((delimiter) => {
    const { columns } = columnsOf(
      firstLine.split(delimiter).map((name) => name.replaceAll('"', '')),
    )
    return hasQuestion(columns) && columns.length > 1
  })
}

/** Excel writes "sep=;" above a table. */
function withoutSeparatorLine(text: string) {
  const told = /^sep=(.)\n/iu.exec(text)
  const delimiter = DELIMITERS.find((each) => each === told?.[1])
  if (!told || !delimiter) return { body: text, linesBefore: 0, told: null }
  return { body: text.slice(told[0].length), linesBefore: 1, told: delimiter }
}

/** The first row that is not empty, split as makes most sense of it. */
function readHeader(body: string, linesBefore: number, told: Delimiter | null): Header {
  // By search: a regular expression gives up on millions of empty lines.
  const firstSign = body.search(/\S/u)
  const blank = firstSign === -1 ? body : body.slice(0, body.lastIndexOf('\n', firstSign) + 1)
  const before = linesBefore + (blank.split('\n').length - 1)
  const top = body.slice(blank.length, blank.length + MAX_HEADER_CHARACTERS)
  let fault: unknown = null
  const headers = (told ? [told] : DELIMITERS).flatMap((delimiter) => {
    try {
      const [row] = parseTable(top, {
        delimiter,
        linesBefore: before,
        most: 1,
      })
      return row ? [{ delimiter, row, ...columnsOf(row.cells) }] : []
    } catch (error) {
      // Quotes can make no sense with one sign between the columns, and sense with another.
      fault ??= error
      return []
    }
  })
  const [best] = headers.toSorted(
    (one, other) =>
      Number(hasQuestion(other.columns)) - Number(hasQuestion(one.columns)) ||
      Number(askingCell(other.row) !== null) - Number(askingCell(one.row) !== null) ||
      other.columns.length - one.columns.length ||
      other.row.cells.length - one.row.cells.length,
  )
  const isClear = best && (hasQuestion(best.columns) || askingCell(best.row) !== null)
  if (!best || (fault !== null && !isClear)) throw fault ?? new ListError('EMPTY')
  checkNames(best.row)
  return best
}

function checkNames({ line, cells }: TableRow): void {
  const seen = new Set<string>()
  for (const name of cells) {
    checkColumnName(name, line)
    const key = name.trim().normalize('NFKC').toLowerCase()
    if (key !== '' && seen.has(key)) {
      const happened = `Two columns are called "${name.trim()}".`
      throw new ListError('CSV_SYNTAX', { row: line, path: name.trim(), happened })
    }
    seen.add(key)
  }
}

/** A table without names whose first cell is a question: that column, and the next for the answer. */
function columnsWithoutNames({ row, leftOut }: Header): Column[] {
  const asking = askingCell(row)
  if (asking === null) {
    const happened = `No column is called "question" or "front"; there are: ${shortLine(leftOut.join(', '), 300)}.`
    const next =
      'Give the column with the questions that name in the first row, then import it again.'
    throw new ListError('SCHEMA', { row: row.line, path: 'question', happened, next })
  }
  const question: Column = { role: 'question', name: 'question', index: asking, number: 1 }
  const answer: Column = { role: 'answer', name: 'answer', index: asking + 1, number: 1 }
  return row.cells.length > asking + 1 ? [question, answer] : [question]
}

/** Of a first row that names nothing, the cell that asks: the first, or the one after a number. */
function askingCell({ cells }: TableRow): number | null {
  const asking = cells.findIndex((cell) => hasQuestionMark(cell))
  return asking === -1 || asking > 1 ? null : asking
}

function checkWidth(line: number, width: number, wanted: number): void {
  if (width === wanted) return
  const happened = `Line ${String(line)} has ${String(width)} columns, but the first row has ${String(wanted)}.`
  const next = 'Put quotes around a text with the sign in it that separates the columns.'
  throw new ListError('CSV_SYNTAX', { row: line, happened, next })
}
