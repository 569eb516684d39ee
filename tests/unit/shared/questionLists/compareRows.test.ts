import { expect, test } from 'vitest'
import { compareRows } from '../../../../shared/questionLists/compareRows'
import { importRowOf } from '../../../../shared/questionLists/importRow'
import { matchQuestions, type KnownQuestion } from '../../../../shared/questionLists/matchQuestions'
import { ImportRowSchema } from '../../../../shared/questions/questionFields'

const known = (
  questionId: string,
  question: string,
  fileId: string | null = null,
): KnownQuestion => ({ questionId, question, fileId })

const row = (question: string, id?: string) =>
  ImportRowSchema.parse(
    importRowOf({ question, ...(id === undefined ? {} : { id }) }, { list: 'en', pack: 'en' }),
  )

test('new, changed with what changed, unchanged, and what the person has written', () => {
  const changes = {
    'own/b': { changed: ['tags' as const], kept: [] },
    'own/c': { changed: [], kept: ['whyTheyAsk' as const] },
  }
  const compared = compareRows(
    [row('How so', 'f-b'), row('When?'), row('Where?')],
    [known('own/b', 'How so?', 'f-b'), known('own/c', 'Where?'), known('own/gone', 'Elsewhere')],
    (questionId) => changes[questionId as keyof typeof changes],
  )
  expect(compared).toEqual([
    { state: 'changed', questionId: 'own/b', now: 'How so?', changed: ['tags'], kept: [] },
    { state: 'new' },
    { state: 'unchanged', questionId: 'own/c', now: 'Where?', changed: [], kept: ['whyTheyAsk'] },
  ])
})

test('a row says what its list says, and nothing else', () => {
  const languages = { list: 'de', pack: 'en' }
  expect(importRowOf({ question: 'Wo?' }, languages)).toEqual({
    questionId: null,
    fileId: null,
    fields: { question: 'Wo?', language: 'de' },
  })
  const full = {
    id: '7',
    question: 'Why?',
    shortTitle: 'Why',
    whyTheyAsk: 'To know',
    exampleAnswers: [
      { label: '', text: 'So.' },
      { label: 'Ann', text: 'Because.' },
    ],
    talkingPoints: ['a'],
    pitfalls: [],
    followUps: ['b'],
    outline: ['c'],
    tags: ['d'],
    targetSeconds: [30, 60] as [number, number],
    language: 'en',
  }
  expect(importRowOf(full, languages)).toEqual({
    questionId: null,
    fileId: '7',
    fields: {
      question: 'Why?',
      shortTitle: 'Why',
      whyTheyAsk: 'To know',
      exampleAnswers: [{ text: 'So.' }, { label: 'Ann', text: 'Because.' }],
      talkingPoints: ['a'],
      followUps: ['b'],
      outline: ['c'],
      tags: ['d'],
      target: { shortestMs: 30_000, longestMs: 60_000 },
    },
  })
})

test.each<
  [
    what: string,
    file: { id?: string; question: string }[],
    there: KnownQuestion[],
    expected: (string | null)[],
  ]
>([
  [
    'by the id, however it is worded',
    [
      { id: '7', question: 'Something else' },
      { id: '8', question: 'Why?' },
    ],
    [known('a', 'What it was', '7'), known('b', 'Why?', '8')],
    ['a', 'b'],
  ],
  [
    'by words, whatever their case and punctuation',
    [{ question: 'WHY us' }],
    [known('a', 'Why, us?')],
    ['a'],
  ],
  [
    'by words where the file has ids and the question has none',
    [{ id: '7', question: 'Why us?' }],
    [known('a', 'Why us?')],
    ['a'],
  ],
  [
    'a letter that was wrong',
    [{ question: 'What is a lock?' }],
    [known('a', 'What is a lokk?')],
    ['a'],
  ],
  [
    'a word more',
    [{ question: 'What is a canal lock good for?' }],
    [known('a', 'What is a lock good for?')],
    ['a'],
  ],
  [
    'a word less',
    [{ question: 'What is it good for?' }],
    [known('a', 'What is it really good for?')],
    ['a'],
  ],
  [
    'another word is another question',
    [{ question: 'What is a queue?' }, { question: 'How do you test errors in Java code?' }],
    [known('a', 'What is a stack?'), known('b', 'How do you test errors in Rust code?')],
    [null, null],
  ],
  [
    'a longer word is another question',
    [{ question: 'What is JavaScript?' }],
    [known('a', 'What is Java?')],
    [null],
  ],
  [
    'a sign that means something',
    [{ question: 'What is C++?' }],
    [known('a', 'What is C#?'), known('b', 'What is C?')],
    [null],
  ],
  [
    'none is taken twice',
    [{ question: 'Why us?' }, { question: 'Why us' }],
    [known('a', 'Why us?')],
    ['a', null],
  ],
  [
    'the same goes before the similar',
    [{ question: 'Which gate opens first?' }, { question: 'Which gates opens first?' }],
    [known('a', 'Which gates opens first?'), known('b', 'Which gate opens first?')],
    ['b', 'a'],
  ],
  [
    'numbers of another file are no ids',
    [
      { id: '1', question: 'What is a heap?' },
      { id: '2', question: 'Tell me about trees' },
      { id: '3', question: 'Why us?' },
    ],
    [known('a', 'Why us?', '1'), known('b', 'Salary', '2'), known('c', 'A conflict', '3')],
    [null, null, 'a'],
  ],
])('a question is known again: %s', (_, file, there, expected) => {
  expect(matchQuestions(file, there)).toEqual(expected)
})

test('10,000 questions are compared with 10,000 others in a moment', () => {
  const words = (index: number): string =>
    `What would you say about the matter number ${String(index)} in the end?`
  const file = Array.from({ length: 10_000 }, (_, index) => ({ question: words(index + 5000) }))
  const there = Array.from({ length: 10_000 }, (_, index) =>
    known(String(index), words(index).replace('matter', 'mater')),
  )
  const before = process.cpuUsage()
  const matches = matchQuestions(file, there)
  expect(matches.filter((match) => match !== null)).toHaveLength(5000)
  // Half a second by itself; all with all would take minutes.
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(10_000)
})

test('words of thousands of letters are compared in a moment too', { timeout: 120_000 }, () => {
  const word = (index: number): string => `${'x'.repeat(3000)}${String(index)}`
  const file = Array.from({ length: 200 }, (_, index) => ({ question: word(index + 200) }))
  const there = Array.from({ length: 200 }, (_, index) => known(String(index), word(index)))
  const before = process.cpuUsage()
  matchQuestions(file, there)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(3000)
})
