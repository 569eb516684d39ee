import { CsvError, parse } from 'csv-parse/sync'
import { ListError } from '../../../shared/questionLists/listProblem'

/** A row as it stands in the file. */
export interface TableRow {
  /** The line in which it begins, from 1. */
  readonly line: number
  readonly cells: string[]
}

export type Delimiter = ',' | ';' | '\t' | '|'

/** Of ten thousand questions, with empty rows between them; millions would take a minute. */
const MAX_ROWS = 100_000

interface Dialect {
  delimiter: string
  /** Lines before the text that are not in it. */
  linesBefore?: number
  /** Rows that begin with "#" are none. */
  hasComments?: boolean
  /** How many rows; all when absent. */
  most?: number
}

/**
 * @param text with "\n" at the ends of lines
 * @throws {ListError} TOO_MANY; CSV_SYNTAX with the line in which a quote was opened and never closed
 */
export function parseTable(
  text: string,
  { delimiter, linesBefore = 0, hasComments = false, most }: Dialect,
): TableRow[] {
  const rows: TableRow[] = []
  let lastLine = 0
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      // A quote inside of a text is one: 5" screen.
      relax_quotes: true,
      // A space after the comma is no part of the text. A tab is, where it is the delimiter.
      trim: delimiter !== '\t',
      ...(hasComments ? { comment: '#', comment_no_infix: true } : {}),
      ...(most === undefined ? {} : { to: most }),
      on_record: (cells: string[], { lines }) => {
        const height = cells.reduce((sum, cell) => sum + countLineEnds(cell), 0)
        lastLine = lines
        if (rows.length >= MAX_ROWS) {
          const happened = `There are more than ${MAX_ROWS.toLocaleString('en')} rows in this file.`
          throw new ListError('TOO_MANY', { row: linesBefore + lines, happened })
        }
        rows.push({ line: linesBefore + lines - height, cells })
        return null
      },
    })
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause
    const row = linesBefore + lastLine + 1
    const happened = `In line ${String(row)} a quote is opened that is never closed.`
    throw new ListError('CSV_SYNTAX', { row, happened }, { cause })
  }
  return rows
}

function countLineEnds(cell: string): number {
  let count = 0
  for (let at = cell.indexOf('\n'); at !== -1; at = cell.indexOf('\n', at + 1)) count += 1
  return count
}
