import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../../shared/errors'
import type { FakeBridge } from './fakeBridge'
import { keepMarks, markId } from './fakeMarks'
import { mark, namesOf, flag, status } from './markTools'
import { showReview } from './reviewedTake'
import { playableTake, playing } from './takePlayer'

// A canvas is needed to draw it; what it draws is tested where it is real, in the e2e tests.
vi.mock('../../renderer/player/TakeWaveform', () => ({ TakeWaveform: () => null }))

let bridge: FakeBridge
beforeEach(() => {
  bridge = playableTake()
})

describe('the list of marks', () => {
  it('plays from a mark', async () => {
    keepMarks(bridge, [mark(1, 'action', 23_400, 'The cache')])
    const { player } = showReview()
    const play = await screen.findByRole('button', {
      name: 'Play from 0:23.4, Action, The cache',
    })
    await userEvent.click(play)
    expect(player().positionSeconds).toBe(23.4)
    expect(playing()).toHaveLength(1)
  })

  it('is folded behind its number where there is little room', async () => {
    keepMarks(bridge, [mark(1, 'action', 23_400), mark(2, 'filler', 30_000)])
    showReview()
    const fold = await screen.findByRole('button', { name: '2 marks', expanded: false })
    await userEvent.click(fold)
    const listId = fold.getAttribute('aria-controls')!
    expect(
      document.getElementById(listId)!.contains(screen.getByRole('list', { name: 'Marks' })),
    ).toBe(true)
  })

  it('says how much of the answer a part takes, and nothing of what is no part', async () => {
    keepMarks(bridge, [mark(1, 'situation', 0), mark(2, 'action', 23_500), mark(3, 'strong', 9000)])
    showReview()
    const rows = within(await screen.findByRole('list', { name: 'Marks' })).getAllByRole('listitem')
    const shares = rows.map((row) => /\d+ %/.exec(row.textContent)?.[0])
    expect(shares).toEqual(['25 %', undefined, '75 %'])
  })

  it('changes the kind and keeps a note', async () => {
    const kept = keepMarks(bridge, [mark(1, 'action', 23_400)])
    showReview()
    await userEvent.selectOptions(
      await screen.findByRole('combobox', { name: 'Kind of the mark at 0:23' }),
      'Strong',
    )
    expect(await namesOf()).toEqual(['Strong at 0:23'])
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Note on the mark at 0:23' }),
      'Named a figure{Enter}',
    )
    await waitFor(() => expect(kept.get(markId(1))?.note).toBe('Named a figure'))
    expect(kept.get(markId(1))?.kind).toBe('strong')
    const note = screen.getByRole('textbox', { name: 'Note on the mark at 0:23' })
    note.focus()
    // An input method is told so that these are the words that were meant.
    fireEvent.keyDown(note, { key: 'Enter', isComposing: true, keyCode: 229 })
    expect(document.activeElement).toBe(note)
  })

  it('deletes, keeps the keyboard in its place, and brings a mark back with its note', async () => {
    const kept = keepMarks(bridge, [
      mark(1, 'situation', 1000),
      mark(2, 'action', 23_400, 'The cache'),
      mark(3, 'result', 60_000),
    ])
    showReview()
    const action = await screen.findByRole('button', { name: /^Play from .*Action/ })
    act(() => action.focus())
    await userEvent.keyboard('{Delete}')
    await waitFor(async () => expect(await namesOf()).toHaveLength(2))
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Play from 1:00.0, Result')
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect(await namesOf()).toHaveLength(3))
    expect([...kept.values()].find(({ kind }) => kind === 'action')).toMatchObject({
      atMs: 23_400,
      note: 'The cache',
    })
  })

  it('keeps the keyboard at the bin when that was pressed', async () => {
    keepMarks(bridge, [mark(1, 'situation', 1000), mark(2, 'action', 23_400)])
    showReview()
    const bin = await screen.findByRole('button', { name: 'Delete the mark at 0:01' })
    act(() => bin.focus())
    await userEvent.keyboard('{Enter}')
    await waitFor(async () => expect(await namesOf()).toHaveLength(1))
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Delete the mark at 0:23')
  })

  it('is one stop of the Tab key, and Up and Down go through it', async () => {
    keepMarks(bridge, [mark(1, 'situation', 1000), mark(2, 'action', 23_400)])
    showReview()
    const situation = await screen.findByRole('button', { name: /^Play from .*Situation/ })
    const action = screen.getByRole('button', { name: /^Play from .*Action/ })
    expect([situation.tabIndex, action.tabIndex]).toEqual([0, -1])
    act(() => situation.focus())
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(action)
    expect([situation.tabIndex, action.tabIndex]).toEqual([-1, 0])
    await userEvent.keyboard('{ArrowUp}')
    expect(document.activeElement).toBe(situation)
    await userEvent.keyboard('{ArrowRight}')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Play from 0:01.1, Situation')
    expect(status()).toBe('0:01.1')
  })

  it('moves to the playhead at the press of a button', async () => {
    const kept = keepMarks(bridge, [mark(1, 'situation', 1000)])
    const { player } = showReview()
    act(() => player().seekTo(8))
    await userEvent.click(
      await screen.findByRole('button', { name: 'Move the mark at 0:01 to the playhead' }),
    )
    await waitFor(() => expect(kept.get(markId(1))?.atMs).toBe(8000))
  })
})

