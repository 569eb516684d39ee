import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { createRef } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../../shared/errors'
import type { Take } from '../../shared/model'
import { stopPlayback } from '../../renderer/waveform/playback'
import { TakePlayer, type PlayerHandle } from '../../renderer/waveform/TakePlayer'
import { fakeBridge, type FakeBridge } from './fakeBridge'
import { sampleTake } from './samples'

/* The bridge is a fake; sound and media queries are what jsdom lacks. */

let bridge: FakeBridge
/** Every element that was ever played, in order. */
const elements = new Set<HTMLMediaElement>()

const TAKE = sampleTake(1, { durationMs: 94_000 })

beforeEach(() => {
  elements.clear()
  bridge = fakeBridge({
    'takes.peaks': () => new Uint8Array([129, 127, 224, 32]),
    'takes.examine': () => TAKE,
  })
  vi.stubGlobal('matchMedia', () => new EventTarget())
  const media = HTMLMediaElement.prototype
  vi.spyOn(media, 'load').mockImplementation(() => undefined)
  vi.spyOn(media, 'play').mockImplementation(function play(this: HTMLMediaElement) {
    elements.add(this)
    Object.defineProperty(this, 'paused', { value: false, configurable: true })
    this.dispatchEvent(new Event('play'))
    return Promise.resolve()
  })
  vi.spyOn(media, 'pause').mockImplementation(function pause(this: HTMLMediaElement) {
    if (this.paused) return
    Object.defineProperty(this, 'paused', { value: true, configurable: true })
    this.dispatchEvent(new Event('pause'))
  })
})

