import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { useUndo } from '../../renderer/ui/Undo'
import { UNDO_MS } from '../../shared/defaults'
import { AppError } from '../../shared/errors'
import { AppFrame } from './appFrame'

afterEach(() => vi.useRealTimers())

function Deleter({ undo }: { undo: (number: number) => Promise<void> }) {
  const offer = useUndo()
  return [1, 2].map((number) => (
    <button
      key={number}
      onClick={() => offer({ done: `Take ${number} deleted`, undo: () => undo(number) })}
    >
      Delete {number}
    </button>
  ))
}

function show(undo: (number: number) => Promise<void>) {
  render(
    <AppFrame>
      <Deleter undo={undo} />
    </AppFrame>,
  )
}

it('takes back what was done last, then what was done before it', async () => {
  const undo = vi.fn(() => Promise.resolve())
  show(undo)
  await userEvent.click(screen.getByText('Delete 1'))
  await userEvent.click(screen.getByText('Delete 2'))
  expect(screen.getByText('Take 2 deleted')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(screen.getByText('Take 1 deleted')).toBeTruthy()
  await userEvent.keyboard('{Control>}Z{/Control}')
  expect(undo.mock.calls).toEqual([[2], [1]])
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

it('offers each for as long as main can bring it back', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  show(() => Promise.resolve())
  await userEvent.click(screen.getByText('Delete 1'))
  await act(() => vi.advanceTimersByTimeAsync(UNDO_MS / 2))
  await userEvent.click(screen.getByText('Delete 2'))
  await act(() => vi.advanceTimersByTimeAsync(UNDO_MS / 2 + 1000))
  expect(screen.getByText('Take 2 deleted')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

it('says what happened when it cannot be brought back', async () => {
  show(() => Promise.reject(new AppError('NOT_FOUND')))
  await userEvent.click(screen.getByText('Delete 1'))
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect((await screen.findByRole('alert')).textContent).toMatch(/not here any more/)
})
