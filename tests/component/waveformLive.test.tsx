import { act, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type LevelFrame, LevelFeed } from '../../renderer/level/levelFeed'
import { LevelMeter } from '../../renderer/level/LevelMeter'
import type { CaptureState } from '../../renderer/capture/captureMachine'
import { LiveWaveform } from '../../renderer/waveform/LiveWaveform'

/* jsdom paints nothing and lays nothing out: the canvas notes what is filled, and has a size. */

const WIDTH_PX = 300
const HEIGHT_PX = 100
const LOUD: LevelFrame = { lowest: -0.5, highest: 0.5, rms: 0.35, clippedCount: 0, frames: 960 }
const READY: CaptureState = { kind: 'ready', fault: null }
const TAKE = { takeId: 'take-1', takeNumber: 1 }
const RECORDING: CaptureState = { kind: 'recording', missing: null, ...TAKE }
const PAUSED: CaptureState = { kind: 'paused', ...TAKE }

interface Fill {
  colour: string
  alpha: number
  width: number
}

/** What the newest painting filled. */
let fills: Fill[] = []
let paintings = 0
let reducesMotion = false

const context = {
  canvas: document.createElement('canvas'),
  fillStyle: '',
  globalAlpha: 1,
  setTransform: () => undefined,
  clearRect: () => {
    fills = []
    paintings += 1
  },
  fillRect: (_x: number, _y: number, width: number) => {
    fills.push({ colour: context.fillStyle, alpha: context.globalAlpha, width })
  },
}

class SizedObserver {
  readonly #onResize: ResizeObserverCallback

  constructor(onResize: ResizeObserverCallback) {
    this.#onResize = onResize
  }

  observe(): void {
    const size = { inlineSize: WIDTH_PX, blockSize: HEIGHT_PX }
    const entry = { devicePixelContentBoxSize: [size] } as unknown as ResizeObserverEntry
    this.#onResize([entry], this as unknown as ResizeObserver)
  }

  disconnect = () => undefined
}

beforeEach(() => {
  fills = []
  paintings = 0
  reducesMotion = false
  vi.stubGlobal('ResizeObserver', SizedObserver)
  vi.stubGlobal('matchMedia', (query: string) =>
    Object.assign(new EventTarget(), { matches: query.includes('motion') && reducesMotion }),
  )
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never)
  document.documentElement.style.cssText = '--ink-3: grey; --line: pale; --record: red'
})

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

/** Bars are 2 px wide; lines are not. */
const bars = (colour: string) => fills.filter((fill) => fill.colour === colour && fill.width === 2)

function push(levels: LevelFeed, count: number, isKept: boolean): void {
  act(() => {
    for (let frame = 0; frame < count; frame += 1) levels.push(LOUD, isKept)
    levels.tell()
  })
}

describe('the live waveform', () => {
  it('is an image with a name', () => {
    render(<LiveWaveform capture={{ levels: new LevelFeed(), state: READY }} />)
    expect(screen.getByRole('img', { name: 'Live waveform' })).toHaveProperty('width', WIDTH_PX)
  })

  it('shows the room in grey and only the take in red', async () => {
    const levels = new LevelFeed()
    const view = render(<LiveWaveform capture={{ levels, state: READY }} />)
    push(levels, 30, false)
    await waitFor(() => expect(bars('grey')).toHaveLength(10))
    expect(bars('red')).toEqual([])

    view.rerender(<LiveWaveform capture={{ levels, state: RECORDING }} />)
    push(levels, 60, true)
    await waitFor(() => expect(bars('red')).toHaveLength(20))
    expect(bars('grey')).toHaveLength(10)
    expect(bars('red')[0]?.alpha).toBe(1)
  })

  it('stands still and pale during a pause', async () => {
    const levels = new LevelFeed()
    const view = render(<LiveWaveform capture={{ levels, state: RECORDING }} />)
    push(levels, 60, true)
    await waitFor(() => expect(bars('red')).toHaveLength(20))
    view.rerender(<LiveWaveform capture={{ levels, state: PAUSED }} />)
    push(levels, 60, false)
    await waitFor(() => expect(bars('red')[0]?.alpha).toBeLessThan(0.5))
    expect(bars('red')).toHaveLength(20)
    expect(bars('grey')).toEqual([])
  })

  it('has no red left when the take is over', async () => {
    const levels = new LevelFeed()
    const view = render(<LiveWaveform capture={{ levels, state: RECORDING }} />)
    push(levels, 60, true)
    await waitFor(() => expect(bars('red')).toHaveLength(20))
    view.rerender(<LiveWaveform capture={{ levels, state: READY }} />)
    push(levels, 3, false)
    await waitFor(() => expect(fills.some(({ colour }) => colour === 'red')).toBe(false))
  })

  it('moves in steps where motion is reduced', async () => {
    reducesMotion = true
    const levels = new LevelFeed()
    render(<LiveWaveform capture={{ levels, state: READY }} />)
    push(levels, 30, false)
    await waitFor(() => expect(bars('grey')).toHaveLength(10))
    const before = paintings
    push(levels, 4, false)
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(paintings).toBe(before)
    push(levels, 1, false)
    await waitFor(() => expect(paintings).toBe(before + 1))
  })

  it('paints nothing while nothing is heard', async () => {
    const levels = new LevelFeed()
    render(<LiveWaveform capture={{ levels, state: READY }} />)
    push(levels, 30, false)
    await waitFor(() => expect(bars('grey')).toHaveLength(10))
    await new Promise((resolve) => setTimeout(resolve, 60))
    const before = paintings
    await new Promise((resolve) => setTimeout(resolve, 60))
    expect(paintings).toBe(before)
  })
})

describe('the level meter', () => {
  const meter = () => screen.getByRole('meter', { name: 'Input level' })

  it('says the level in dBFS', async () => {
    const levels = new LevelFeed()
    render(<LevelMeter capture={{ levels }} />)
    expect(meter().getAttribute('aria-valuemin')).toBe('-60')
    expect(meter().getAttribute('aria-valuemax')).toBe('0')
    expect(meter().getAttribute('aria-valuetext')).toBe('-60 dBFS')
    push(levels, 1, false)
    await waitFor(() => expect(meter().getAttribute('aria-valuetext')).toBe('-6 dBFS'))
    expect(meter().getAttribute('aria-valuenow')).toBe('-6')
  })

  it('wears the other colours as soon as the theme changes', async () => {
    const scheme = new EventTarget()
    vi.stubGlobal('matchMedia', () => scheme)
    const levels = new LevelFeed()
    render(<LevelMeter capture={{ levels }} />)
    const lit = meter().querySelector('canvas')!
    lit.style.color = 'rgb(1, 2, 3)'
    push(levels, 1, false)
    const colours = () => [...new Set(fills.map(({ colour }) => colour))]
    await waitFor(() => expect(colours()).toEqual(['rgb(1, 2, 3)']))
    lit.style.color = 'rgb(4, 5, 6)'
    scheme.dispatchEvent(new Event('change'))
    expect(colours()).toEqual(['rgb(4, 5, 6)'])
  })
})
