import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  guardedCell,
  joinedCell,
  splitCell,
  unguardedCell,
} from '../../../../electron/questionLists/tables/ownCells'
import { writeQuestionList } from '../../../../electron/questionLists/write/writeQuestionList'
import {
  ListedQuestionSchema,
  type ListedQuestion,
  type WrittenList,
} from '../../../../shared/questionLists/listedQuestion'
import { wordsOf } from '../../../../shared/questionLists/twins'
import { arbitraryList, arbitraryText } from './arbitraryList'
import { brief, read } from './reading'

/** Without the rows. */
async function readAgain(name: string, content: string): Promise<ListedQuestion[]> {
  const { questions, skipped } = await read(name, content)
  expect(skipped).toEqual([])
  return questions.map(({ row: _row, ...rest }) => rest)
}

test.each([
  ['json', 'a.soundcheck-pack'],
  ['csv', 'a.csv'],
] as const)('%s comes back with the same meaning', async (format, name) => {
  await fc.assert(
    fc.asyncProperty(arbitraryList, async (written) => {
      expect(await readAgain(name, writeQuestionList(written, format))).toEqual(written.questions)
    }),
    { numRuns: 300 },
  )
})

test('every other format can be read again, and asks the same', async () => {
  const plain = ['Why us?', '# 1. What is <b> & "c"?\nReally', '- =1+1 or *two*?', '\\_a_ 🎤 שלום?']
  const questions = plain.map((each) =>
    ListedQuestionSchema.parse({
      question: each,
      tags: ['a b'],
      exampleAnswers: [{ text: 'So <i>\n- b' }],
    }),
  )
  const written: WrittenList = { title: 'My list', language: 'en', questions }
  const anki = await read('a.txt', writeQuestionList(written, 'anki-text'))
  expect(anki).toMatchObject({ format: 'anki-text', title: 'My list' })
  expect(brief(anki).map((each) => each.question)).toEqual(plain)
  expect(brief(anki)[0]).toMatchObject({ tags: ['a_b'], answers: ['So <i>\n- b'] })
  const markdown = await read('a.md', writeQuestionList(written, 'markdown'))
  expect(brief(markdown).map((each) => wordsOf(each.question))).toEqual(plain.map(wordsOf))
  expect(brief(markdown)[0]?.answers?.[0]).toContain('So <i>')
})

test('no cell of a table is a formula, and each is quoted that has to be', () => {
  const questions = ['=1+1', '+1', '-1', '@a', "'a", 'plain', 'a,b', 'a\n=1'].map((each) =>
    ListedQuestionSchema.parse({ question: each }),
  )
  const csv = writeQuestionList({ title: '', language: null, questions }, 'csv')
  expect(csv).toBe(
    '\ufeffSoundcheck id,Question\r\n' +
      ",'=1+1\r\n,'+1\r\n,'-1\r\n,'@a\r\n,''a\r\n,plain\r\n,\"a,b\"\r\n,\"a\n=1\"\r\n",
  )
  for (const sign of ['=', '+', '-', '@', "'", '\t', '\r']) {
    expect(guardedCell(`${sign}x`)).toBe(`'${sign}x`)
    expect(unguardedCell(guardedCell(`${sign}x`))).toBe(`${sign}x`)
  }
})

test('an apostrophe is taken off in our own files alone', async () => {
  const own = await read('a.csv', "Question,Soundcheck id,Tags\n'=1+1,,\"a, b\"\n''quoted',,")
  expect(brief(own)).toMatchObject([
    { question: '=1+1', tags: ['a', 'b'] },
    { question: "'quoted'" },
  ])
  const other = await read('a.csv', "Question,id\n'=1+1,\n''quoted',")
  expect(brief(other).map((each) => each.question)).toEqual(["'=1+1", "''quoted'"])
})

test('several texts in a cell come apart as they were', () => {
  fc.assert(
    fc.property(
      fc.array(
        arbitraryText.map((each) => each.replace(/\r/gu, '').trim()).filter((each) => each !== ''),
      ),
      (all) => {
        expect(splitCell(joinedCell(all, '\n'), '\n')).toEqual(all)
        expect(splitCell(joinedCell(all, ', '), ',')).toEqual(all)
      },
    ),
  )
})
