import { expect, test } from 'vitest'
import {
  compareList,
  type FieldName,
  type FileFields,
} from '../../../../shared/questionLists/compareList'
import {
  ListedQuestionSchema,
  type ReadQuestion,
} from '../../../../shared/questionLists/listedQuestion'
import { matchQuestions, type KnownQuestion } from '../../../../shared/questionLists/matchQuestions'

const read = (row: number, fields: object): ReadQuestion => ({
  ...ListedQuestionSchema.parse(fields),
  row,
})
const known = (
  questionId: string,
  question: string,
  fileId: string | null = null,
): KnownQuestion => ({ questionId, question, fileId })
const none = () => ({ changed: [], kept: [] })

/** What is there, as a store would have it: what each field is, and what the file brought last time. */
interface Stored {
  now: Partial<FileFields>
  brought: Partial<FileFields>
}
function changesIn(stored: Record<string, Stored>) {
  return (questionId: string, fields: FileFields) => {
    const { now, brought } = stored[questionId]!
    const differing = (Object.keys(fields) as FieldName[]).filter(
      (name) => JSON.stringify(fields[name]) !== JSON.stringify(now[name]),
    )
    const isEdited = (name: FieldName): boolean =>
      JSON.stringify(now[name]) !== JSON.stringify(brought[name])
    return {
      changed: differing.filter((name) => !isEdited(name)),
      kept: differing.filter(isEdited),
    }
  }
}

test('new, changed with what changed, unchanged, and what the person edited', () => {
  const as = (fields: Partial<FileFields>): Stored => ({ now: fields, brought: fields })
  const stored: Record<string, Stored> = {
    a: as({ question: 'Why us?', tags: ['x'] }),
    b: as({ question: 'How so?', tags: ['x'], target: { shortestMs: 60_000, longestMs: 120_000 } }),
    c: {
      now: { question: 'Where?', whyTheyAsk: 'mine' },
      brought: { question: 'Where?', whyTheyAsk: 'theirs' },
    },
  }
  const there = Object.entries(stored).map(([id, { now }]) => known(id, now.question!, `f-${id}`))
  const comparison = compareList(
    {
      questions: [
        read(2, {
          id: 'f-b',
          question: 'How so?',
          tags: ['x', 'y'],
          targetSeconds: [60, 120],
          outline: ['gates'],
        }),
        read(3, { question: 'When?' }),
        read(4, { id: 'f-a', question: 'Why us?' }),
        read(6, { id: 'f-c', question: 'Where?', whyTheyAsk: 'theirs, mended' }),
      ],
      skipped: [{ row: 5, reason: 'twin' }],
    },
    [...there, known('gone', 'Not in the file')],
    changesIn(stored),
  )
  expect(comparison).toMatchObject({ newCount: 1, changedCount: 1, unchangedCount: 2 })
  expect(comparison.problems).toEqual([{ row: 5, reason: 'twin' }])
  expect(comparison.questions).toMatchObject([
    { row: 2, state: 'changed', questionId: 'b', changed: ['tags'], kept: [], outline: ['gates'] },
    { row: 3, state: 'new', fileId: null, fields: { question: 'When?' } },
    { row: 4, state: 'unchanged', questionId: 'a', kept: [] },
    { row: 6, state: 'unchanged', questionId: 'c', kept: ['whyTheyAsk'] },
  ])
  // What the file leaves empty changes nothing.
  expect(Object.keys(comparison.questions[2]!.fields)).toEqual(['question'])
})

test('the same list again says that nothing changed, with ids and without', () => {
  const questions = [
    read(1, { id: '1', question: 'Why us?' }),
    read(2, { question: 'And what is a lock?' }),
  ]
  const there = [known('a', 'Why us?', '1'), known('b', 'And what is a lock?')]
  const comparison = compareList({ questions, skipped: [] }, there, none)
  expect(comparison).toMatchObject({ newCount: 0, changedCount: 0, unchangedCount: 2 })
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
