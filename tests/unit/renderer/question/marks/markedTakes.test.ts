import { describe, expect, it } from 'vitest'
import { markedTakes } from '../../../../../renderer/question/marks/markedTakes'
import type { Mark } from '../../../../../shared/marks'
import { heardOn } from '../../../../helpers/heardTakes'

function marked(day: number, ...kinds: Mark['kind'][]) {
  const { take } = heardOn(day)
  const marks = kinds.map((kind, index) => ({
    id: take.id,
    takeId: take.id,
    kind,
    atMs: index * 1000,
    note: '',
  }))
  return heardOn(day, {}, { marks })
}

describe('marks by take', () => {
  it('are counted for each take, the newest first, in the order in which the kinds are offered', () => {
    const takes = [marked(1, 'filler', 'filler', 'strong'), marked(2), marked(3, 'filler')]
    expect(markedTakes(takes)).toEqual({
      kinds: ['strong', 'filler'],
      marked: [
        { heard: takes[2], counts: [0, 1] },
        { heard: takes[0], counts: [1, 2] },
      ],
    })
  })

  it('are nothing where there are none', () => {
    expect(markedTakes([marked(1)])).toEqual({ kinds: [], marked: [] })
    expect(markedTakes([])).toEqual({ kinds: [], marked: [] })
  })
})