describe('a flag on the waveform', () => {
  it('moves with the arrows, and neither the take nor the question does', async () => {
    const kept = keepMarks(bridge, [mark(1, 'action', 23_400)])
    const { seekBy, step } = showReview()
    const action = await flag('Action')
    act(() => action.focus())
    await userEvent.keyboard('{ArrowRight}')
    expect(action.getAttribute('aria-valuetext')).toBe('0:23.5')
    await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}')
    await waitFor(() => expect(kept.get(markId(1))?.atMs).toBe(22_500))
    expect(document.activeElement).toBe(action)
    expect(seekBy).not.toHaveBeenCalled()
    expect(step).not.toHaveBeenCalled()
  })

  it('becomes another kind with a letter, R included, while nothing plays', async () => {
    const kept = keepMarks(bridge, [mark(1, 'action', 23_400)])
    const { record } = showReview()
    act(() => screen.getByRole('slider', { name: 'Position' }).focus())
    const action = await flag('Action')
    act(() => action.focus())
    await userEvent.keyboard('r')
    expect(await flag('Result')).toBe(action)
    expect(kept.get(markId(1))?.kind).toBe('result')
    expect(record).not.toHaveBeenCalled()
  })

  it('stays what it is while the take plays: the letter is a new mark', async () => {
    keepMarks(bridge, [mark(1, 'action', 23_400)])
    const { hearUntil } = showReview()
    const action = await flag('Action')
    hearUntil(30)
    act(() => action.focus())
    await userEvent.keyboard('r')
    await waitFor(async () => expect(await namesOf()).toEqual(['Action at 0:23', 'Result at 0:30']))
  })

  it('keeps the focus when it overtakes another', async () => {
    keepMarks(bridge, [mark(1, 'action', 1000), mark(2, 'result', 1500)])
    showReview()
    const action = await flag('Action')
    act(() => action.focus())
    await userEvent.keyboard('{Shift>}{ArrowRight}{/Shift}')
    await waitFor(async () => expect(await namesOf()).toEqual(['Result at 0:01', 'Action at 0:02']))
    expect(document.activeElement).toBe(action)
  })

  it('goes back when its move is refused', async () => {
    keepMarks(bridge, [mark(1, 'action', 23_400)])
    bridge.answer({
      'marks.change': () => {
        throw new AppError('DISK_FULL')
      },
    })
    showReview()
    const action = await flag('Action')
    act(() => action.focus())
    await userEvent.keyboard('{ArrowRight}')
    expect((await screen.findByRole('alert')).textContent).toMatch(/disk is full/i)
    await waitFor(() => expect(action.getAttribute('aria-valuetext')).toBe('0:23.4'))
  })

  it('plays from there with Enter', async () => {
    keepMarks(bridge, [mark(1, 'action', 23_400)])
    const { player } = showReview()
    const action = await flag('Action')
    act(() => action.focus())
    await userEvent.keyboard('{Enter}')
    expect(player().positionSeconds).toBe(23.4)
    expect(playing()).toHaveLength(1)
  })
})

describe('how the time was split', () => {
  it('is said for each part', async () => {
    keepMarks(bridge, [mark(1, 'situation', 0), mark(2, 'action', 23_500), mark(3, 'strong', 9000)])
    showReview()
    const split = await screen.findByRole('list', { name: 'How the time was split' })
    const words = within(split).getAllByText(/:/)
    expect(words.map(({ textContent }) => textContent)).toEqual([
      'Situation: 0:23, 25 %',
      'Action: 1:10, 75 %',
    ])
  })
})
