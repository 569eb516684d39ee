import { act, fireEvent, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../../shared/errors'
import { measuresOf } from '../helpers/measured'
import { compare, markOf, positionOf, reviewed, said, side } from './comparing'
import { takeOfSound } from './fakeSounds'
import { id } from './samples'

// A canvas is needed to draw it; what it draws is tested where it is real, in the e2e tests.
vi.mock('../../renderer/player/TakeWaveform', () => ({
  TakeWaveform: () => <div role="img" aria-label="Waveform" />,
}))

beforeEach(() => {
  window.location.hash = ''
})

const A = reviewed(1, { durationMs: 60_000 })
const B = reviewed(2, { durationMs: 90_000, startedAtMs: Date.UTC(2026, 10, 20, 18, 30) })
const press = async (keys: string) => userEvent.keyboard(keys)

describe('two takes', () => {
  it('have a region each, with its name, its wave and a width by its length', async () => {
    await compare([A, B])
    expect(side('A').getByRole('heading', { name: /^A: Take 1, / })).toBeDefined()
    expect(side('B').getByRole('heading', { name: /^B: Take 2, .*20 November/ })).toBeDefined()
    const widthOf = (letter: 'A' | 'B') =>
      Number.parseFloat(
        side(letter).getByRole('img', { name: 'Waveform' }).parentElement!.parentElement!.style
          .width,
      )
    expect(widthOf('B')).toBe(100)
    expect(widthOf('A')).toBeCloseTo(66.67, 1)
    const back = screen.getByRole('link', { name: 'Back to the question' })
    expect(back.getAttribute('href')).toBe('#/question/backend-developer/question-1')
  })

  it('say of a take that it is not measured yet, to the eye once', async () => {
    const speech = [{ startMs: 1000, endMs: 50_000 }]
    await compare([{ ...A, measures: measuresOf(60_000, speech) }, B])
    const table = screen.getByRole('table', { name: 'Measures' })
    const rows = within(table)
      .getAllByRole('row')
      .map((row) => [...row.children].map(({ textContent }) => textContent))
    expect(rows).toEqual([
      ['Measure', 'A', 'B'],
      ['Length', '1:00', '1:30'],
      ['Time to first word', '1.0 s', 'Not measured yet'],
      ['Longest pause', 'None', '–Not measured yet'],
      ['Speech share', '100 %', '–Not measured yet'],
      ['Pace, estimated', '120 to 150 words/min', '–Not measured yet'],
      ['Loudness', '−23.0 LUFS', '–Not measured yet'],
    ])
    expect(screen.getByText(/^Loudness is not measured yet/)).toBeDefined()
  })

  it('are equally loud once both are measured', async () => {
    const speech = [{ startMs: 0, endMs: 50_000 }]
    const { sounds, history, bridge } = await compare([A, B])
    await press(' ')
    expect(sounds.playing()[0]?.volume).toBe(1)
    history.takes = [
      { ...A, measures: measuresOf(60_000, speech, { integratedLufs: -20 }) },
      { ...B, measures: measuresOf(90_000, speech, { integratedLufs: -26 }) },
    ]
    const measuring = {
      state: 'ready',
      measures: history.takes[1]!.measures!,
      usual: null,
    } as const
    await act(async () => bridge.emit('measures.changed', { takeId: B.take.id, measuring }))
    expect(
      await screen.findByText('Played equally loud: A is turned down by 6.0 dB.'),
    ).toBeDefined()
    expect(sounds.playing()[0]?.volume).toBeCloseTo(0.501, 3)
  })
})

describe('Flip', () => {
  it('goes to the same moment of the other take and keeps playing, with the key', async () => {
    const { sounds } = await compare([A, B])
    await press(' ')
    act(() => sounds.goOn(20))
    const focused = document.activeElement
    await press('f')
    expect(sounds.playing().map(takeOfSound)).toEqual([B.take.id])
    expect(sounds.playing()[0]?.currentTime).toBeCloseTo(30)
    expect(said()).toBe('Take B at 0:30')
    expect(document.activeElement).toBe(focused)
    act(() => sounds.goOn(45))
    await userEvent.click(screen.getByRole('button', { name: 'Flip' }))
    expect(sounds.playing().map(takeOfSound)).toEqual([A.take.id])
    expect(sounds.playing()[0]?.currentTime).toBeCloseTo(30)
    expect(document.activeElement).toBe(focused)
  })

  it('stays silent when nothing played, and both stand at the same moment', async () => {
    const { sounds } = await compare([A, B])
    fireEvent.input(positionOf('A'), { target: { value: '10' } })
    expect(positionOf('B').valueAsNumber).toBeCloseTo(15)
    await press('f')
    expect(sounds.playing()).toEqual([])
    expect(screen.getByRole('button', { name: 'Play take B' })).toBeDefined()
    expect(positionOf('A').valueAsNumber).toBeCloseTo(10)
  })

  it('keeps one position for the slider and the clock of a take that is not heard yet', async () => {
    const { sounds } = await compare([A, B])
    await press(' ')
    act(() => sounds.goOn(20))
    // The other one follows every half second; what is shown of it does not wait for that.
    act(() => sounds.goOn(20.1))
    expect(positionOf('B').valueAsNumber).toBeCloseTo(30.15)
    fireEvent.input(positionOf('B'), { target: { value: '45' } })
    expect(sounds.playing().map(takeOfSound)).toEqual([B.take.id])
    expect(screen.getByText('0:45 / 1:30')).toBeDefined()
    expect(positionOf('A').valueAsNumber).toBeCloseTo(30)
  })

  it('goes from mark to mark', async () => {
    const a = { ...A, marks: [markOf(A, 1, 'result', 30_000)] }
    const b = { ...B, marks: [markOf(B, 2, 'result', 80_000), markOf(B, 3, 'filler', 1000)] }
    await compare([a, b])
    await userEvent.click(side('A').getByRole('button', { name: 'Result at 0:30' }))
    await press('f')
    expect(positionOf('B').valueAsNumber).toBeCloseTo(80)
    await userEvent.click(side('B').getByRole('button', { name: 'Filler at 0:01' }))
    expect(positionOf('A').valueAsNumber).toBeCloseTo(0.375)
  })

  it('cannot go to a damaged take, and says so', async () => {
    await compare([reviewed(1, { state: 'damaged' } as object), B])
    expect(side('A').getByRole('alert').textContent).toMatch(/cannot be played/)
    expect(screen.getByRole('button', { name: 'Flip' })).toHaveProperty('disabled', true)
    expect(screen.getByRole('button', { name: 'Listen blind' })).toHaveProperty('disabled', true)
    await press('f')
    expect(said()).toBe('Take A cannot be played')
    expect(screen.getByRole('button', { name: 'Play take B' })).toHaveProperty('disabled', false)
  })
})

describe('a file that turns out to be damaged', () => {
  it('leaves the other take to be heard', async () => {
    const { sounds } = await compare([A, B])
    await press(' ')
    await act(async () => sounds.fail())
    expect(await side('A').findByRole('alert')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Play take B' })).toHaveProperty('disabled', false)
  })
})

describe('keys', () => {
  it('play, pause and move by five seconds', async () => {
    const { sounds } = await compare([A, B])
    await press(' ')
    expect(sounds.playing()).toHaveLength(1)
    await press('{ArrowRight}{ArrowRight}{ArrowLeft}')
    expect(positionOf('A').valueAsNumber).toBeCloseTo(5)
    await press(' ')
    expect(sounds.playing()).toEqual([])
  })

  it('leave Shift to the window, and letters to a list that was reached by keyboard', async () => {
    await compare([A, B])
    await press('{Shift>}f{/Shift}')
    const select = screen.getByRole('combobox', { name: 'Choose take A' })
    while (document.activeElement !== select) await userEvent.tab()
    await press('f')
    expect(screen.getByRole('button', { name: 'Play take A' })).toBeDefined()
  })
})

describe('a loop', () => {
  const exact = (name: string) => screen.getByRole<HTMLInputElement>('slider', { name })

  it('is set with brackets, goes round in both takes, and ends with Escape', async () => {
    const { sounds } = await compare([A, B])
    await press(' ')
    act(() => sounds.goOn(10))
    await press('[[')
    act(() => sounds.goOn(20))
    await press(']')
    expect(said()).toBe('Loop from 0:10.0 to 0:20.0')
    expect(sounds.playing()[0]?.currentTime).toBeCloseTo(10)
    await press('f')
    expect(exact('Loop start').getAttribute('aria-valuetext')).toBe('0:15.0 of take B')
    act(() => sounds.goOn(30.1))
    expect(sounds.playing()[0]?.currentTime).toBeCloseTo(15)
    await press('{Escape}')
    expect(said()).toBe('Loop cleared')
    act(() => sounds.goOn(40))
    expect(sounds.playing()[0]?.currentTime).toBeCloseTo(40)
  })

  it('has its places under other layouts too', async () => {
    await compare([A, B])
    fireEvent.input(positionOf('A'), { target: { value: '12' } })
    fireEvent.keyDown(document.body, { key: 'ü', code: 'BracketLeft' })
    expect(exact('Loop start').valueAsNumber).toBe(12_000)
    fireEvent.keyDown(document.body, { key: ']', code: 'Digit9', ctrlKey: true, altKey: true })
    expect(exact('Loop end').valueAsNumber).toBe(12_000)
  })

  it('is dragged along the axis, which a click only moves on', async () => {
    await compare([A, B])
    const axis = screen.getByText('0:15').parentElement!
    axis.getBoundingClientRect = () => new DOMRect(100, 0, 900, 28)
    axis.setPointerCapture = () => {}
    // 900 pixels are the 90 seconds of B; A ends at 60.
    fireEvent.pointerDown(axis, { clientX: 300, button: 0 })
    fireEvent.pointerUp(axis, { clientX: 302 })
    expect(positionOf('A').valueAsNumber).toBeCloseTo(20.2)
    expect(screen.getByRole('button', { name: 'Clear loop' })).toHaveProperty('disabled', true)
    fireEvent.pointerDown(axis, { clientX: 500, button: 0 })
    fireEvent.pointerMove(axis, { clientX: 950 })
    fireEvent.pointerUp(axis, { clientX: 950 })
    expect(exact('Loop start').valueAsNumber).toBe(40_000)
    expect(exact('Loop end').valueAsNumber).toBe(60_000)
    expect(positionOf('A').valueAsNumber).toBeCloseTo(40)
  })

  it('leaves the keyboard beside the button that has cleared it', async () => {
    await compare([A, B])
    const clear = screen.getByRole<HTMLButtonElement>('button', { name: 'Clear loop' })
    for (const key of ['{Enter}', '{Escape}']) {
      fireEvent.change(exact('Loop end'), { target: { value: '20000' } })
      act(() => clear.focus())
      await userEvent.keyboard(key)
      expect(clear.disabled).toBe(true)
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'To here' }))
    }
  })

  it('has its edges on the wave of the take that is heard, and the keyboard stays on them', async () => {
    await compare([A, B])
    act(() => exact('Loop end').focus())
    fireEvent.change(exact('Loop end'), { target: { value: '20000' } })
    expect(screen.getByText('0:00.0 to 0:20.0')).toBeDefined()
    expect(side('A').getAllByRole('slider', { name: /^Loop/ })).toHaveLength(2)
    await press('f')
    expect(side('A').queryByRole('slider', { name: /^Loop/ })).toBeNull()
    expect(document.activeElement).toBe(side('B').getByRole('slider', { name: 'Loop end' }))
    expect(screen.getByText('0:00.0 to 0:30.0')).toBeDefined()
  })

  it('starts over when the take ends before it', async () => {
    const { sounds } = await compare([A, B])
    fireEvent.change(exact('Loop start'), { target: { value: '50000' } })
    await press(' ')
    act(() => sounds.goOn(59.9))
    act(() => sounds.end())
    expect(sounds.playing()[0]?.currentTime).toBeCloseTo(50)
  })
})

