import type { ListedQuestion, WrittenList } from '../../../shared/questionLists/listedQuestion'
import { OWN_ID_HEADER } from '../tables/columns'
import { guardedCell, joinedCell } from '../tables/ownCells'

interface WrittenColumn {
  name: string
  cellOf: (question: ListedQuestion) => string
}

/**
 * A table for spreadsheets: the header with our name tells the import that cells are escaped
 * (`ownCells.ts`). The mark at the beginning tells Excel that it is UTF-8.
 */
export function writeCsv({ questions }: WrittenList): string {
  const columns = columnsFor(questions)
  const rows = [
    columns.map(({ name }) => name),
    ...questions.map((question) => columns.map(({ cellOf }) => guardedCell(cellOf(question)))),
  ]
  return `\ufeff${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`
}

/** The id and the question; of everything else what any of them has. */
function columnsFor(questions: readonly ListedQuestion[]): WrittenColumn[] {
  const always: WrittenColumn[] = [
    { name: OWN_ID_HEADER, cellOf: ({ id }) => id ?? '' },
    { name: 'Question', cellOf: ({ question }) => question },
  ]
  const mostAnswers = Math.max(0, ...questions.map(({ exampleAnswers }) => exampleAnswers.length))
  const optional: WrittenColumn[] = [
    { name: 'Short title', cellOf: ({ shortTitle }) => shortTitle ?? '' },
    { name: 'Why they ask', cellOf: ({ whyTheyAsk }) => whyTheyAsk },
    ...Array.from({ length: mostAnswers }, (_, index) => answerColumns(index)).flat(),
    { name: 'Talking points', cellOf: ({ talkingPoints }) => joinedCell(talkingPoints, '\n') },
    { name: 'Pitfalls', cellOf: ({ pitfalls }) => joinedCell(pitfalls, '\n') },
    { name: 'Follow-up questions', cellOf: ({ followUps }) => joinedCell(followUps, '\n') },
    { name: 'My outline', cellOf: ({ outline }) => joinedCell(outline, '\n') },
    { name: 'Tags', cellOf: ({ tags }) => joinedCell(tags, ', ') },
    { name: 'Target seconds', cellOf: ({ targetSeconds }) => targetSeconds?.join('-') ?? '' },
    { name: 'Language', cellOf: ({ language }) => language ?? '' },
  ]
  return [
    ...always,
    ...optional.filter(({ cellOf }) => questions.some((question) => cellOf(question) !== '')),
  ]
}

function answerColumns(index: number): WrittenColumn[] {
  const number = index === 0 ? '' : ` ${String(index + 1)}`
  return [
    { name: `Example answer${number}`, cellOf: (each) => each.exampleAnswers[index]?.text ?? '' },
    { name: `Who answers${number}`, cellOf: (each) => each.exampleAnswers[index]?.label ?? '' },
  ]
}

function quoted(cell: string): string {
  return /[",;\t\r\n]|^\s|\s$/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
