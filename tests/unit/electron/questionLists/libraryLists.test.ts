import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveQuestions, updateQuestion } from '../../../../electron/store/questions/ownQuestions'
import { createPack } from '../../../../electron/store/questions/ownPacks'
import { readQuestionCard } from '../../../../electron/store/questions/questionCard'
import { changeLayer } from '../../../../electron/store/questions/questionLayer'
import { deleteQuestions } from '../../../../electron/store/questions/deleteQuestion'
import { listTitle } from '../../../../electron/questionLists/library/listTitle'
import { writeQuestionList } from '../../../../electron/questionLists/write/writeQuestionList'
import { arbitraryList } from './arbitraryList'
import { read } from './reading'
import { ListLibrary } from './withLibrary'

const CSV = `id,question,answer,tags
lock-0001,What is a canal lock?,It lifts boats.,canals
lock-0002,Why us?,,
lock-0003,What would you change first?,,`

const states = (rows: ReturnType<ListLibrary['compare']>) => rows.map(({ state }) => state)

test('the same file says that nothing changed', async () => {
  const library = new ListLibrary()
  const list = await read('a.csv', CSV)
  const packId = await library.bringIn(list)
  expect(states(library.compare(list, packId))).toEqual(['unchanged', 'unchanged', 'unchanged'])
  expect(library.likeliest(list)).toBe(packId)
})

test('a corrected file updates what it brought, and fills what was empty', async () => {
  const library = new ListLibrary()
  const packId = await library.bringIn(await read('a.csv', CSV))
  const corrected = await read(
    'b.csv',
    `id,question,answer,tags
lock-0001,What is a canal lock?,It lifts boats and lowers them.,canals
lock-0002,Why us?,Because of the canals.,
lock-0004,And who opens the gates?,,`,
  )
  const compared = library.compare(corrected, packId)
  expect(compared).toMatchObject([
    { state: 'changed', changed: ['exampleAnswers'], kept: [] },
    { state: 'changed', changed: ['exampleAnswers'], kept: [] },
    { state: 'new' },
  ])
  await library.bringInAgain(corrected, packId)
  // What is not in the file stays.
  expect(library.idsIn(packId)).toHaveLength(4)
  const [first] = library.idsIn(packId)
  const { question } = readQuestionCard(library.db, first!)
  expect(question.exampleAnswers[0]?.text).toBe('It lifts boats and lowers them.')
  expect(states(library.compare(corrected, packId))).toEqual([
    'unchanged',
    'unchanged',
    'unchanged',
  ])
})

test('what the person has edited stays, and the comparison says so', async () => {
  const library = new ListLibrary()
  const packId = await library.bringIn(await read('a.csv', CSV))
  const [first] = library.idsIn(packId)
  const mine = [{ label: 'Me', text: 'Mine.' }]
  updateQuestion(library.db, { questionId: first!, fields: { exampleAnswers: mine } })
  const corrected = await read(
    'a.csv',
    CSV.replace('It lifts boats.', 'It lowers boats.').replace(',canals', ',water'),
  )
  expect(library.compare(corrected, packId)[0]).toMatchObject({
    state: 'changed',
    changed: ['tags'],
    kept: ['exampleAnswers'],
  })
  await library.bringInAgain(corrected, packId)
  const { question } = readQuestionCard(library.db, first!)
  expect(question).toMatchObject({ exampleAnswers: mine, tags: ['water'] })
})

test('a question that was moved elsewhere is known by the id of its file', async () => {
  const library = new ListLibrary()
  const list = await read('a.csv', CSV)
  const packId = await library.bringIn(list)
  const [first] = library.idsIn(packId)
  const other = createPack(library.db, { title: 'Other' })
  moveQuestions(library.db, {
    questionIds: [first!],
    into: { packId: other },
    beforeQuestionId: null,
  })
  expect(states(library.compare(list, packId))).toEqual(['unchanged', 'unchanged', 'unchanged'])
  // Numbers stand in many files: they mean nothing in another pack.
  const numbered = { questions: [{ row: 1, id: '1', question: 'Why here?' }] }
  await library.bringIn(numbered)
  expect(states(library.compare(numbered, packId))).toEqual(['new'])
})

test.each([
  ['other words under the same numbers', [{ id: '1', question: 'Who pays?' }], false],
  ['one question that everybody asks', [{ question: 'Why us?' }, ...others(5)], false],
  ['most of it, corrected', [{ question: 'Why us?' }, { question: 'Where to?' }], true],
  [
    'all of it, with many more',
    [{ question: 'Why us?' }, { question: 'Where to?' }, { question: 'How so?' }, ...others(50)],
    true,
  ],
])('the pack that a file was brought into before: %s', async (_, questions, isFound) => {
  const library = new ListLibrary()
  const packId = await library.bringIn({
    questions: [
      { id: '1', question: 'Why us?' },
      { id: '2', question: 'Where to?' },
      { id: '3', question: 'How so?' },
    ],
  })
  expect(library.likeliest({ questions })).toBe(isFound ? packId : null)
})

test('what goes out has what the person has put on the question', async () => {
  const library = new ListLibrary()
  const packId = await library.bringIn({
    questions: [{ question: 'Why us?', tags: ['a'], outline: ['their words'] }],
  })
  const [questionId] = library.idsIn(packId)
  changeLayer(library.db, {
    questionId: questionId!,
    layer: {
      outline: ['gates', ' '],
      tags: ['A', 'b'],
      exampleAnswers: [{ label: 'Example answer', text: 'So.' }],
    },
  })
  expect(library.written(packId, 'csv')).toEqual({
    title: 'A list',
    language: null,
    questions: [
      expect.objectContaining({
        id: questionId,
        outline: ['gates'],
        tags: ['a', 'b'],
        exampleAnswers: [{ label: '', text: 'So.' }],
        language: 'en',
      }),
    ],
  })
})

test.each([
  ['json', 'a.soundcheck-pack'],
  ['csv', 'a.csv'],
] as const)(
  '%s that goes out of the library changes nothing when it comes back',
  async (format, name) => {
    await fc.assert(
      fc.asyncProperty(arbitraryList, async (given) => {
        const library = new ListLibrary()
        const packId = await library.bringIn(given)
        const again = await read(name, writeQuestionList(library.written(packId, format), format))
        expect(again.skipped).toEqual([])
        expect(again.questions).toHaveLength(given.questions.length)
        for (const row of library.compare(again, packId)) {
          expect(row).toMatchObject({ state: 'unchanged', changed: [], kept: [] })
        }
      }),
      { numRuns: 40 },
    )
  },
)

function others(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    question: `What about the matter ${String(index)} in the end?`,
  }))
}

test('nobody is asked where to put questions that are gone', async () => {
  const library = new ListLibrary()
  const packId = await library.bringIn(await read('a.csv', CSV))
  const [first, second] = library.idsIn(packId)
  deleteQuestions(library.db, [first!])
  expect(listTitle(library.db, [first!, second!])).toBe('A list')
  expect(() => listTitle(library.db, [first!])).toThrow(/None of these/)
  expect(() => listTitle(library.db, ['never-there'])).toThrow(/None of these/)
})
