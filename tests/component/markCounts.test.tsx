import { render, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { MarkCounts } from '../../renderer/marks/shares/MarkCounts'
import type { Mark } from '../../shared/marks'
import type { ReviewedTake } from '../../shared/questionHistory'
import { markId } from './fakeMarks'
import { sampleTake } from './samples'

function reviewed(number: number, ...kinds: Mark['kind'][]): ReviewedTake {
  const take = sampleTake(number)
  const marks = kinds.map((kind, index) => ({
    id: markId(index),
    takeId: take.id,
    kind,
    atMs: index,
    note: '',
  }))
  const rubric = { answered: null, concrete: null, followable: null, natural: null }
  return { take, measures: null, marks, rubric }
}

describe('marks per take', () => {
  it('has a line for each kind with a figure for each take', () => {
    render(<MarkCounts takes={[reviewed(1, 'filler', 'filler'), reviewed(2, 'strong')]} />)
    const rows = within(screen.getByRole('region', { name: 'Marks per take' })).getAllByRole('row')
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      'Marks, oldest take firstTake 1Take 2',
      'Strong01',
      'Filler20',
    ])
  })

  it('is not there without marks', () => {
    render(<MarkCounts takes={[reviewed(1)]} />)
    expect(screen.queryByRole('region')).toBeNull()
  })
})
