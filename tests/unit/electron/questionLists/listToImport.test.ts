import { expect, test } from 'vitest'
import { ListBuilder } from '../../../../electron/questionLists/listBuilder'
import {
  MAX_FIELD_CHARACTERS,
  MAX_FOLLOW_UP_CHARACTERS,
  MAX_ITEMS,
  MAX_OUTLINE_LINE_CHARACTERS,
  MAX_SHORT_TITLE_CHARACTERS,
  MAX_TAG_CHARACTERS,
} from '../../../../shared/defaults'
import { importRowOf } from '../../../../shared/questionLists/importRow'
import type { QuestionList } from '../../../../shared/questionLists/listedQuestion'
import { ImportRowsSchema } from '../../../../shared/questions/questionFields'
import { questionRequests } from '../../../../shared/questions/questionRequests'
import { read, refusal } from './reading'

/** What is asked for when a list that was read is brought in. */
function importOf({ title, language, questions }: QuestionList) {
  const languages = { list: language ?? 'en', pack: language ?? 'en' }
  const rows = questions.map((question) => importRowOf(question, languages))
  const into = { title: title ?? 'A list', ...(language === null ? {} : { language }) }
  return { rows, order: { into, rows: new TextEncoder().encode(JSON.stringify(rows)) } }
}

function expectImported(list: QuestionList): void {
  const { rows, order } = importOf(list)
  expect(questionRequests['questions.import'].input.safeParse(order).error).toBeUndefined()
  expect(ImportRowsSchema.safeParse(rows).error).toBeUndefined()
}

const long = (most: number): string => 'x'.repeat(most)
const many = (text: string): string[] => Array.from({ length: MAX_ITEMS }, () => text)

test('what a list may say at most can be brought in', async () => {
  const question = {
    id: long(200),
    question: long(MAX_FIELD_CHARACTERS),
    shortTitle: long(MAX_SHORT_TITLE_CHARACTERS),
    whyTheyAsk: long(MAX_FIELD_CHARACTERS),
    exampleAnswers: [
      { label: '', text: 'So.' },
      { label: long(MAX_FIELD_CHARACTERS), text: long(MAX_FIELD_CHARACTERS) },
    ],
    talkingPoints: many('Money'),
    pitfalls: many('Money'),
    followUps: many(long(MAX_FOLLOW_UP_CHARACTERS)),
    outline: many(long(MAX_OUTLINE_LINE_CHARACTERS)),
    tags: many(long(MAX_TAG_CHARACTERS)),
    targetSeconds: [1, 3600],
    language: long(35),
  }
  const pack = { format: 'soundcheck-pack', version: 1, language: long(35), title: long(200) }
  expectImported(await read('a.json', JSON.stringify({ ...pack, questions: [question] })))
  const slow = { ...question, targetSeconds: [1, 3601] }
  expect(await refusal('a.json', JSON.stringify({ ...pack, questions: [slow] }))).toMatchObject({
    code: 'SCHEMA',
    row: 1,
    path: 'questions[0].targetSeconds[1]',
  })
})

test.each([
  ['a.txt', `#separator:tab\n#deck:${'word '.repeat(100)}\nWhy us?\tSo.\n`],
  ['a.md', `---\ntitle: ${'word '.repeat(100)}\n---\n\n- Why us?\n- Why now?\n`],
  ['b.md', `# ${'word '.repeat(100)}\n\n## Us\n\n- Why us?\n\n## Now\n\n- Why now?\n`],
])('the long title of %s becomes the name of a pack', async (name, text) => {
  const list = await read(name, text)
  expect(list.title).toMatch(/^word word.*word…$/)
  expectImported(list)
})

test('a list has as much text as an import takes, and no more', () => {
  const filled = (count: number) => {
    const builder = new ListBuilder()
    for (let row = 1; row <= count; row += 1) {
      // Each quotation mark is two in JSON.
      const talkingPoints = Array.from({ length: 20 }, () => '"'.repeat(MAX_FIELD_CHARACTERS))
      builder.add(row, { question: `Why ${String(row)}?`, talkingPoints })
    }
    return builder.finish('apkg')
  }
  expectImported(filled(31))
  expect(() => filled(32)).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ code: 'TOO_LARGE', row: 32 }) }),
  )
})
