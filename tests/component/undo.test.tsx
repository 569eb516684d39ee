import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { Layout } from '../../renderer/app/Layout'
import { useUndo } from '../../renderer/ui/Undo'
import { AT_TOP, DeletedHere, useDeletedPlace } from '../../renderer/ui/undo/DeletedHere'
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

/** Letters in a list, each of which can be deleted, and comes back a moment after that was asked. */
function Letters({ undo }: { undo: (letter: string) => void }) {
  const offer = useUndo()
  const [letters, setLetters] = useState(['a', 'b', 'c'])
  const deletedBelow = useDeletedPlace('letters', letters)
  const remove = (letter: string) => {
    setLetters((before) => before.filter((other) => other !== letter))
    offer({
      done: `${letter} deleted`,
      undo: async () => {
        undo(letter)
        setTimeout(() => setLetters((before) => [...before, letter].toSorted()))
      },
      place: { list: 'letters', rank: letter },
    })
  }
  return (
    <ul aria-label="Letters">
      {letters.map((letter, index) => (
        <li key={letter}>
          {index === 0 && deletedBelow === AT_TOP && <DeletedHere />}
          <button onClick={() => remove(letter)}>Delete {letter}</button>
          {deletedBelow === letter && <DeletedHere />}
        </li>
      ))}
    </ul>
  )
}

it('stands where the thing was, and once it is out of sight in the column of links', async () => {
  const undo = vi.fn()
  const screenWith = (isThere: boolean) => (
    <AppFrame>
      <Layout current="Practice">{isThere && <Letters undo={undo} />}</Layout>
    </AppFrame>
  )
  const { rerender } = render(screenWith(true))
  /** There is one button, and this is what it stands in. */
  const place = () => screen.getByRole('button', { name: 'Undo' }).closest('li, main')
  const row = (letter: string) => screen.getByText(`Delete ${letter}`).closest('li')
  await userEvent.click(screen.getByText('Delete b'))
  expect(place()).toBe(row('a'))
  expect(place()?.textContent).toBe('Delete ab deletedUndo')
  await userEvent.click(screen.getByText('Delete a'))
  expect(place()).toBe(row('c'))
  expect(place()?.textContent).toBe('a deletedUndoDelete c')
  const letters = screen.getByRole('list', { name: 'Letters' })
  expect(within(letters).getAllByRole('listitem')).toHaveLength(1)

  rerender(screenWith(false))
  expect(place()).toBeNull()
  expect(screen.getByText('a deleted')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
  expect(screen.getByText('b deleted')).toBeTruthy()
  await userEvent.keyboard('{Control>}Z{/Control}')
  expect(undo.mock.calls).toEqual([['a'], ['b']])
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
})

it('leaves the keyboard with what has come back, or beside it', async () => {
  render(
    <AppFrame>
      <Layout current="Practice">
        <Letters undo={() => {}} />
      </Layout>
    </AppFrame>,
  )
  const focused = () => document.activeElement?.textContent
  await userEvent.click(screen.getByText('Delete b'))
  screen.getByRole('button', { name: 'Undo' }).focus()
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(focused()).toBe('Delete b'))

  // Nobody wants it any more: its time is over.
  vi.useFakeTimers({ shouldAdvanceTime: true })
  fireEvent.click(screen.getByText('Delete b'))
  screen.getByRole('button', { name: 'Undo' }).focus()
  await act(() => vi.advanceTimersByTimeAsync(UNDO_MS))
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  await act(() => vi.advanceTimersByTimeAsync(2000))
  expect(focused()).toBe('Delete a')
})
