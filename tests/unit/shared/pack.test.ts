import { expect, test } from 'vitest'
import { z } from 'zod'
import {
  MAX_FIELD_CHARACTERS,
  MAX_FOLLOW_UP_CHARACTERS,
  MAX_OUTLINE_LINE_CHARACTERS,
  MAX_QUESTIONS,
  MAX_SHORT_TITLE_CHARACTERS,
  MAX_TAG_CHARACTERS,
} from '../../../shared/defaults'
import { parsePack } from '../../../shared/pack'

type Json = Record<string, unknown>

const question = (changes: Json = {}): Json => ({
  id: 'first-question',
  question: 'What did you build?',
  whyTheyAsk: 'They want to see what you did.',
  exampleAnswers: [{ label: 'Two years in', text: 'I built a small thing.' }],
  talkingPoints: ['The result'],
  pitfalls: ['No numbers'],
  tags: ['experience', 'behavioural'],
  targetSeconds: [60, 120],
  ...changes,
})

const pack = (changes: Json = {}): Json => ({
  format: 'soundcheck-pack',
  version: 1,
  id: 'my-pack',
  title: 'My pack',
  description: 'Questions of mine.',
  language: 'en',
  questions: [question()],
  ...changes,
})

/** The paths of everything that is wrong, as in `questions.0.id`. */
function complaints(json: unknown): string[] {
  try {
    parsePack(json)
    return []
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    return error.issues.map((issue) => issue.path.join('.'))
  }
}

const long = (length: number) => 'x'.repeat(length)
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => question({ id: `q${String(index)}` }))

test('a pack that fits is read as it is', () => {
  const whole = question({
    shortTitle: 'What you built',
    followUps: ['And what did it cost?'],
    outline: ['canal lock', 'numbers'],
    language: 'pt-BR',
  })
  expect(parsePack(pack({ questions: [whole] }))).toEqual(pack({ questions: [whole] }))
})

test('a question needs no short title, no follow-up, no outline and no language of its own', () => {
  const [read] = parsePack(pack()).questions
  expect(read).toEqual({ ...question(), followUps: [], outline: [] })
})

test('spaces around texts are dropped', () => {
  expect(parsePack(pack({ title: '  My pack\n' })).title).toBe('My pack')
  const [read] = parsePack(pack({ questions: [question({ tags: [' system design '] })] })).questions
  expect(read?.tags).toEqual(['system design'])
})

test.each<[string, Json]>([
  ['every text at its longest', { title: long(MAX_FIELD_CHARACTERS) }],
  ['an id at its longest', { id: long(80) }],
  ['as many questions as allowed', { questions: many(MAX_QUESTIONS) }],
  [
    'no example, no bullets and no tags',
    { questions: [question({ exampleAnswers: [], talkingPoints: [], pitfalls: [], tags: [] })] },
  ],
  [
    'tags of any words, at their longest',
    { questions: [question({ tags: ['キャリア', 'C++', long(MAX_TAG_CHARACTERS)] })] },
  ],
  [
    'a short title, a follow-up and a line of an outline at their longest',
    {
      questions: [
        question({
          shortTitle: long(MAX_SHORT_TITLE_CHARACTERS),
          followUps: [long(MAX_FOLLOW_UP_CHARACTERS)],
          outline: [long(MAX_OUTLINE_LINE_CHARACTERS)],
        }),
      ],
    },
  ],
  ['markup and bidi characters as mere text', { title: '<script>\u202E\u200B</script>' }],
])('accepted: %s', (_, changes) => {
  expect(complaints(pack(changes))).toEqual([])
})

test.each<[string, Json, string]>([
  ['another format', { format: 'other-pack' }, 'format'],
  ['a newer version', { version: 2 }, 'version'],
  ['an id with a slash', { id: 'my/pack' }, 'id'],
  ['an id with a capital', { id: 'My-pack' }, 'id'],
  ['an id that ends with a dash', { id: 'my-' }, 'id'],
  ['an id that climbs folders', { id: '../pack' }, 'id'],
  ['an empty id', { id: '' }, 'id'],
  ['an id that is too long', { id: long(81) }, 'id'],
  ['no title', { title: undefined }, 'title'],
  ['a title of spaces', { title: ' \n ' }, 'title'],
  ['a title that is too long', { title: long(MAX_FIELD_CHARACTERS + 1) }, 'title'],
  ['a description that is a number', { description: 5 }, 'description'],
  ['a language of one letter', { language: 'e' }, 'language'],
  ['a language that is too long', { language: long(36) }, 'language'],
  ['no questions', { questions: [] }, 'questions'],
  ['questions that are no list', { questions: { 0: question() } }, 'questions'],
  ['too many questions', { questions: many(MAX_QUESTIONS + 1) }, 'questions'],
  ['two questions with the same id', { questions: [question(), question()] }, 'questions'],
  ['an unknown key', { author: 'Me' }, ''],
])('refused: %s', (_, changes, path) => {
  expect(complaints(pack(changes))).toEqual([path])
})

