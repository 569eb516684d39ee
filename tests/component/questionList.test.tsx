import { render, screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { QuestionList } from '../../renderer/session/questions/QuestionList'
import { questionOfPack } from '../helpers/session'

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn()
})

it('names the questions of a session as they are seen, then in full', () => {
  const titled = { ...questionOfPack(1), shortTitle: 'The canal lock' }
  render(
    <QuestionList
      questions={[titled, questionOfPack(2)]}
      currentId={titled.id}
      onChoose={() => {}}
    />,
  )
  const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))
  expect(names).toEqual([
    '1. The canal lock: Question number 1? not answered yet',
    '2. Question number 2? not answered yet',
  ])
})
