import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MAX_FIELD_CHARACTERS, MAX_QUESTIONS } from '../../../../shared/defaults'
import { packJsonSchema } from '../../../../shared/questionLists/packFile'
import { read, refusal } from './reading'

const pack = (questions: unknown, rest: object = {}): string =>
  JSON.stringify({ format: 'soundcheck-pack', version: 1, title: 'Mine', questions, ...rest })
const withNumber = (number: string): string =>
  pack([{ question: 'Why?', targetSeconds: [60, 1] }]).replace('[60,1]', `[60,${number}]`)
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth)
const long = 'x'.repeat(MAX_FIELD_CHARACTERS + 1)
const many = Array.from({ length: MAX_QUESTIONS + 1 }, (_, index) => ({ question: String(index) }))

const REFUSED: [what: string, json: string, expected: object][] = [
  ['cut off', pack([{ question: 'Why?' }]).slice(0, -9), { code: 'JSON_SYNTAX', row: 1 }],
  ['a comma too many', '{\n"format": "soundcheck-pack",\n}', { code: 'JSON_SYNTAX', row: 3 }],
  ['no JSON at all', 'question,answer\n1,2\n3,4', { code: 'JSON_SYNTAX', row: 1 }],
  [
    'a sign that cannot be there',
    `{\n"a": [\n"${'x'.repeat(100)}",\n;"b"]\n}\n`,
    { code: 'JSON_SYNTAX', row: 4 },
  ],
  ['an open text', '{"format": "sound', { code: 'JSON_SYNTAX' }],
  [
    'nested 33 deep',
    pack([{ question: 'a', tags: nested(33) }]).replace(/"(\[+\]+)"/, '$1'),
    { code: 'TOO_DEEP' },
  ],
  ['nested 100,000 deep', nested(100_000), { code: 'TOO_DEEP' }],
  ['an array as root', '[{"question": "Why?"}]', { code: 'SCHEMA', path: null }],
  ['a text as root', '"Why?"', { code: 'SCHEMA' }],
  ['null as root', 'null', { code: 'SCHEMA' }],
  ['another format', '{"questions": [{"question": "Why?"}]}', { code: 'SCHEMA', path: 'format' }],
  [
    'a later version',
    pack([{ question: 'a' }], { version: 2 }),
    { code: 'VERSION_UNSUPPORTED', path: 'version' },
  ],
  [
    'no version',
    pack([{ question: 'a' }], { version: undefined }),
    { code: 'SCHEMA', path: 'version' },
  ],
  [
    'a version that is a text',
    pack([{ question: 'a' }], { version: '1' }),
    { code: 'SCHEMA', path: 'version' },
  ],
  ['no list of questions', pack('Why?'), { code: 'SCHEMA', path: 'questions' }],
  ['no questions', pack([]), { code: 'SCHEMA', path: 'questions' }],
  [
    'a question that is a number',
    pack([{ question: 'a' }, { question: 7 }]),
    { code: 'SCHEMA', row: 2, path: 'questions[1].question' },
  ],
  [
    'a question without its words',
    pack([{ tags: ['a'] }]),
    { code: 'SCHEMA', row: 1, path: 'questions[0].question' },
  ],
  ['a question of spaces', pack([{ question: ' \n' }]), { code: 'SCHEMA', row: 1 }],
  [
    'a field that nobody knows',
    pack([{ question: 'a', folowUps: [] }]),
    { code: 'SCHEMA', row: 1 },
  ],
  ['NaN', withNumber('NaN'), { code: 'SCHEMA', row: 1, path: 'questions[0].targetSeconds[1]' }],
  ['Infinity', withNumber('-Infinity'), { code: 'SCHEMA', row: 1 }],
  ['1e999', withNumber('1e999'), { code: 'SCHEMA', row: 1, path: 'questions[0].targetSeconds[1]' }],
  [
    'a long text',
    pack([{ question: 'a' }, { question: 'b', whyTheyAsk: long }]),
    { code: 'FIELD_TOO_LONG', row: 2, path: 'questions[1].whyTheyAsk' },
  ],
  [
    'a long example',
    pack([{ question: 'a', exampleAnswers: [{ text: long }] }]),
    { code: 'FIELD_TOO_LONG', row: 1, path: 'questions[0].exampleAnswers[0].text' },
  ],
  ['too many questions', pack(many), { code: 'TOO_MANY' }],
  [
    'the same id twice',
    pack([
      { id: 'a', question: 'a' },
      { id: 'a', question: 'b' },
    ]),
    { code: 'DUPLICATE_ID', row: 2, path: 'questions[1].id' },
  ],
  [
    '__proto__',
    pack([{ question: 'a' }]).replace('{"question"', '{"__proto__":{"polluted":1},"question"'),
    { code: 'FORBIDDEN_KEY', row: 1, path: 'questions[0].__proto__' },
  ],
  [
    '__proto__ in disguise',
    pack([{ question: 'a' }]).replace('"version"', '"\\u005f_proto__":{},"version"'),
    { code: 'FORBIDDEN_KEY', row: null, path: '__proto__' },
  ],
  [
    'constructor',
    pack([{ question: 'a', constructor: { prototype: {} } }]),
    { code: 'FORBIDDEN_KEY', row: 1 },
  ],
  [
    'prototype',
    pack([{ question: 'a', tags: [{ prototype: 1 }] }]),
    { code: 'FORBIDDEN_KEY', path: 'questions[0].tags[0].prototype' },
  ],
]