describe('which takes', () => {
  it('are chosen in place, and what one side shows the other cannot', async () => {
    const C = reviewed(3, { durationMs: 70_000 })
    await compare([A, B, C])
    const choose = screen.getByRole('combobox', { name: 'Choose take A' })
    const disabled = (options: HTMLElement[]) =>
      options.map((option) => (option as HTMLOptionElement).disabled)
    // Newest first.
    expect(disabled(within(choose).getAllByRole('option'))).toEqual([false, true, false])
    await userEvent.selectOptions(choose, C.take.id)
    expect(window.location.hash).toBe(
      `#/compare/backend-developer/question-1/${C.take.id}/${B.take.id}`,
    )
    const other = screen.getByRole('combobox', { name: 'Choose take B' })
    await userEvent.selectOptions(other, 'Example answer')
    expect(window.location.hash).toBe(`#/compare/backend-developer/question-1/${A.take.id}/example`)
  })

  it('may be gone: then others can be chosen', async () => {
    await compare([A, B], { takeB: id(99) })
    expect(screen.getByRole('alert').textContent).toMatch(/Take B is not here any more/)
    expect(screen.getByRole('link', { name: 'Back to the question' })).toBeDefined()
    expect(screen.getByRole('combobox', { name: 'Choose take B' })).toBeDefined()
  })

  it('are two even where an address asks for one twice', async () => {
    await compare([A, B], { takeA: B.take.id, takeB: B.take.id })
    expect(window.location.hash).toBe(
      `#/compare/backend-developer/question-1/${B.take.id}/${A.take.id}`,
    )
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('are a take and the example where there is no other take', async () => {
    await compare([A], { takeB: A.take.id })
    expect(window.location.hash).toBe(`#/compare/backend-developer/question-1/${A.take.id}/example`)
  })

  it('may be of a question that is gone', async () => {
    const { bridge } = await compare([A, B])
    bridge.answer({
      'questions.open': () => {
        throw new AppError('NOT_FOUND')
      },
    })
    const measuring = { state: 'ready', measures: measuresOf(1, []), usual: null } as const
    await act(async () => bridge.emit('measures.changed', { takeId: id(1), measuring }))
    expect((await screen.findByRole('alert')).textContent).toMatch(/not here any more/)
  })
})
