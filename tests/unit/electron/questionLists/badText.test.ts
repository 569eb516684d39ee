import { expect, test } from 'vitest'
import { MAX_FIELD_CHARACTERS, MAX_QUESTIONS } from '../../../../shared/defaults'
import { read, refusal } from './reading'

const MB = 1024 * 1024
const long = 'x'.repeat(MAX_FIELD_CHARACTERS + 1)
const utf16 = (text: string, order: 'le' | 'be'): Uint8Array => {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le')
  return order === 'le' ? bytes : bytes.swap16()
}
const lines = (count: number): string =>
  Array.from({ length: count }, (_, index) => `Question number ${String(index)}?`).join('\n')

/** What the table of bad input says of every file that is text, and of tables. */
const REFUSED: [what: string, name: string, content: string | Uint8Array, expected: object][] = [
  ['nothing', 'a.csv', '', { code: 'EMPTY', row: null }],
  ['nothing, as a deck', 'a.apkg', '', { code: 'EMPTY' }],
  ['only a BOM', 'a.json', '\ufeff', { code: 'EMPTY' }],
  ['only spaces', 'a.md', ' \n\t\r\n ', { code: 'EMPTY' }],
  ['UTF-16, little end first', 'a.csv', utf16('question\nWhy?', 'le'), { code: 'ENCODING' }],
  ['UTF-16, big end first', 'a.txt', utf16('question\nWhy?', 'be'), { code: 'ENCODING' }],
  [
    'UTF-16 without its mark',
    'a.txt',
    Buffer.from('Why?\nHow?', 'utf16le'),
    { code: 'ENCODING', row: 1 },
  ],
  [
    'broken UTF-8',
    'a.csv',
    Buffer.from([...Buffer.from('question\nWhy?\n'), 0xc3, 0x28, 0x0a]),
    { code: 'ENCODING', row: 3 },
  ],
  ['Latin-1', 'a.md', Buffer.from('- Erzählen Sie', 'latin1'), { code: 'ENCODING', row: 1 }],
  ['a NUL byte', 'a.txt', 'Why?\nHo\0w?', { code: 'ENCODING', row: 2 }],
  ['a PDF', 'a.txt', '%PDF-1.7\n', { code: 'ENCODING' }],
  [
    'more tags than a question can have',
    'a.csv',
    `question,tags\nWhy?,a\nHow?,"${Array.from({ length: 101 }, (_, at) => `t${String(at)}`).join(',')}"\n`,
    { code: 'SCHEMA', row: 3, path: 'tags' },
  ],
  ['over 10 MB', 'a.csv', `question\n${'x'.repeat(10 * MB)}`, { code: 'TOO_LARGE' }],
  [
    'too many lines',
    'a.txt',
    lines(MAX_QUESTIONS + 1),
    { code: 'TOO_MANY', row: MAX_QUESTIONS + 1 },
  ],
  [
    'too many rows',
    'a.csv',
    `question\n${lines(MAX_QUESTIONS + 1)}`,
    { code: 'TOO_MANY', row: MAX_QUESTIONS + 2 },
  ],
  ['a long line', 'a.txt', `Why?\n${long}`, { code: 'FIELD_TOO_LONG', row: 2, path: 'question' }],
  [
    'a long cell',
    'a.csv',
    `Front,Back\na,b\nc,${long}`,
    { code: 'FIELD_TOO_LONG', row: 3, path: 'Back' },
  ],
  [
    'a long tag in a column',
    'a.csv',
    `question,Tags\na,${'t'.repeat(61)}`,
    { code: 'FIELD_TOO_LONG', row: 2, path: 'Tags' },
  ],
  ['an open quote', 'a.csv', 'question,answer\na,b\nc,"d\ne,f\n', { code: 'CSV_SYNTAX', row: 3 }],
  ['an open quote in the header', 'a.csv', 'question,"answer\na,b', { code: 'CSV_SYNTAX', row: 1 }],
  ['a row too wide', 'a.csv', 'question,answer\na,"b\nb"\nc,d,e', { code: 'CSV_SYNTAX', row: 4 }],
  ['a row too narrow', 'a.tsv', 'question\tanswer\na\tb\nc', { code: 'CSV_SYNTAX', row: 3 }],
  [
    'twin headers',
    'a.csv',
    'question,answer,Question\na,b,c',
    { code: 'CSV_SYNTAX', row: 1, path: 'Question' },
  ],
  [
    '__proto__ as a column',
    'a.csv',
    'question,__proto__\na,b',
    { code: 'FORBIDDEN_KEY', path: '__proto__' },
  ],
  ['constructor as a column', 'a.csv', 'constructor;question\na;b', { code: 'FORBIDDEN_KEY' }],
  ['prototype as a column', 'a.tsv', 'question\tPrototype\na\tb', { code: 'FORBIDDEN_KEY' }],
  [
    '__proto__ as a column for Anki',
    'a.txt',
    '#separator:tab\n#columns:Front\t__proto__\na\tb',
    { code: 'FORBIDDEN_KEY' },
  ],
  [
    'no column with questions',
    'a.csv',
    'name,age\na,b',
    { code: 'SCHEMA', row: 1, path: 'question' },
  ],
  [
    'a row without its question',
    'a.csv',
    'question,answer\na,b\n,c',
    { code: 'SCHEMA', row: 3, path: 'question' },
  ],
  ['a web page', 'a.html', '\n<!DOCTYPE html>\n<html><body>Why?</body></html>', { code: 'SCHEMA' }],
  ['a web page as text', 'a.txt', '<html lang="en">\n<p>Why?</p>\n</html>', { code: 'SCHEMA' }],
  ['XML', 'a.txt', '<?xml version="1.0"?>\n<cards><card>Why?</card></cards>', { code: 'SCHEMA' }],
  ['only names of columns', 'a.csv', 'question,answer\n', { code: 'SCHEMA' }],
  ['only empty rows', 'a.csv', 'question,answer\n,\n\n,\n', { code: 'SCHEMA' }],
  ['only a heading', 'a.md', '# Questions\n', { code: 'SCHEMA' }],
  [
    'the same id twice',
    'a.csv',
    'id,question\n7,a\n8,b\n7,c',
    { code: 'DUPLICATE_ID', row: 4, path: 'id' },
  ],
  [
    'the same id twice for Anki',
    'a.txt',
    '#separator:tab\n#guid column:1\nx\ta\tb\nx\tc\td',
    { code: 'DUPLICATE_ID', row: 4 },
  ],
  [
    'NaN in a column of numbers',
    'a.csv',
    'question,target seconds\na,NaN',
    { code: 'SCHEMA', row: 2 },
  ],
  [
    '1e999 in a column of numbers',
    'a.csv',
    'question,target seconds\na,60-1e999',
    { code: 'SCHEMA', row: 2 },
  ],
  [
    'an open quote for Anki',
    'a.txt',
    '#separator:tab\na\tb\nc\t"d\n',
    { code: 'CSV_SYNTAX', row: 3 },
  ],
  [
    'a ragged row for Anki',
    'a.txt',
    '#separator:tab\na\tb\nc\td\te',
    { code: 'CSV_SYNTAX', row: 3 },
  ],
]

