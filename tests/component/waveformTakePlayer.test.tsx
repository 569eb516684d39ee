import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { FakeBridge } from './fakeBridge'
import { played, playing, playableTake, position, showPlayer, TAKE } from './takePlayer'

let bridge: FakeBridge
beforeEach(() => {
  bridge = playableTake()
})

const seconds = () => position().valueAsNumber

describe('a take on the review page', () => {
  it('shows its wave, its length and its controls by their names', async () => {
    showPlayer()
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
    showPlayer()
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
    const { handle } = showPlayer()
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
    showPlayer()
    fireEvent.keyDown(position(), { key: 'ArrowRight', shiftKey: true })
    expect(seconds()).toBe(0)
  })

  it('moves where the slider is put', () => {
    showPlayer()
    fireEvent.input(position(), { target: { value: '47.5' } })
    expect(seconds()).toBe(47.5)
  })

  it('moves where the wave is pressed, and follows a drag', () => {
    showPlayer()
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
    const onSpeedChange = vi.fn()
    const { handle } = showPlayer({ speed: 1.25, onSpeedChange })
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
    const { handle } = showPlayer()
    act(() => handle.toggle())
    expect(playing()).toHaveLength(1)
    act(() => handle.toggle())
    expect(playing()).toEqual([])
    act(() => handle.play())
    expect(playing()).toHaveLength(1)
    act(() => handle.pause())
    expect(playing()).toEqual([])
  })

  it('is silent when the page is left', () => {
    const { handle, unmount } = showPlayer()
    act(() => handle.play())
    unmount()
    expect(playing()).toEqual([])
    expect(played()?.getAttribute('src')).toBeNull()
  })
})
