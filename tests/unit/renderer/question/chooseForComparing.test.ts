import { describe, expect, it } from 'vitest'
import {
  comparisonOf,
  EXAMPLE,
  firstChoice,
  withChoice,
} from '../../../../renderer/question/chooseForComparing'
import { heardOn } from '../../../helpers/heardTakes'

const ids = [1, 2, 3].map((day) => heardOn(day).take.id)
const [one, two, three] = ids as [string, string, string]

describe('choosing two to compare', () => {
  it('a third takes the place of the one that was chosen first', () => {
    expect(withChoice([], one)).toEqual([one])
    expect(withChoice([one], two)).toEqual([one, two])
    expect(withChoice([one, two], three)).toEqual([two, three])
    expect(withChoice([one, two], one)).toEqual([two])
  })

  it('is not needed where there are exactly two takes that can be heard', () => {
    expect(firstChoice([heardOn(1), heardOn(2)])).toEqual([one, two])
    expect(firstChoice([heardOn(1)])).toEqual([])
    expect(firstChoice([heardOn(1), heardOn(2), heardOn(3)])).toEqual([])
    expect(firstChoice([heardOn(1), heardOn(2, { state: 'damaged' })])).toEqual([])
  })

  it('leads to the comparison, the older take first and the example last', () => {
    const compare = { screen: 'compare', questionId: 'pack/question-1' }
    expect(comparisonOf('pack/question-1', [])).toBeNull()
    expect(comparisonOf('pack/question-1', [one])).toBeNull()
    expect(comparisonOf('pack/question-1', [two, one])).toEqual({
      ...compare,
      takeA: one,
      takeB: two,
    })
    expect(comparisonOf('pack/question-1', [EXAMPLE, two])).toEqual({
      ...compare,
      takeA: two,
      takeB: 'example',
    })
  })
})
