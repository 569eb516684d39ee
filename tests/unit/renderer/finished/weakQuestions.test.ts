import { expect, it } from 'vitest'
import { weakQuestions } from '../../../../renderer/finished/weakQuestions'
import type { Rating } from '../../../../shared/model'
import { questionOfPack, sessionOf, takeOf } from '../../../helpers/session'

/** A question whose takes were rated so, in their order. */
function rated(position: number, ...ratings: (Rating | null)[]) {
  const id = `pack/question-${position}`
  const takes = ratings.map((rating, index) => takeOf(id, index + 1, { rating }))
  return questionOfPack(position, takes)
}

const found = (...questions: ReturnType<typeof rated>[]) =>
  weakQuestions(sessionOf(questions)).map(({ question, rating }) => [question.position, rating])

it('are those rated Again or Hard, in the order of the session', () => {
  expect(
    found(rated(1, 1), rated(2, 3), rated(3, 2), rated(4, 4), rated(5, null), rated(6)),
  ).toEqual([
    [1, 1],
    [3, 2],
  ])
})

it('are told by the take that was rated last', () => {
  expect(found(rated(1, 1, 3), rated(2, 3, 2), rated(3, 1, null))).toEqual([
    [2, 2],
    [3, 1],
  ])
})

it('are told by answers alone, not by those to a follow-up', () => {
  const followUp = { followUp: 'And then?' }
  const question = questionOfPack(1, [
    takeOf('pack/question-1', 1, { rating: 4 }),
    takeOf('pack/question-1', 2, { rating: 1, ...followUp }),
  ])
  expect(found(question)).toEqual([])
})