test.each(REFUSED)('refused: %s', async (_, json, expected) => {
  const before = Object.getOwnPropertyNames(Object.prototype)
  expect(await refusal('a.json', json)).toMatchObject(expected)
  expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before)
  expect(({} as { polluted?: number }).polluted).toBeUndefined()
})

test.each([
  '[{"question": "Why?", "answer": "So."}]',
  '{"questions": [{"front": "Why?", "back": "So."}]}',
])('JSON of others is told what is wanted, and what is wanted is read: %s', async (json) => {
  const { message } = await refusal('a.json', json)
  expect(message).toContain('CSV with the columns "question", "answer" and "tags"')
  const wanted = /Put (?<pack>\{.*\}) around the questions; each is (?<question>\{.*\})\. Or/u.exec(
    message,
  )
  const { pack: frame = '', question = '' } = wanted?.groups ?? {}
  const { questions } = await read(
    'b.json',
    frame.replace('...', () => question),
  )
  expect(questions).toMatchObject([{ question: '...', tags: ['...'] }])
})

test('only the words of a question are required', async () => {
  const { questions, title, format } = await read(
    'a.soundcheck-pack',
    pack([{ question: ' Why?\r\n' }]),
  )
  expect({ format, title }).toEqual({ format: 'json', title: 'Mine' })
  expect(questions).toEqual([
    {
      row: 1,
      question: 'Why?',
      whyTheyAsk: '',
      exampleAnswers: [],
      talkingPoints: [],
      pitfalls: [],
      followUps: [],
      outline: [],
      tags: [],
    },
  ])
})

test('the pack that comes with Soundcheck is one of these', async () => {
  const { questions, language } = await read(
    'a.json',
    readFileSync('resources/packs/backend-developer.json'),
  )
  expect(questions).toHaveLength(19)
  expect(language).toBe('en')
  expect(questions[0]).toMatchObject({ id: 'development-experience', targetSeconds: [60, 120] })
})

test('brackets and NaN inside of texts are texts', async () => {
  const question = `NaN ${'['.repeat(40)} \\" }`
  const { questions } = await read('a.txt', pack([{ question }]))
  expect(questions[0]?.question).toBe(question)
})

test('the schema for others is made from the one in the code', () => {
  const written = readFileSync('resources/packs/pack.schema.json', 'utf8')
  expect(JSON.parse(written)).toEqual(packJsonSchema())
})
