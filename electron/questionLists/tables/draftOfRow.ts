import type { ListedQuestionInput } from '../../../shared/questionLists/listedQuestion'
import { distinct } from '../../../shared/questionLists/tidyText'
import type { NamePath } from '../listBuilder'
import type { Column, ColumnRole } from './columns'
import { splitCell, unguardedCell } from './ownCells'

/** How the cells of a table are written: by Soundcheck, by anybody, by Anki (tags between spaces). */
export type CellStyle = 'own' | 'plain' | 'anki'

/** A row of a table, or a note, as a question; what is not filled in is absent. */
export function draftOfRow(
  columns: readonly Column[],
  cells: readonly string[],
  style: CellStyle,
): ListedQuestionInput {
  const cellOf = ({ index }: Column): string => {
    const cell = cells[index] ?? ''
    return style === 'own' ? unguardedCell(cell) : cell
  }
  const filled = (role: ColumnRole): string[] =>
    columns
      .filter((column) => column.role === role)
      .map(cellOf)
      .filter((cell) => cell.trim() !== '')
  const list = (role: ColumnRole): string[] => filled(role).flatMap((cell) => textsIn(cell, style))
  const { language, otherWords } = languageIn(filled('language')[0], style)
  const tags = filled('tags').flatMap((cell) => tagsIn(cell, style))
  return definedOnly({
    id: filled('id')[0]?.trim(),
    question:
      style === 'own' ? (filled('question')[0] ?? '') : unnumbered(filled('question')[0] ?? ''),
    shortTitle: filled('shortTitle')[0],
    whyTheyAsk: filled('whyTheyAsk')[0],
    exampleAnswers: answersIn(columns, cellOf),
    talkingPoints: list('talkingPoints'),
    pitfalls: list('pitfalls'),
    followUps: list('followUps'),
    outline: list('outline'),
    tags: style === 'own' ? tags : distinct([...tags, ...otherWords]),
    targetSeconds: secondsIn(filled('targetSeconds')[0]),
    language,
  })
}

/** Says in the file's own words which column is meant by a path into a question. */
export function columnNames(columns: readonly Column[]): NamePath {
  return ([field, at]) => {
    const role: unknown = field === 'exampleAnswers' ? 'answer' : field
    const named = columns.filter((column) => column.role === role)
    const column = named[field === 'exampleAnswers' && typeof at === 'number' ? at : 0] ?? named[0]
    return column?.name ?? String(field ?? '')
  }
}

/** Lists that were numbered somewhere else bring their numbers along: "12. Why us?" */
function unnumbered(question: string): string {
  return question.replace(/^\s*Q?\s?\d{1,4}[.)]\s+(?=\S)/iu, '')
}

function answersIn(columns: readonly Column[], cellOf: (column: Column) => string) {
  const labels = new Map(
    columns
      .filter(({ role }) => role === 'answerLabel')
      .map((column): [number, Column] => [column.number, column]),
  )
  return columns
    .filter(({ role }) => role === 'answer')
    .toSorted((one, other) => one.number - other.number || one.index - other.index)
    .map((column) => {
      const label = labels.get(column.number)
      return { label: label ? cellOf(label) : '', text: cellOf(column) }
    })
    .filter(({ text }) => text.trim() !== '')
}

function textsIn(cell: string, style: CellStyle): string[] {
  if (style === 'own') return splitCell(cell, '\n')
  const separator = ['\n', '|', ';'].find((sign) => cell.trim().includes(sign))
  const texts = jsonArray(cell) ?? (separator === undefined ? [cell] : cell.split(separator))
  return texts.map(withoutBullet).filter((text) => text !== '')
}

function tagsIn(cell: string, style: CellStyle): string[] {
  if (style === 'own') return splitCell(cell, ',')
  if (style === 'anki') return cell.split(/\s+/u).filter((tag) => tag !== '')
  const tags = jsonArray(cell) ?? cell.split(/[,;|\n]/u)
  return tags.map((tag) => tag.trim().replace(/^#(?=\p{L})/u, '')).filter((tag) => tag !== '')
}

/** Tables that a program wrote have lists like this in a cell. */
function jsonArray(cell: string): string[] | null {
  if (!/^\s*\[.*\]\s*$/su.test(cell)) return null
  try {
    const json = JSON.parse(cell) as unknown
    return Array.isArray(json) && json.every((each) => typeof each === 'string') ? json : null
  } catch {
    return null
  }
}

function withoutBullet(line: string): string {
  return line.trim().replace(/^(?:[-*•]\s+|\d{1,3}[.)]\s+)/u, '')
}

/** "60-120"; what is something else is left to the schema, which refuses it. */
function secondsIn(cell: string | undefined): [number, number] | undefined {
  if (cell === undefined) return undefined
  // A text of megabytes is no time, and takes for ever to be taken apart.
  if (cell.length > 100) return [Number.NaN, Number.NaN]
  const [shortest, longest] = cell
    .split(/\s*(?:-|–|\bto\b|,|;)\s*/u)
    .map((part) => Number(part.trim()))
  return [shortest ?? Number.NaN, longest ?? Number.NaN]
}

/** Elsewhere "language" may well be a language of programs: then it is a tag. */
function languageIn(cell: string | undefined, style: CellStyle) {
  const word = cell?.trim()
  const isTag = word !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/iu.test(word)
  if (isTag || style === 'own') return { language: word, otherWords: [] }
  return { language: undefined, otherWords: word === undefined ? [] : [word] }
}

function definedOnly(draft: {
  [Key in keyof ListedQuestionInput]: ListedQuestionInput[Key] | undefined
}) {
  return Object.fromEntries(
    Object.entries(draft).filter(([, value]) => value !== undefined),
  ) as ListedQuestionInput
}
