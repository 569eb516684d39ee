import { act, fireEvent, render, screen } from '@testing-library/react'
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

it('takes back one thing when it is clicked twice', async () => {
  const undo = vi.fn(() => Promise.resolve())
  show(undo)
  await userEvent.click(screen.getByText('Delete 1'))
  await userEvent.click(screen.getByText('Delete 2'))
  await userEvent.dblClick(screen.getByRole('button', { name: 'Undo' }))
  expect(undo.mock.calls).toEqual([[2]])
  expect(screen.getByText('Take 1 deleted')).toBeTruthy()
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

it('takes back what is newest: words that were typed, or what was deleted after them', async () => {
  const undo = vi.fn(() => Promise.resolve())
  render(
    <AppFrame>
      <Deleter undo={undo} />
      <textarea aria-label="Notes" />
    </AppFrame>,
  )
  const notes = screen.getByRole<HTMLTextAreaElement>('textbox')
  /** Whether the key was left to the field. */
  const undoes = () => fireEvent.keyDown(notes, { key: 'z', code: 'KeyZ', ctrlKey: true })
  await userEvent.type(notes, 'before')
  expect(undoes()).toBe(true)
  await userEvent.click(screen.getByText('Delete 1'))
  notes.focus()
  // The delete is newer than the words.
  expect(undoes()).toBe(false)
  expect(undo).toHaveBeenCalledWith(1)

  await userEvent.click(screen.getByText('Delete 2'))
  await userEvent.type(notes, '!')
  expect(undoes()).toBe(true)
  expect(undo).toHaveBeenCalledOnce()
  // The field has taken its word back.
  await userEvent.type(notes, '{Backspace}')
  expect(undoes()).toBe(false)
  expect(undo).toHaveBeenLastCalledWith(2)
  expect(notes.value).toBe('before')
})
