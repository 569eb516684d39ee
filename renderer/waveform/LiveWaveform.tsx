import { useEffect, useRef } from 'react'
import { liveCanvasContext } from '../lib/liveCanvas'
import { drawWithSound } from '../level/drawWithSound'
import type { LevelFeed } from '../level/levelFeed'
import type { CaptureState } from '../capture/captureMachine'
import { Scope } from '../lib/scope'
import { readColours, watchColours } from './colours'
import { LiveBars } from './liveBars'
import styles from './LiveWaveform.module.css'
import { type LiveWaveView, paintLiveWave } from './paintLiveWave'

type Look = LiveWaveView['look']

/** With reduced motion the wave moves in steps of this length. */
const STEP_FRAMES = 5

interface LiveWaveformProps {
  readonly capture: { readonly levels: LevelFeed; readonly state: CaptureState }
}

/** The sound that comes in, entering at a fixed line: the room in grey, the take in red. */
export function LiveWaveform({ capture: { levels, state } }: LiveWaveformProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const look = lookOf(state)
  const lookNow = useRef<Look>(look)

  useEffect(() => {
    lookNow.current = look
  }, [look])

  useEffect(() => {
    if (canvas.current) return animate(canvas.current, levels, lookNow)
    return undefined
  }, [levels])

  return <canvas ref={canvas} role="img" aria-label="Live waveform" className={styles['canvas']} />
}

function lookOf(state: CaptureState): Look {
  switch (state.kind) {
    case 'starting':
    case 'recording':
      return 'recording'
    case 'paused':
      return 'paused'
    case 'closed':
    case 'opening':
    case 'failed':
    case 'ready':
    case 'saving':
      return 'idle'
  }
}

/** Keeps the canvas painted until the returned function is called. */
function animate(
  canvas: HTMLCanvasElement,
  levels: LevelFeed,
  look: { readonly current: Look },
): () => void {
  const context = liveCanvasContext(canvas)
  if (!context) return () => undefined
  const scope = new Scope()
  const bars = new LiveBars()
  const stillness = matchMedia('(prefers-reduced-motion: reduce)')
  let isStale = true
  const view: LiveWaveView = {
    bars,
    position: 0,
    look: look.current,
    colours: readColours(),
    widthPx: 0,
    heightPx: 0,
    pixelRatio: 1,
  }

  scope.add(
    watchColours((colours) => {
      view.colours = colours
      isStale = true
    }),
  )
  const observer = new ResizeObserver(([entry]) => {
    if (!entry) return
    fit(canvas, entry, view)
    // Setting the size wiped the canvas; waiting for the next frame would flash.
    paintLiveWave(context, view)
  })
  observer.observe(canvas, { box: 'device-pixel-content-box' })
  scope.add(() => observer.disconnect())

  const draw = (): boolean => {
    bars.follow(levels, look.current === 'paused')
    const position = positionOf(bars.frameCount, stillness.matches)
    isStale ||= position !== view.position || look.current !== view.look
    view.position = position
    view.look = look.current
    if (isStale) paintLiveWave(context, view)
    isStale = false
    return false
  }
  scope.add(drawWithSound(levels, draw))
  return () => scope.dispose()
}

/** Where the wave has scrolled to, in frames. */
function positionOf(frameCount: number, isStepwise: boolean): number {
  return isStepwise ? Math.floor(frameCount / STEP_FRAMES) * STEP_FRAMES : frameCount
}

/** Gives the canvas one pixel for each pixel of the display, whatever the zoom. */
function fit(canvas: HTMLCanvasElement, entry: ResizeObserverEntry, view: LiveWaveView): void {
  const [size] = entry.devicePixelContentBoxSize
  if (!size) return
  canvas.width = size.inlineSize
  canvas.height = size.blockSize
  view.pixelRatio = devicePixelRatio
  view.widthPx = size.inlineSize / devicePixelRatio
  view.heightPx = size.blockSize / devicePixelRatio
}
