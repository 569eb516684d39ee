import { expect, test } from 'vitest'
import { brief, read } from './reading'

const two = [
  {
    row: 2,
    question: 'What is a lock?',
    tags: ['canals', 'gates'],
    answers: ['It lifts, slowly, boats.'],
    followUps: ['And a weir?', 'Who built it?'],
  },
  { row: 3, question: 'Why us?' },
]
const cells = { answer: 'It lifts, slowly, boats.', followUps: 'And a weir?|Who built it?' }

test.each([
  [
    'commas',
    'a.csv',
    'csv',
    `question,answer,tags,follow-ups\nWhat is a lock?,"${cells.answer}","canals, gates",${cells.followUps}\nWhy us?,,,\n`,
  ],
  [
    'semicolons, other names, another order',
    'a.csv',
    'csv',
    `Tags;Follow-up questions;BACK;Front\r\ncanals,gates;"And a weir?\nWho built it?";${cells.answer};What is a lock?\r\n;;;Why us?`.replace(
      '\nWho',
      '|Who',
    ),
  ],
  [
    'tabs',
    'a.tsv',
    'tsv',
    `Prompt\tfollowUps\texampleAnswers\tcategory\nWhat is a lock?\t${cells.followUps}\t${cells.answer}\tcanals;gates\nWhy us?\t\t\t`,
  ],
  [
    'tabs in a file that is called .csv',
    'a.csv',
    'tsv',
    `QUESTION\tFollow_Ups\tExample answer\ttopics\nWhat is a lock?\t${cells.followUps}\t${cells.answer}\tcanals|gates\nWhy us?\t\t\t`,
  ],
  [
    'a table in a file without an ending',
    'questions',
    'csv',
    `"question" , "answer" , "tag" , "followup"\n"What is a lock?" , "${cells.answer}" , "canals;gates" , "${cells.followUps}"\nWhy us?,,,`,
  ],
  [
    'lists of a program in cells',
    'a.csv',
    'csv',
    `question,answers,tags,follow ups\nWhat is a lock?,"${cells.answer}","[""canals"",""gates""]","[""And a weir?"",""Who built it?""]"\nWhy us?,,,`,
  ],
  [
    'old line ends',
    'a.csv',
    'csv',
    `question,answer,tags,follow-ups\rWhat is a lock?,"${cells.answer}","canals, gates",${cells.followUps}\rWhy us?,,,`,
  ],
])('a table with %s', async (_, name, format, content) => {
  const list = await read(name, content)
  expect(list.format).toBe(format)
  expect(brief(list)).toEqual(two)
})

test("Excel's line about the separator, quotes, lines in cells, numbers with commas", async () => {
  const csv =
    'sep=;\nid;Question;Answer;Price\n7;"Say ""hi""; then\ngo on";a;1,5\n\n8;"How?";"b\nb";2,5'
  const list = await read('a.csv', csv)
  expect(brief(list)).toEqual([
    { row: 3, id: '7', question: 'Say "hi"; then\ngo on', answers: ['a'] },
    { row: 6, id: '8', question: 'How?', answers: ['b\nb'] },
  ])
  expect(list.skipped).toEqual([{ row: 5, reason: 'empty' }])
  expect(list.columnsLeftOut).toEqual(['Price'])
})

test('several answers, a length, a language and numbers in front of questions', async () => {
  const csv =
    'No,question,Example answer,Example answer 2,Target seconds,language\n1,1. Why?,a,b,60-120,pt-BR\n2,2) How?,,c,,Java'
  const { questions } = await read('a.csv', csv)
  expect(questions).toMatchObject([
    {
      question: 'Why?',
      exampleAnswers: [{ text: 'a' }, { text: 'b' }],
      targetSeconds: [60, 120],
      language: 'pt-BR',
    },
    { question: 'How?', exampleAnswers: [{ text: 'c' }], tags: ['Java'] },
  ])
})

