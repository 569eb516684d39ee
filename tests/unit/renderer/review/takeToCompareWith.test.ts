import { expect, it } from 'vitest'
import { takeToCompareWith } from '../../../../renderer/review/takeToCompareWith'
import type { EndedTake } from '../../../../shared/endedTake'
import { takeOf } from '../../../helpers/session'

const take = (number: number, change: Partial<EndedTake> = {}) =>
  takeOf('pack/question-1', number, change) as EndedTake
const [one, two, three] = [take(1), take(2), take(3)]

it('is the best one', () => {
  const best = take(3, { isBest: true })
  expect(takeToCompareWith([one, two, best], two)).toEqual(best)
})

it('is the one before where the shown one is the best, or none is', () => {
  expect(takeToCompareWith([one, two, three], three)).toEqual(two)
  const best = take(2, { isBest: true })
  expect(takeToCompareWith([one, best, three], best)).toEqual(one)
})

it('is the next where there is none before', () => {
  expect(takeToCompareWith([one, two, three], one)).toEqual(two)
})

it('is never one that cannot be heard', () => {
  const damaged = take(2, { state: 'damaged', isBest: true })
  expect(takeToCompareWith([one, damaged, three], three)).toEqual(one)
  expect(takeToCompareWith([one, damaged], damaged)).toBeUndefined()
  expect(takeToCompareWith([one], one)).toBeUndefined()
})

it('is never a take of a follow-up, and none for one', () => {
  const followUp = take(2, { followUp: 'And then?' })
  expect(takeToCompareWith([one, followUp, three], three)).toEqual(one)
  expect(takeToCompareWith([one, followUp], followUp)).toBeUndefined()
})
