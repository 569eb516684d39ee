import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { MAX_MARKS_PER_TAKE } from '../../shared/defaults'
import { AppError } from '../../shared/errors'
import type { Mark } from '../../shared/marks'
import type { FakeBridge } from './fakeBridge'
import { keepMarks } from './fakeMarks'
import { mark, namesOf, status, pressed } from './markTools'
import { showReview } from './reviewedTake'
import { playableTake, playing, TAKE } from './takePlayer'

// A canvas is needed to draw it; what it draws is tested where it is real, in the e2e tests.
vi.mock('../../renderer/player/TakeWaveform', () => ({ TakeWaveform: () => null }))

let bridge: FakeBridge
beforeEach(() => {
  bridge = playableTake()
})

describe('a key while the take plays', () => {
  it('drops a mark at the playhead, which is shown when main has it, and said', async () => {
    let answer: (mark: Mark) => void = () => {}
    bridge.answer({ 'marks.add': () => new Promise<Mark>((resolve) => (answer = resolve)) })
    const { hearUntil } = showReview()
    hearUntil(23.4)
    pressed('a')
    await waitFor(() => expect(bridge.inputs('marks.add')).toHaveLength(1))
    expect(bridge.inputs('marks.add')).toEqual([{ takeId: TAKE.id, kind: 'action', atMs: 23_400 }])
    expect(screen.queryByRole('list', { name: 'Marks' })).toBeNull()
    answer(mark(1, 'action', 23_400))
    expect(await namesOf()).toEqual(['Action at 0:23'])
    expect(status()).toBe('Action at 0:23')
  })

  it('is a mark for each of the seven letters, R included, and one mark while it is held', async () => {
    keepMarks(bridge)
    const { hearUntil, record } = showReview()
    for (const [index, key] of ['s', 'T', 'a', 'r', 'g', 'f', 'w'].entries()) {
      hearUntil(index * 10)
      pressed(key)
      pressed(key, { repeat: true })
    }
    await waitFor(async () => expect(await namesOf()).toHaveLength(7))
    expect(await namesOf()).toEqual([
      'Situation at 0:00',
      'Task at 0:10',
      'Action at 0:20',
      'Result at 0:30',
      'Strong at 0:40',
      'Filler at 0:50',
      'Wandered at 1:00',
    ])
    expect(record).not.toHaveBeenCalled()
  })

  it('keeps its meaning where it marks nothing', () => {
    const { hearUntil, example, best, rate, pause } = showReview()
    hearUntil(3)
    for (const key of ['e', 'b', 'p', '3']) pressed(key)
    for (const done of [example, best, pause]) expect(done).toHaveBeenCalledOnce()
    expect(rate).toHaveBeenCalledWith(3)
    pressed(' ')
    expect(playing()).toHaveLength(0)
  })

  it('is a letter in a text field', async () => {
    const { hearUntil } = showReview()
    hearUntil(3)
    await userEvent.type(screen.getByRole('textbox', { name: 'Notes' }), 'starr')
    expect(screen.getByRole('textbox', { name: 'Notes' })).toHaveProperty('value', 'starr')
    expect(bridge.inputs('marks.add')).toEqual([])
  })
})

describe('R', () => {
  it('records while nothing plays', () => {
    const { record, hearUntil, player } = showReview()
    pressed('r')
    expect(record).toHaveBeenCalledTimes(1)
    hearUntil(5)
    act(() => player().pause())
    pressed('r')
    expect(record).toHaveBeenCalledTimes(2)
    expect(bridge.inputs('marks.add')).toEqual([])
  })

  it('marks the end for a second after the take ended by itself, then records again', async () => {
    keepMarks(bridge)
    const { record, playToTheEnd } = showReview()
    const now = vi.spyOn(performance, 'now')
    now.mockReturnValue(1000)
    playToTheEnd()
    now.mockReturnValue(1999)
    pressed('r')
    await waitFor(() =>
      expect(bridge.inputs('marks.add')).toEqual([
        { takeId: TAKE.id, kind: 'result', atMs: TAKE.durationMs },
      ]),
    )
    expect(record).not.toHaveBeenCalled()
    now.mockReturnValue(2001)
    pressed('r')
    expect(record).toHaveBeenCalledOnce()
  })

  it('records at once after the end when something was done since', () => {
    const { record, playToTheEnd, player } = showReview()
    playToTheEnd()
    act(() => player().seekBy(-5))
    pressed('r')
    expect(record).toHaveBeenCalledOnce()
  })

  it('stops a recording, whatever plays', () => {
    const { record, hearUntil } = showReview({ isAway: true })
    hearUntil(5)
    pressed('r')
    expect(record).toHaveBeenCalledOnce()
    expect(bridge.inputs('marks.add')).toEqual([])
  })
})

describe('the buttons of the marks', () => {
  it('mark at the playhead, also while the take stands', async () => {
    keepMarks(bridge)
    const { player } = showReview()
    act(() => player().seekTo(12))
    const kinds = screen.getByRole('group', { name: 'Mark at the playhead' })
    const buttons = within(kinds).getAllByRole('button')
    expect(buttons.map((button) => button.getAttribute('aria-keyshortcuts')).join('')).toBe(
      'STARGFW',
    )
    await userEvent.click(within(kinds).getByRole('button', { name: 'Strong' }))
    expect(await namesOf()).toEqual(['Strong at 0:12'])
  })

  it('have their words, with the key underlined', () => {
    showReview()
    const kinds = screen.getByRole('group', { name: 'Mark at the playhead' })
    expect(within(kinds).getByRole('button', { name: 'Strong' }).title).toBe('Strong (G)')
    const keyed = [...kinds.querySelectorAll('u')].map(({ textContent }) => textContent)
    expect(keyed.join('').toUpperCase()).toBe('STARGFW')
  })

  it('are not offered for a take that cannot be heard', async () => {
    keepMarks(bridge, [mark(1, 'task', 2000)])
    showReview({ take: { ...TAKE, state: 'damaged' } as unknown as typeof TAKE })
    expect(await namesOf()).toEqual(['Task at 0:02'])
    expect(screen.queryByRole('group', { name: 'Mark at the playhead' })).toBeNull()
  })

  it('say so when the take has its fill', async () => {
    keepMarks(
      bridge,
      Array.from({ length: MAX_MARKS_PER_TAKE }, (_, index) => mark(index, 'filler', index * 100)),
    )
    showReview()
    // By text and key: to find a thing by its role takes jsdom seconds among 500 rows.
    await waitFor(() =>
      expect(document.body.textContent).toContain('has 500 marks, and holds no more'),
    )
    fireEvent.click(document.querySelector('[aria-keyshortcuts="F"]')!)
    expect(status()).toMatch(/holds no more/)
    expect(bridge.inputs('marks.add')).toEqual([])
  })

  it('show trouble when main refuses, and no mark', async () => {
    bridge.answer({
      'marks.add': () => {
        throw new AppError('DISK_FULL')
      },
    })
    showReview()
    await userEvent.click(screen.getByRole('button', { name: 'Strong' }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/disk is full/i)
    expect(screen.queryByRole('list', { name: 'Marks' })).toBeNull()
  })
})