afterEach(() => {
  // While the doubles are still there: leaving the page silences it.
  cleanup()
  stopPlayback()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

function show(change: Partial<Parameters<typeof TakePlayer>[0]> = {}) {
  const ref = createRef<PlayerHandle>()
  const onSpeedChange = vi.fn()
  const view = render(
    <TakePlayer
      ref={ref}
      takeId={TAKE.id}
      durationMs={TAKE.durationMs}
      speed={1}
      onSpeedChange={onSpeedChange}
      {...change}
    />,
  )
  const handle = ref.current
  if (!handle) throw new Error('The player gave no handle')
  return { handle, onSpeedChange, ...view }
}

const playing = () => [...elements].filter(({ paused }) => !paused)
const played = () => [...elements][0]
const breakSound = () => void played()?.dispatchEvent(new Event('error'))
const seconds = () => position().valueAsNumber
const position = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Position' })

describe('a take on the review page', () => {
  it('shows its wave, its length and its controls by their names', async () => {
    show()
    expect(screen.getByRole('img', { name: 'Waveform' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Play answer' })).toHaveProperty('disabled', false)
    expect(position()).toHaveProperty('max', '94')
    expect(position().getAttribute('aria-valuetext')).toBe('0:00 of 1:34')
    expect(screen.getByText('0:00 / 1:34')).toBeDefined()
    await waitFor(() =>
      expect(bridge.asked).toEqual([{ name: 'takes.peaks', input: { takeId: TAKE.id } }]),
    )
  })

  it('plays from its address and pauses with the same button', async () => {
    const user = userEvent.setup()
    show()
    await user.click(screen.getByRole('button', { name: 'Play answer' }))
    expect(playing().map(({ src, preload }) => [src, preload])).toEqual([
      [`take://${TAKE.id}/`, 'metadata'],
    ])
    await user.click(screen.getByRole('button', { name: 'Pause answer' }))
    expect(playing()).toEqual([])
    expect(screen.getByRole('button', { name: 'Play answer' })).toBeDefined()
  })

  it('moves by 5 s with the arrow keys, and stays within the take', async () => {
    const user = userEvent.setup()
    const { handle } = show()
    position().focus()
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}{ArrowLeft}')
    expect(seconds()).toBe(10)
    expect(position().getAttribute('aria-valuetext')).toBe('0:10 of 1:34')
    expect(screen.getByText('0:10 / 1:34')).toBeDefined()
    act(() => handle.seekBy(-60))
    expect(seconds()).toBe(0)
    act(() => handle.seekBy(500))
    expect(seconds()).toBe(94)
  })

  it('leaves keys with a modifier to the window', () => {
    show()
    fireEvent.keyDown(position(), { key: 'ArrowRight', shiftKey: true })
    expect(seconds()).toBe(0)
  })

  it('moves where the slider is put', () => {
    show()
    fireEvent.input(position(), { target: { value: '47.5' } })
    expect(seconds()).toBe(47.5)
  })

  it('moves where the wave is pressed, and follows a drag', () => {
    show()
    const wave = screen.getByRole('img', { name: 'Waveform' })
    wave.getBoundingClientRect = () => new DOMRect(100, 0, 400, 96)
    let captured = false
    wave.setPointerCapture = () => void (captured = true)
    wave.hasPointerCapture = () => captured
    fireEvent.pointerMove(wave, { clientX: 300 })
    expect(seconds()).toBe(0)
    fireEvent.pointerDown(wave, { clientX: 200, button: 0 })
    expect(seconds()).toBe(23.5)
    fireEvent.pointerMove(wave, { clientX: 300 })
    expect(seconds()).toBe(47)
    fireEvent.pointerMove(wave, { clientX: 900 })
    expect(seconds()).toBe(94)
  })

  it('offers six speeds, and keeps the pitch', async () => {
    const user = userEvent.setup()
    const { handle, onSpeedChange } = show({ speed: 1.25 })
    const speed = screen.getByRole('combobox', { name: 'Speed' })
    expect(speed).toHaveProperty('value', '1.25')
    expect([...speed.children].map(({ textContent }) => textContent)).toEqual([
      '0.75x',
      '1x',
      '1.25x',
      '1.5x',
      '1.75x',
      '2x',
    ])
    await user.selectOptions(speed, '2x')
    expect(onSpeedChange).toHaveBeenCalledWith(2)
    act(() => handle.play())
    expect(playing()[0]?.playbackRate).toBe(1.25)
    expect(playing()[0]?.preservesPitch).toBe(true)
  })

  it('is driven by keys through its handle', () => {
    const { handle } = show()
    act(() => handle.toggle())
    expect(playing()).toHaveLength(1)
    act(() => handle.toggle())
    expect(playing()).toEqual([])
    act(() => handle.play())
    expect(playing()).toHaveLength(1)
    act(() => handle.pause())
    expect(playing()).toEqual([])
  })

  it('says in words that it cannot be played, and offers nothing that would not work', async () => {
    const { handle } = show()
    act(() => handle.play())
    act(() => breakSound())
    expect((await screen.findByRole('alert')).textContent).toContain(
      'This recording cannot be played',
    )
    expect(screen.getByRole('button', { name: 'Play answer' })).toHaveProperty('disabled', true)
    expect(position()).toHaveProperty('disabled', true)
    expect(bridge.inputs('takes.examine')).toEqual([{ takeId: TAKE.id }])
  })

  it.each<[string, () => Take]>([
    ['finds it damaged', () => ({ ...TAKE, state: 'damaged', durationMs: 0 })],
    [
      'has no answer',
      () => {
        throw new AppError('NOT_FOUND')
      },
    ],
  ])('stays broken when main %s, and asks only once', async (_, examine) => {
    bridge.answer({ 'takes.examine': examine })
    const { handle } = show()
    act(() => handle.play())
    act(() => {
      breakSound()
      breakSound()
    })
    expect(await screen.findByRole('alert')).toBeDefined()
    act(() => breakSound())
    expect(bridge.inputs('takes.examine')).toHaveLength(1)
  })

  it('plays what can be read of it when main finds it shorter', async () => {
    bridge.answer({ 'takes.examine': () => ({ ...TAKE, durationMs: 40_000 }) })
    const { handle } = show()
    act(() => handle.play())
    act(() => breakSound())
    expect(await screen.findByText('0:00 / 0:40')).toBeDefined()
    expect(position()).toHaveProperty('max', '40')
    expect(playing()).toHaveLength(1)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('does not start over by itself when it broke while somebody listened', async () => {
    bridge.answer({ 'takes.examine': () => ({ ...TAKE, durationMs: 40_000 }) })
    const { handle } = show()
    act(() => handle.play())
    act(() => void played()?.dispatchEvent(new Event('playing')))
    const plays = vi.mocked(HTMLMediaElement.prototype.play).mock.calls.length
    act(() => breakSound())
    expect(await screen.findByText('0:00 / 0:40')).toBeDefined()
    expect(HTMLMediaElement.prototype.play).toHaveBeenCalledTimes(plays)
    expect(screen.getByRole('button', { name: 'Play answer' })).toHaveProperty('disabled', false)
  })

  it('gives up when the shorter take does not play either', async () => {
    bridge.answer({ 'takes.examine': () => ({ ...TAKE, durationMs: 40_000 }) })
    const { handle } = show()
    act(() => handle.play())
    act(() => breakSound())
    await screen.findByText('0:00 / 0:40')
    act(() => breakSound())
    expect(await screen.findByRole('alert')).toBeDefined()
    expect(bridge.inputs('takes.examine')).toHaveLength(1)
  })

  it('does not even try a take that is known to be damaged', () => {
    const { handle } = show({ damaged: true, durationMs: 0 })
    expect(screen.getByRole('alert').textContent).toContain('The take is kept')
    act(() => handle.play())
    expect(elements.size).toBe(0)
  })

  it('is silent when the page is left', () => {
    const { handle, unmount } = show()
    act(() => handle.play())
    unmount()
    expect(playing()).toEqual([])
    expect(played()?.getAttribute('src')).toBeNull()
  })
})