test.each<[string, Json, string]>([
  ['an id with a space', { id: 'first question' }, 'id'],
  ['an id that is too long', { id: long(81) }, 'id'],
  ['no text', { question: '' }, 'question'],
  ['a text that is too long', { question: long(MAX_FIELD_CHARACTERS + 1) }, 'question'],
  ['a reason that is null', { whyTheyAsk: null }, 'whyTheyAsk'],
  ['an example without a text', { exampleAnswers: [{ label: 'A' }] }, 'exampleAnswers.0.text'],
  ['an example without a label', { exampleAnswers: [{ text: 'A' }] }, 'exampleAnswers.0.label'],
  [
    'an example with more keys',
    { exampleAnswers: [{ label: 'A', text: 'B', url: 'https://example.com' }] },
    'exampleAnswers.0',
  ],
  ['an example that is a text', { exampleAnswers: ['A'] }, 'exampleAnswers.0'],
  ['an empty talking point', { talkingPoints: ['One', ' '] }, 'talkingPoints.1'],
  ['a pitfall that is a list', { pitfalls: [['One']] }, 'pitfalls.0'],
  ['an empty tag', { tags: ['experience', ' '] }, 'tags.1'],
  ['a tag that is too long', { tags: [long(MAX_TAG_CHARACTERS + 1)] }, 'tags.0'],
  ['a tag that is a number', { tags: [5] }, 'tags.0'],
  ['an empty short title', { shortTitle: ' ' }, 'shortTitle'],
  [
    'a short title that is long',
    { shortTitle: long(MAX_SHORT_TITLE_CHARACTERS + 1) },
    'shortTitle',
  ],
  ['an empty follow-up', { followUps: ['Why?', ''] }, 'followUps.1'],
  ['a follow-up too long', { followUps: [long(MAX_FOLLOW_UP_CHARACTERS + 1)] }, 'followUps.0'],
  ['follow-ups that are a text', { followUps: 'Why?' }, 'followUps'],
  ['an outline line too long', { outline: [long(MAX_OUTLINE_LINE_CHARACTERS + 1)] }, 'outline.0'],
  ['an outline of nothing', { outline: [''] }, 'outline.0'],
  ['a language of one letter', { language: 'e' }, 'language'],
  ['a target of one number', { targetSeconds: [60] }, 'targetSeconds'],
  ['a target of three numbers', { targetSeconds: [60, 90, 120] }, 'targetSeconds'],
  ['a target that runs backwards', { targetSeconds: [120, 60] }, 'targetSeconds'],
  ['a target without a range', { targetSeconds: [60, 60] }, 'targetSeconds'],
  ['a target of nothing', { targetSeconds: [0, 60] }, 'targetSeconds.0'],
  ['a target with a fraction', { targetSeconds: [1.5, 60] }, 'targetSeconds.0'],
  ['a target that is not a number', { targetSeconds: [NaN, 60] }, 'targetSeconds.0'],
  ['a target without end', { targetSeconds: [60, Number('1e999')] }, 'targetSeconds.1'],
  ['a target in words', { targetSeconds: ['60', 120] }, 'targetSeconds.0'],
  ['an unknown key', { answer: 'Yes' }, ''],
])('refused in a question: %s', (_, changes, path) => {
  const where = path === '' ? 'questions.0' : `questions.0.${path}`
  expect(complaints(pack({ questions: [question(changes)] }))).toEqual([where])
})

test.each([null, undefined, 5, 'pack', [], [pack()], {}])('%j is no pack', (json) => {
  expect(complaints(json)).not.toEqual([])
})

test.each(['__proto__', 'constructor', 'prototype'])(
  'the key %s is refused, and does nothing',
  (key) => {
    const hostile = (json: Json) =>
      JSON.parse(JSON.stringify(json).replace('{', `{"${key}":{"polluted":true},`)) as Json
    expect(complaints(hostile(pack()))).toEqual([''])
    expect(complaints(pack({ questions: [hostile(question())] }))).toEqual(['questions.0'])
    expect('polluted' in {}).toBe(false)
  },
)
