import { act, render } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { Observable } from '../../renderer/lib/observable'
import type { Seekable } from '../../renderer/player/player'
import { TakeWaveform } from '../../renderer/player/TakeWaveform'
import { playableTake, TAKE } from './takePlayer'

// Drawing needs a canvas; what counts here is how often the playhead is moved.
const drawn = vi.hoisted(() => ({ setTime: vi.fn<(seconds: number) => void>() }))
vi.mock('wavesurfer.js', () => ({
  default: {
    create: () => ({ ...drawn, once: () => {}, setOptions: () => {}, destroy: () => {} }),
  },
}))

beforeEach(() => {
  playableTake()
  drawn.setTime.mockClear()
})

/** A take of 94 s that a test moves through. */
function movable() {
  const listeners = new Set<() => void>()
  const at = { seconds: 0 }
  const player: Seekable = {
    get positionSeconds() {
      return at.seconds
    },
    durationSeconds: 94,
    duration: new Observable(94_000),
    subscribePosition: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    seekTo: () => {},
  }
  const move = (seconds: number) => {
    at.seconds = seconds
    for (const listener of listeners) listener()
  }
  return { player, move }
}

it('moves the playhead of no even wave, and has it in its place when it is seen again', async () => {
  const { player, move } = movable()
  const wave = (isEven: boolean) => (
    <TakeWaveform player={player} takeId={TAKE.id} isEven={isEven} />
  )
  const { rerender } = render(wave(false))
  await vi.waitFor(() => {
    act(() => move(10))
    expect(drawn.setTime).toHaveBeenLastCalledWith(10)
  })

  rerender(wave(true))
  drawn.setTime.mockClear()
  for (const seconds of [11, 12, 13]) act(() => move(seconds))
  expect(drawn.setTime).not.toHaveBeenCalled()

  rerender(wave(false))
  expect(drawn.setTime).toHaveBeenCalledExactlyOnceWith(13)
  act(() => move(14))
  expect(drawn.setTime).toHaveBeenLastCalledWith(14)
})
