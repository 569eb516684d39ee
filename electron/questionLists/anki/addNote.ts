import { MAX_TAG_CHARACTERS } from '../../../shared/defaults'
import { shortLine, tidyText } from '../../../shared/questionLists/tidyText'
import type { ListBuilder } from '../listBuilder'
import { columnsOf, hasQuestion, type Column } from '../tables/columns'
import { columnNames, draftOfRow } from '../tables/draftOfRow'
import { htmlToText } from './htmlText'

/** A note of Anki's: its fields by the names that its kind of note gives them. */
export interface Note {
  readonly names: readonly string[]
  readonly fields: readonly string[]
  readonly isHtml: boolean
  /** Between spaces. */
  readonly tags: string
  readonly guid: string | undefined
}

/** A gap in a text, without one in it: `{{c1::Paris::a city}}`. What is never closed is looked at once. */
const GAP = /\{\{c\d+::((?:(?!\}\}|::|\{\{c\d).)*)(?:::((?:(?!\}\}|\{\{c\d).)*))?\}\}/su
/** One that is never closed ends where the next begins. */
const SOUND = /\[(?:sound|anki:play):(?:(?!\[(?:sound|anki:play):)[^\]])*\]/gu
/** Nobody nests them deeper; the innermost are filled first. */
const MOST_NESTED = 8

/**
 * Makes a question of a note: its front and its back by their names, or else its first two fields.
 * A text with gaps is asked with its gaps and answered with them filled. Pictures and sounds are
 * left out and counted; a question that is nothing else is skipped.
 * @throws {ListError} as the builder does
 */
export function addNote(builder: ListBuilder, row: number, note: Note): void {
  const columns = columnsOfNote(note.names)
  const asked = columns.find(({ role }) => role === 'question')!.index
  const plain = note.fields.map((field) => plainField(field, note.isHtml))
  const cells = plain.map(({ text }) => text)
  builder.leaveOutMedia(plain.reduce((sum, { mediaCount }) => sum + mediaCount, 0))
  const isPicture = cells[asked]?.trim() === '' && (plain[asked]?.mediaCount ?? 0) > 0
  if (isPicture) return builder.skip(row, 'media')

  const text = cells[asked] ?? ''
  const answers: Column[] = []
  if (GAP.test(text)) {
    cells[asked] = fillGaps(text, (_, __, hint?: string) => `[${hint ?? '…'}]`)
    answers.push({ role: 'answer', name: 'Text', index: cells.length, number: 0 })
    cells.push(fillGaps(text, (_, filled: string) => filled))
  }
  const all = [...columns, ...answers]
  const draft = draftOfRow(all, cells, 'anki')
  const tags = [...(draft.tags ?? []), ...note.tags.split(/\s+/u)].map(shortTag)
  const id = note.guid === undefined ? {} : { id: note.guid }
  const isBlank = cells.every((cell) => tidyText(cell) === '')
  if (isBlank) return builder.skip(row, 'empty')
  builder.add(row, { ...draft, ...id, tags: tags.filter((tag) => tag !== '') }, columnNames(all))
}

function fillGaps(
  text: string,
  fill: (whole: string, filled: string, hint?: string) => string,
): string {
  const gaps = new RegExp(GAP, 'gsu')
  let whole = text
  for (let depth = 0; depth < MOST_NESTED && GAP.test(whole); depth += 1) {
    whole = whole.replace(gaps, fill)
  }
  return whole
}

function columnsOfNote(names: readonly string[]): Column[] {
  const { columns } = columnsOf(names)
  // Anki knows the note by an id of its own; a field of that name is something else.
  const known = columns.filter(({ role }) => role !== 'id')
  if (hasQuestion(known)) return known
  const named = (index: number, usual: string): string => {
    const name = names[index] ?? ''
    return name === '' ? usual : name
  }
  const used = new Set(known.map(({ index }) => index))
  const [first = 0, second] = names.map((_, index) => index).filter((index) => !used.has(index))
  const question: Column = {
    role: 'question',
    name: named(first, 'Front'),
    index: first,
    number: 1,
  }
  if (second === undefined || known.some(({ role }) => role === 'answer'))
    return [question, ...known]
  const answer: Column = { role: 'answer', name: named(second, 'Back'), index: second, number: 1 }
  return [question, answer, ...known]
}

function plainField(field: string, isHtml: boolean): { text: string; mediaCount: number } {
  let soundCount = 0
  const silent = field.replace(SOUND, () => {
    soundCount += 1
    return ''
  })
  const { text, mediaCount } = isHtml ? htmlToText(silent) : { text: silent, mediaCount: 0 }
  return { text, mediaCount: mediaCount + soundCount }
}

/** `Deck::Chapter::Topic` is mostly about its end. */
function shortTag(tag: string): string {
  let short = tag
  while (short.length > MAX_TAG_CHARACTERS && short.includes('::')) {
    short = short.slice(short.indexOf('::') + 2)
  }
  return shortLine(short, MAX_TAG_CHARACTERS)
}
