import type { ComparedRow, FieldName } from '../../../shared/questionLists/compareRows'
import type {
  ListFormat,
  QuestionList,
  ReadQuestion,
  Skipped,
} from '../../../shared/questionLists/listedQuestion'
import type { ListProblem } from '../../../shared/questionLists/listProblem'
import { count } from '../../lib/format'

export const FORMAT_NAMES: Record<ListFormat, string> = {
  json: 'JSON',
  csv: 'CSV',
  tsv: 'TSV',
  markdown: 'Markdown',
  text: 'Plain text',
  'anki-text': 'Anki text',
  apkg: 'Anki deck',
}

const FIELD_NAMES: Record<FieldName, string> = {
  question: 'question',
  shortTitle: 'short title',
  whyTheyAsk: 'why they ask',
  exampleAnswers: 'example answers',
  talkingPoints: 'talking points',
  pitfalls: 'pitfalls',
  followUps: 'follow-up questions',
  outline: 'key words',
  tags: 'tags',
  language: 'language',
  target: 'length',
}

const REASONS: Record<Skipped['reason'], string> = {
  empty: 'empty, left out',
  twin: 'the same words as another question, left out',
  media: 'only a picture or a sound, left out',
}

/** What a list says of a question besides its words. */
export function aboutOf({ exampleAnswers, followUps, tags }: ReadQuestion): string {
  return [
    exampleAnswers.length > 0 && count(exampleAnswers.length, 'example answer'),
    followUps.length > 0 && count(followUps.length, 'follow-up question'),
    ...tags,
  ]
    .filter(Boolean)
    .join(', ')
}

/** What an import would do to a question that is there; empty where it does nothing. */
export function changesOf({ changed, kept }: Exclude<ComparedRow, { state: 'new' }>): string {
  return [
    changed.length > 0 && `Changes: ${namesOf(changed)}.`,
    kept.length > 0 && `Stays as you wrote it: ${namesOf(kept)}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Everything of a file that is left out, by its place. */
export function problemsOf({
  format,
  skipped,
  mediaLeftOut,
  columnsLeftOut,
}: QuestionList): string[] {
  const rows = skipped.map(
    ({ row, reason }) => `${rowName(format)} ${String(row)}: ${REASONS[reason]}`,
  )
  const columns = columnsLeftOut.map((name) => `Column “${name}”: not known, left out`)
  const media = `${count(mediaLeftOut, 'picture or sound', 'pictures and sounds')} left out`
  return [...rows, ...columns, ...(mediaLeftOut > 0 ? [media] : [])]
}

/** Where in a file that is refused the fault is. */
export function placeOf(name: string, { code, row, path }: ListProblem): string {
  // What cannot be told apart into questions has lines.
  const isText = code === 'JSON_SYNTAX' || code === 'ENCODING'
  const placeName = isText ? 'Line' : rowNameOfFile(name)
  const line = row === null ? 'The whole file' : `${placeName} ${String(row)}`
  return path === null ? line : `${line}, ${path}`
}

function rowName(format: ListFormat): string {
  if (format === 'json') return 'Question'
  return format === 'apkg' ? 'Note' : 'Line'
}

function rowNameOfFile(name: string): string {
  if (/\.(?:apkg|colpkg)$/iu.test(name)) return 'Note'
  return /\.(?:json|soundcheck-pack)$/iu.test(name) ? 'Question' : 'Line'
}

function namesOf(fields: readonly FieldName[]): string {
  return fields.map((field) => FIELD_NAMES[field]).join(', ')
}
