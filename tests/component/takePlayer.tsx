import { render, screen } from '@testing-library/react'
import { createRef, type ComponentProps } from 'react'
import { onTestFinished, vi } from 'vitest'
import { stopPlayback } from '../../renderer/player/playback'
import { TakePlayer, type PlayerHandle } from '../../renderer/player/TakePlayer'
import { fakeBridge, type FakeBridge } from './fakeBridge'
import { sampleTake } from './samples'

/* A take's player with what jsdom lacks: sound, and media queries. */

/** Every element that was ever played, in order. */
const elements = new Set<HTMLMediaElement>()

export const TAKE = sampleTake(1, { durationMs: 94_000 })

/** Call it before each test. The doubles go after the page has, which silences what still plays. */
export function playableTake(): FakeBridge {
  elements.clear()
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
  onTestFinished(() => {
    stopPlayback()
    vi.restoreAllMocks()
    vi.unstubAllGlobals()
  })
  return fakeBridge({
    'takes.peaks': () => new Uint8Array([129, 127, 224, 32]),
    'takes.examine': () => TAKE,
  })
}

interface ShownPlayer {
  handle: PlayerHandle
  unmount: () => void
}

export function showPlayer(change: Partial<ComponentProps<typeof TakePlayer>> = {}): ShownPlayer {
  const ref = createRef<PlayerHandle>()
  const { unmount } = render(
    <TakePlayer
      ref={ref}
      takeId={TAKE.id}
      durationMs={TAKE.durationMs}
      speed={1}
      onSpeedChange={() => {}}
      {...change}
    />,
  )
  const handle = ref.current
  if (!handle) throw new Error('The player gave no handle')
  return { handle, unmount }
}

export const playing = () => [...elements].filter(({ paused }) => !paused)
export const played = () => [...elements][0]
export const position = () => screen.getByRole<HTMLInputElement>('slider', { name: 'Position' })
