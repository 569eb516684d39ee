import { expect, it } from 'vitest'
import { shortQuestions } from '../../../../../renderer/session/questions/shortQuestions'

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
    { text: 'with containers?', isShortened: true },
    { text: 'API development?', isShortened: true },
    { text: 'take on microservices?', isShortened: true },
    { text: 'What languages are you experienced with?', isShortened: false },
    { text: 'What are the most challenging aspects of development?', isShortened: false },
  ])
})

it('does not fail on questions that are the same, or on one alone', () => {
  const same = { text: 'of all?', isShortened: true }
  expect(shortQuestions(['Why us, of all?', 'Why us, of all?'])).toEqual([same, same])
  expect(shortQuestions(['Why?'])).toEqual([{ text: 'Why?', isShortened: false }])
})
