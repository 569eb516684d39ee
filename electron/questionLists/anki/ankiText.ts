import { ListError } from '../../../shared/questionLists/listProblem'
import type { ListFormat, QuestionList } from '../../../shared/questionLists/listedQuestion'
import { checkColumnName } from '../forbiddenKeys'
import { ListBuilder } from '../listBuilder'
import { parseTable } from '../tables/parseTable'
import { addNote } from './addNote'

const KEYS =
  /^#(separator|html|tags|columns|notetype|deck|if matches|notetype column|deck column|tags column|guid column):(.*)$/iu

// No object: "constructor" would be found in one.
const SEPARATORS = new Map([
  ['tab', '\t'],
  ['comma', ','],
  ['semicolon', ';'],
  ['pipe', '|'],
  ['colon', ':'],
  ['space', ' '],
])

/** Whether this is a text that Anki has written, or was written for it. */
export function looksLikeAnkiText(text: string): boolean {
  return KEYS.test(text.trimStart().split(/\r\n?|\n/u, 1)[0] ?? '')
}

/** An older Anki writes no keys: nothing but lines of the same number of tabs. */
export function looksLikeBareAnkiText(text: string): boolean {
  const lines = text.split(/\r\n?|\n/u).filter((line) => line.trim() !== '')
  const tabs = lines.map((line) => line.split('\t').length - 1)
  return tabs[0]! > 0 && tabs.every((count) => count === tabs[0])
}

/**
 * Reads "Notes in plain text". Rows are lines of the file.
 * @param format what it is called when it is not Anki's
 * @throws {ListError} CSV_SYNTAX, FORBIDDEN_KEY, SCHEMA, FIELD_TOO_LONG, TOO_MANY, DUPLICATE_ID
 */
export function readAnkiText(text: string, format: ListFormat = 'anki-text'): QuestionList {
  const { keys, body, keyLines } = takeKeys(text.replace(/\r\n?/gu, '\n'))
  const separator = keys.get('separator') ?? 'tab'
  const delimiter = SEPARATORS.get(separator.trim().toLowerCase()) ?? (separator.charAt(0) || '\t')
  const rows = parseTable(body, { delimiter, linesBefore: keyLines, hasComments: true })
  const names = keys.get('columns')?.split(delimiter) ?? null
  names?.forEach((name) => checkColumnName(name, 1))
  const isHtml = keys.get('html')?.trim().toLowerCase() ?? (hasMarkup(body) ? 'true' : 'false')

  if (keys.size === 0 && rows.length > 0 && rows.every(({ cells }) => isTagged(cells))) {
    keys.set('tags column', '3')
  }
  const special = (key: string): number => Number(keys.get(`${key} column`) ?? 0) - 1
  const [guid, tags, notetype, deck] = ['guid', 'tags', 'notetype', 'deck'].map(special)
  const isField = (index: number): boolean => ![guid, tags, notetype, deck].includes(index)
  const width = names?.length ?? rows.find(({ cells }) => cells.length > 1)?.cells.length ?? 1

  const builder = new ListBuilder()
  for (const { line, cells } of rows) {
    if (cells.every((cell) => cell.trim() === '')) {
      builder.skip(line, 'empty')
      continue
    }
    if (cells.length !== width) {
      const happened = `Line ${String(line)} has ${String(cells.length)} columns instead of ${String(width)}.`
      throw new ListError('CSV_SYNTAX', { row: line, happened })
    }
    addNote(builder, line, {
      names: cells.map((_, index) => names?.[index] ?? '').filter((_, index) => isField(index)),
      fields: cells.filter((_, index) => isField(index)),
      isHtml: isHtml === 'true',
      tags: `${keys.get('tags') ?? ''} ${cells[tags!] ?? ''}`,
      guid: cells[guid!]?.trim() === '' ? undefined : cells[guid!],
    })
  }
  return builder.finish(format, keys.get('deck')?.trim() ?? null)
}

/** The lines `#key:value` at its top. */
function takeKeys(text: string) {
  const lines = text.split('\n')
  const keys = new Map<string, string>()
  let keyLines = 0
  for (; keyLines < lines.length; keyLines += 1) {
    const line = lines[keyLines]!
    const key = KEYS.exec(line)
    if (key) keys.set(key[1]!.toLowerCase(), key[2]!)
    else if (!line.startsWith('#') && line.trim() !== '') break
  }
  return { keys, keyLines, body: lines.slice(keyLines).join('\n') }
}

/** Without keys, a third column of mere words is where most put the tags. */
function isTagged(cells: readonly string[]): boolean {
  const word = String.raw`[\p{L}\p{N}_:./#-]+`
  return (
    cells.length === 3 && new RegExp(`^(?:${word}(?: ${word}){0,9})?$`, 'u').test(cells[2]!.trim())
  )
}

function hasMarkup(body: string): boolean {
  return /<(?:br|div|b|i|u|img|p|ul|ol|li|span)\b[^<>]*>|&(?:nbsp|lt|gt|amp|quot);/iu.test(body)
}
