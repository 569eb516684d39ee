import { expect, test } from 'vitest'
import {
  QuestionFieldsSchema,
  QuestionLayerSchema,
} from '../../../../shared/questions/questionFields'
import { emptyValues, type FormValues } from '../../../../renderer/questionForm/values/formValues'
import { readClock } from '../../../../renderer/questionForm/values/readClock'
import { readForm } from '../../../../renderer/questionForm/values/readForm'

const form = (change: Partial<FormValues> = {}): FormValues => ({
  ...emptyValues([], null),
  question: 'Why us?',
  ...change,
})

function problemsOf(change: Partial<FormValues>): object {
  const read = readForm(form(change))
  return read.ok ? {} : read.problems
}

test('only the question has to be written', () => {
  expect(readForm(form())).toMatchObject({
    ok: true,
    outline: [],
    fields: {
      question: 'Why us?',
      shortTitle: null,
      exampleAnswers: [],
      tags: [],
      target: { shortestMs: 60_000, longestMs: 120_000 },
    },
  })
  expect(problemsOf({ question: ' \n\u0007' })).toEqual({
    question: 'Write the question; the rest can wait.',
  })
})

test('lists are taken apart, and what is empty is none', () => {
  expect(
    readForm(
      form({
        outline: ' canal lock \n\n two teams',
        followUps: 'And then?\r\nWhy?\r\n',
        tags: 'team, Team,, hard ，野',
        exampleAnswers: ['First.\n\nSecond.', ' ', 'Third.'],
        shortest: '45',
        longest: '1:30',
      }),
      ['Eight years in'],
    ),
  ).toMatchObject({
    outline: ['canal lock', 'two teams'],
    fields: {
      followUps: ['And then?', 'Why?'],
      tags: ['team', 'hard', '野'],
      exampleAnswers: [
        { label: 'Eight years in', text: 'First.\n\nSecond.' },
        { label: 'Example answer', text: 'Third.' },
      ],
      target: { shortestMs: 45_000, longestMs: 90_000 },
    },
  })
})

test('each field says what is wrong with it', () => {
  expect(problemsOf({ packTitle: ' ' })).toHaveProperty('packTitle')
  expect(problemsOf({ packId: 'mine', packTitle: '' })).toEqual({})
  expect(problemsOf({ outline: 'a\n'.repeat(13) })).toHaveProperty('outline')
  expect(problemsOf({ outline: 'a'.repeat(201) })).toHaveProperty('outline')
  expect(problemsOf({ followUps: 'a'.repeat(501) })).toHaveProperty('followUps')
  expect(problemsOf({ tags: 'a'.repeat(61) })).toHaveProperty('tags')
  expect(problemsOf({ pitfalls: 'a\n'.repeat(101) })).toHaveProperty('pitfalls')
  expect(problemsOf({ shortest: 'soon' })).toHaveProperty('shortest')
  expect(problemsOf({ longest: '2:00:00' })).toHaveProperty('longest')
  expect(problemsOf({ shortest: '2:00', longest: '2:00' })).toHaveProperty('longest')
})

test('whatever it takes, main takes too', () => {
  const texts = [
    '',
    'a',
    'a'.repeat(300),
    'x\n'.repeat(60),
    '\u{1f600}'.repeat(40),
    '\ud800',
    ' ,,, ',
    '1:00',
  ]
  let taken = 0
  for (let seed = 0; seed < 4000; seed += 1) {
    const pick = (nth: number) =>
      texts[(seed * 7919 + nth * 104_729 + ((seed * nth) >> 3)) % texts.length]!
    const read = readForm(
      form({
        question: pick(1),
        shortTitle: pick(2).slice(0, 100),
        whyTheyAsk: pick(3),
        outline: pick(4),
        exampleAnswers: [pick(5), pick(6)],
        followUps: pick(7),
        talkingPoints: pick(8),
        tags: pick(9),
        ...(seed % 3 === 0 && { shortest: pick(10) }),
      }),
    )
    if (!read.ok) continue
    taken += 1
    QuestionFieldsSchema.parse({ ...read.fields, outline: [] })
    QuestionLayerSchema.shape.outline.parse(read.outline)
  }
  expect(taken).toBeGreaterThan(100)
})

test('lengths are read as people write them', () => {
  expect(['1:30', '90', ' 90 s', '1:02:05', '0:45', '61:00'].map(readClock)).toEqual([
    90_000, 90_000, 90_000, 3_725_000, 45_000, 3_660_000,
  ])
  expect(['', '1:75', 'a minute', '-5', '1.5', ':30'].map(readClock)).toEqual(Array(6).fill(null))
})
