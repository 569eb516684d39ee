import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { QuestionHeading } from '../../renderer/session/questions/QuestionHeading'
import { questionOfPack } from '../helpers/session'

describe('the question', () => {
  it('is whole before the first take and while somebody speaks, and shortened where takes need the room', () => {
    const isFolded = (state: { isAlone: boolean; isShort: boolean }) => {
      const { unmount } = render(<QuestionHeading question={questionOfPack(1)} {...state} />)
      const folded = screen.getByRole('heading', { level: 1 }).getAttribute('data-folded')
      unmount()
      return folded
    }
    expect(isFolded({ isAlone: false, isShort: false })).toBe('false')
    expect(isFolded({ isAlone: true, isShort: false })).toBe('false')
    expect(isFolded({ isAlone: false, isShort: true })).toBe('true')
    expect(isFolded({ isAlone: true, isShort: true })).toBe('false')
  })
})
