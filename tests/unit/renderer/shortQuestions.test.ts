import { expect, it } from 'vitest'
import { shortQuestions } from '../../../renderer/session/shortQuestions'

it('leaves out what several questions begin with, and keeps two words at least', () => {
  expect(
    shortQuestions([
      'What is your experience with containers?',
      'What is your experience with API development?',
      'What is your take on microservices?',
      'What languages are you experienced with?',
      'What are the most challenging aspects of development?',
    ]),
  ).toEqual([
    '…with containers?',
    '…API development?',
    '…take on microservices?',
    'What languages are you experienced with?',
    'What are the most challenging aspects of development?',
  ])
})

it('does not fail on questions that are the same, or on one alone', () => {
  expect(shortQuestions(['Why us, of all?', 'Why us, of all?'])).toEqual(['…of all?', '…of all?'])
  expect(shortQuestions(['Why?'])).toEqual(['Why?'])
})
