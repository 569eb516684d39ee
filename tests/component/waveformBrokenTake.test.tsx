import { act, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../../shared/errors'
import type { Take } from '../../shared/model'
import type { FakeBridge } from './fakeBridge'
import { played, playing, playableTake, position, showPlayer, TAKE } from './takePlayer'

let bridge: FakeBridge
beforeEach(() => {
  bridge = playableTake()
})

const breakSound = () => void played()?.dispatchEvent(new Event('error'))

describe('a take that will not play', () => {
  it('says in words that it cannot be played, and offers nothing that would not work', async () => {
    const { handle } = showPlayer()
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
    const { handle } = showPlayer()
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
    const { handle } = showPlayer()
    act(() => handle.play())
    act(() => breakSound())
    expect(await screen.findByText('0:00 / 0:40')).toBeDefined()
    expect(position()).toHaveProperty('max', '40')
    expect(playing()).toHaveLength(1)
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('does not start over by itself when it broke while somebody listened', async () => {
    bridge.answer({ 'takes.examine': () => ({ ...TAKE, durationMs: 40_000 }) })
    const { handle } = showPlayer()
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
    const { handle } = showPlayer()
    act(() => handle.play())
    act(() => breakSound())
    await screen.findByText('0:00 / 0:40')
    act(() => breakSound())
    expect(await screen.findByRole('alert')).toBeDefined()
    expect(bridge.inputs('takes.examine')).toHaveLength(1)
  })

  it('does not even try a take that is known to be damaged', () => {
    const { handle } = showPlayer({ damaged: true, durationMs: 0 })
    expect(screen.getByRole('alert').textContent).toContain('The take is kept')
    expect(screen.getByRole('alert').textContent).not.toContain('Other takes')
    act(() => handle.play())
    expect(played()).toBeUndefined()
  })
})
