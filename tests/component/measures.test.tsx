import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useMeasuring } from '../../renderer/measures/useMeasuring'
import { MeasuresPanel } from '../../renderer/measures/MeasuresPanel'
import { Pauses } from '../../renderer/measures/Pauses'
import { Player } from '../../renderer/player/player'
import type { Measures as TakeMeasures, Measuring } from '../../shared/measures'
import { pausesOver, sampleMeasures, sampleUsual } from '../helpers/sampleMeasures'
import { fakeBridge } from './fakeBridge'
import { id } from './samples'

const TAKE = id(1001)
const TARGET = { shortestMs: 60_000, longestMs: 120_000 }

function Shown({ takeId }: { readonly takeId: string }) {
  return <MeasuresPanel takeId={takeId} measuring={useMeasuring(takeId)} target={TARGET} />
}

function show(measuring: Measuring) {
  const bridge = fakeBridge({ 'measures.read': () => measuring })
  render(<Shown takeId={TAKE} />)
  return bridge
}

const region = () => screen.getByRole('region', { name: 'Measures' })

describe('measures of a take', () => {
  afterEach(() => vi.useRealTimers())

  it('says what differs, and all numbers one step away', async () => {
    show({
      state: 'ready',
      measures: sampleMeasures({ timeToFirstWordMs: 4200 }),
      usual: sampleUsual({ timeToFirstWordMs: 1800 }),
    })
    expect(await screen.findByText('First word after 4.2 s, usually after 1.8 s')).toBeDefined()
    expect(screen.queryByRole('table')).toBeNull()

    const disclosure = screen.getByRole('button', { name: 'All numbers', expanded: false })
    await userEvent.click(disclosure)
    expect(disclosure.getAttribute('aria-expanded')).toBe('true')
    const row = screen.getByRole('row', { name: /^Time to first word/ })
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['4.2 s', '1.8 s'])
    expect(screen.getByRole('row', { name: /^Pauses/ }).textContent).toContain('Goldman-Eisler')
    expect(screen.getByText(/the median of 8 takes/)).toBeDefined()
    await userEvent.click(disclosure)
    expect(screen.queryByRole('table')).toBeNull()
  })

  it('keeps all numbers open for the next take', async () => {
    fakeBridge({
      'measures.read': () => ({ state: 'ready', measures: sampleMeasures(), usual: null }),
    })
    const { rerender } = render(<Shown takeId={TAKE} />)
    await userEvent.click(await screen.findByRole('button', { name: 'All numbers' }))
    rerender(<Shown takeId={id(1002)} />)
    expect(await screen.findByRole('table')).toBeDefined()
    expect(screen.getByText(/Your usual is known once/)).toBeDefined()
  })

  it('never shows the measures of one take for another', async () => {
    let answer: (measuring: Measuring) => void = () => {}
    const bridge = fakeBridge({
      'measures.read': ({ takeId }) =>
        takeId === TAKE
          ? { state: 'impossible' }
          : new Promise<Measuring>((resolve) => (answer = resolve)),
    })
    const { rerender } = render(<Shown takeId={TAKE} />)
    await waitFor(() => expect(region().textContent).toBe('This take could not be measured.'))
    rerender(<Shown takeId={id(1002)} />)
    expect(region().textContent).toBe('')
    await act(async () => answer({ state: 'ready', measures: sampleMeasures(), usual: null }))
    expect(screen.getByRole('button', { name: 'All numbers' })).toBeDefined()
    expect(bridge.inputs('measures.read')).toHaveLength(2)
  })

  it('says nothing for a second, then how far the measuring is', async () => {
    vi.useFakeTimers()
    const bridge = show({ state: 'measuring', share: 0 })
    await act(() => vi.advanceTimersByTimeAsync(900))
    expect(region().textContent).toBe('')
    await act(() => vi.advanceTimersByTimeAsync(200))
    act(() =>
      bridge.emit('measures.changed', {
        takeId: TAKE,
        measuring: { state: 'measuring', share: 0.4 },
      }),
    )
    const progress = screen.getByRole('progressbar', { name: 'Measuring this take' })
    expect(progress.getAttribute('value')).toBe('0.4')
    act(() =>
      bridge.emit('measures.changed', {
        takeId: TAKE,
        measuring: { state: 'ready', measures: sampleMeasures(), usual: sampleUsual() },
      }),
    )
    expect(screen.getByText('1:34, a fitting length')).toBeDefined()
    expect(screen.queryByRole('progressbar')).toBeNull()
  })

  it('says plainly when a take cannot be measured', async () => {
    show({ state: 'impossible' })
    await waitFor(() => expect(region().textContent).toBe('This take could not be measured.'))
  })
})

describe('pauses on the wave', () => {
  const ready = (change: Partial<TakeMeasures>): Measuring => ({
    state: 'ready',
    measures: sampleMeasures(change),
    usual: null,
  })

  function showPauses(count: number) {
    const pauses = pausesOver(94_000, count, [300, 2300])
    const player = new Player(TAKE, 94_000, false)
    const seekTo = vi.spyOn(player, 'seekTo').mockImplementation(() => {})
    render(<Pauses measuring={ready({ pauses })} player={player} />)
    return { pauses, seekTo }
  }

  it('are one stop for Tab, and the arrows go through them', async () => {
    const { pauses, seekTo } = showPauses(60)
    const buttons = screen.getAllByRole('button')
    expect(buttons).toHaveLength(60)
    expect(buttons.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1)
    await userEvent.tab()
    expect(document.activeElement).toBe(buttons[0])
    await userEvent.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(buttons[1])
    expect(buttons[1]!.getAttribute('aria-label')).toMatch(/^Pause of 2\.3 s at 0:0\d$/)
    // Its name is shown for who sees the focus.
    expect(screen.getByText(buttons[1]!.getAttribute('aria-label')!)).toBeDefined()
    await userEvent.keyboard('{Enter}')
    expect(seekTo).toHaveBeenCalledWith(pauses[1]!.startMs / 1000)
    await userEvent.keyboard('{End}')
    expect(document.activeElement).toBe(buttons[59])
    await userEvent.tab()
    expect(buttons).not.toContain(document.activeElement)
  })

  it('keep the arrows from the window, which would seek', async () => {
    showPauses(3)
    const heard = vi.fn()
    window.addEventListener('keydown', heard)
    await userEvent.tab()
    heard.mockClear()
    await userEvent.keyboard('{ArrowRight}')
    expect(heard).not.toHaveBeenCalled()
    window.removeEventListener('keydown', heard)
  })

  it('are not there for a take that is too quiet to judge', async () => {
    const player = new Player(TAKE, 94_000, false)
    const { rerender } = render(<Pauses measuring={ready({})} player={player} />)
    expect(screen.getByRole('toolbar', { name: 'Pauses' })).toBeDefined()
    rerender(<Pauses measuring={ready({ tooQuiet: true })} player={player} />)
    expect(screen.queryByRole('toolbar')).toBeNull()
  })
})
