import { expect, it } from 'vitest'
import { matchesByQuestion } from '../../../../../renderer/history/search/matchesByQuestion'

it('says a question once, with everything that was found below it', () => {
  const one = {
    questionId: 'pack/one',
    question: 'One?',
    shortTitle: 'The first',
    language: 'en',
  }
  const two = { questionId: 'pack/two', question: 'Zwei?', shortTitle: null, language: 'de' }
  const found = matchesByQuestion([
    { ...one, foundIn: 'question', excerpt: 'One?' },
    { ...one, foundIn: 'notes', excerpt: 'one more' },
    { ...two, foundIn: 'example', excerpt: 'as one says' },
  ])
  expect(found).toEqual([
    { ...one, isFound: true, texts: [{ ...one, foundIn: 'notes', excerpt: 'one more' }] },
    { ...two, isFound: false, texts: [{ ...two, foundIn: 'example', excerpt: 'as one says' }] },
  ])
})