test.each(REFUSED)('refused: %s', async (_, name, content, expected) => {
  const before = Object.getOwnPropertyNames(Object.prototype)
  const problem = await refusal(name, content)
  expect(problem).toMatchObject(expected)
  expect(problem.message).toContain('Nothing was imported.')
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
})

test('as many questions, and texts as long, as there may be', async () => {
  const { questions } = await read('a.csv', `question\n${lines(MAX_QUESTIONS)}`)
  expect(questions).toHaveLength(MAX_QUESTIONS)
  const list = await read('a.txt', long.slice(1))
  expect(list.questions[0]?.question).toHaveLength(MAX_FIELD_CHARACTERS)
})

test('a BOM in front of UTF-8 is no part of the text', async () => {
  const { questions } = await read('a.csv', '\ufeffquestion,answer\nWhy?,Because')
  expect(questions[0]).toMatchObject({ question: 'Why?', exampleAnswers: [{ text: 'Because' }] })
})

test('empty rows and twins are left out by name, and nothing else', async () => {
  const csv = 'question,answer\nWhy us?,a\n\nHow?,\n,\nWHY US,b\n  why   us !!,c\n'
  const { questions, skipped } = await read('a.csv', csv)
  expect(questions.map(({ question }) => question)).toEqual(['Why us?', 'How?'])
  expect(skipped).toEqual([
    { row: 3, reason: 'empty' },
    { row: 5, reason: 'empty' },
    { row: 6, reason: 'twin' },
    { row: 7, reason: 'twin' },
  ])
})

test('markup, handlers and odd characters are text like any other', async () => {
  const text = '<script>alert(1)</script> <img src=x onerror=alert(2)> \u202eabc\u200b?'
  for (const name of ['a.txt', 'a.csv']) {
    const { questions } = await read(name, `${name === 'a.csv' ? 'question\n' : ''}${text}`)
    expect(questions[0]?.question).toBe(text)
  }
})