test('tables without names, when the first row asks', async () => {
  expect(brief(await read('a.csv', 'What is a lock?,A lift\nWhy us?,"Because, well"'))).toEqual([
    { row: 1, question: 'What is a lock?', answers: ['A lift'] },
    { row: 2, question: 'Why us?', answers: ['Because, well'] },
  ])
  const quoted = '"Why a lock, then?",To lift; slowly\nWho digs?,"People, mostly"'
  expect(brief(await read('a.csv', quoted))).toEqual([
    { row: 1, question: 'Why a lock, then?', answers: ['To lift; slowly'] },
    { row: 2, question: 'Who digs?', answers: ['People, mostly'] },
  ])
  const semicolons = 'Why a lock?;To lift, lower, and wait\nWho digs?;People'
  expect(brief(await read('a.csv', semicolons))).toEqual([
    { row: 1, question: 'Why a lock?', answers: ['To lift, lower, and wait'] },
    { row: 2, question: 'Who digs?', answers: ['People'] },
  ])
  const tsv = await read(
    'a.tsv',
    'the opposite of a lock\ta weir\tcanals\nwhat it holds\twater\tcanals easy',
  )
  expect(tsv.format).toBe('tsv')
  expect(brief(tsv)[1]).toEqual({
    row: 2,
    question: 'what it holds',
    answers: ['water'],
    tags: ['canals', 'easy'],
  })
})

test('lines with a question, a semicolon and its answer', async () => {
  const list = await read('a.txt', 'Why a lock?;To lift; to wait\n\nWho digs? ; People\n')
  expect(list.format).toBe('csv')
  expect(brief(list)).toEqual([
    { row: 1, question: 'Why a lock?', answers: ['To lift; to wait'] },
    { row: 3, question: 'Who digs?', answers: ['People'] },
  ])
  const plain = await read('a.txt', 'Why a lock?; or a weir?\nWho digs\n')
  expect(brief(plain).map(({ question }) => question)).toEqual([
    'Why a lock?; or a weir?',
    'Who digs',
  ])
})

test("Anki's text export", async () => {
  const text = [
    '#separator:tab',
    '#html:true',
    '#guid column:1',
    '#notetype column:2',
    '#deck column:3',
    '#tags column:6',
    'k%Q{\tBasic\tCanals\tWhat is a <b>lock</b>?\t"A &quot;lift&quot;<br>for ""boats"" [sound:a.mp3]"\tcanals gates::big',
    '# a remark',
    'b2\tBasic\tCanals\t"Two\nlines?"\t\t',
    'c3\tBasic\tCanals\t<img src="a.jpg">\tA weir\t',
  ].join('\n')
  const list = await read('a.txt', text)
  expect(list.format).toBe('anki-text')
  expect(brief(list)).toEqual([
    {
      row: 7,
      id: 'k%Q{',
      question: 'What is a lock?',
      answers: ['A "lift"\nfor "boats"'],
      tags: ['canals', 'gates::big'],
    },
    { row: 9, id: 'b2', question: 'Two\nlines?' },
  ])
  expect({ skipped: list.skipped, media: list.mediaLeftOut }).toEqual({
    skipped: [{ row: 11, reason: 'media' }],
    media: 2,
  })
})

test("Anki's text with names of its own, other signs between, no HTML", async () => {
  const text =
    '#separator:Semicolon\n#html:false\n#tags:all\n#columns:Back;Tags;Front\n#tags column:2\n1 < 2 <b>;x;Is it less?'
  expect(brief(await read('a.txt', text))).toEqual([
    { row: 6, question: 'Is it less?', answers: ['1 < 2 <b>'], tags: ['all', 'x'] },
  ])
  expect(brief(await read('old.txt', 'front\tback<br>more\nother\tside'))).toEqual([
    { row: 1, question: 'front', answers: ['back\nmore'] },
    { row: 2, question: 'other', answers: ['side'] },
  ])
})

test('plain text, in any ending that says nothing', async () => {
  const list = await read('notes.txt', 'Q: Why?\nA: So.\n\nQ: How?\nA: Thus.\nQ: WHY')
  expect(list.format).toBe('text')
  expect(brief(list)).toEqual([
    { row: 1, question: 'Why?', answers: ['So.'] },
    { row: 4, question: 'How?', answers: ['Thus.'] },
  ])
  expect(list.skipped).toEqual([{ row: 6, reason: 'twin' }])
  expect(brief(await read('list.rtfd', '- a\n- b'))).toHaveLength(2)
})
