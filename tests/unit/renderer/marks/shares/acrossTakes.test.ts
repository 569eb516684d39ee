import { describe, expect, it } from 'vitest'
import { countMarks } from '../../../../../renderer/marks/shares/countMarks'
import type { Mark } from '../../../../../shared/marks'
import type { ReviewedTake } from '../../../../../shared/questionHistory'
import { takeOf } from '../../../../helpers/session'

const UNANSWERED = { answered: null, concrete: null, followable: null, natural: null }

function reviewed(number: number, kinds: readonly Mark['kind'][]): ReviewedTake {
  const take = takeOf('pack/question-1', number)
  const marks = kinds.map((kind, index) => ({
    id: take.id,
    takeId: take.id,
    kind,
    atMs: index * 1000,
    note: '',
  }))
  return { take, measures: null, marks, rubric: UNANSWERED }
}

describe('marks across takes', () => {
  it('are counted for each kind and take, in the order in which the kinds are offered', () => {
    const takes = [
      reviewed(1, ['filler', 'filler', 'strong']),
      reviewed(2, []),
      reviewed(3, ['filler']),
    ]
    expect(countMarks(takes)).toEqual([
      { kind: 'strong', counts: [1, 0, 0] },
      { kind: 'filler', counts: [2, 0, 1] },
    ])
  })

  it('are no line where there are none', () => {
    expect(countMarks([reviewed(1, [])])).toEqual([])
    expect(countMarks([])).toEqual([])
  })
})
