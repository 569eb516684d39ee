import type { Colours } from './colours'
import { displayHeight } from './displayCurve'
import { FRAMES_PER_BAR, type LiveBars } from './liveBars'

const BAR_WIDTH_PX = 2
const BAR_PITCH_PX = 3
/** Where the newest sound enters: the right third. */
const NOW_AT = 2 / 3
/** On coarser displays the rounding of a bar is smaller than a pixel. */
const SHARP_FROM = 1.5
const ROOM_ALPHA = 0.5
const PAUSED_ALPHA = 0.4

export interface LiveWaveView {
  bars: LiveBars
  /** How far the wave has scrolled, in frames. */
  position: number
  look: 'idle' | 'recording' | 'paused'
  colours: Colours
  widthPx: number
  heightPx: number
  pixelRatio: number
}

/** Paints the whole wave. Allocates nothing: it runs all the time that somebody speaks. */
export function paintLiveWave(context: CanvasRenderingContext2D, view: LiveWaveView): void {
  const { colours, widthPx, heightPx, pixelRatio, look } = view
  const nowX = Math.round(widthPx * NOW_AT)
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  context.clearRect(0, 0, widthPx, heightPx)

  context.globalAlpha = 1
  context.fillStyle = colours.line
  context.fillRect(0, Math.floor(heightPx / 2), widthPx, 1)

  context.globalAlpha = look === 'paused' ? PAUSED_ALPHA : ROOM_ALPHA
  context.fillStyle = colours.ink3
  fillBars(context, view, nowX, false)
  context.globalAlpha = look === 'paused' ? PAUSED_ALPHA : 1
  // Red means recording and nothing else: a take that is over has turned grey.
  context.fillStyle = look === 'idle' ? colours.ink3 : colours.record
  fillBars(context, view, nowX, true)

  context.fillStyle = look === 'idle' ? colours.ink3 : colours.record
  context.fillRect(nowX, 0, 1, heightPx)
}

/** Fills the bars of one kind, the room's or the take's. */
function fillBars(
  context: CanvasRenderingContext2D,
  { bars, position, heightPx, pixelRatio }: LiveWaveView,
  nowX: number,
  isKept: boolean,
): void {
  // Whole device pixels: bars between pixels would shimmer while they move.
  const scrolledPx =
    Math.round((position * BAR_PITCH_PX * pixelRatio) / FRAMES_PER_BAR) / pixelRatio
  const newest = Math.min(
    Math.floor(scrolledPx / BAR_PITCH_PX),
    Math.ceil(bars.frameCount / FRAMES_PER_BAR) - 1,
  )
  const oldest = Math.max(bars.first, Math.floor((scrolledPx - nowX) / BAR_PITCH_PX))
  const capPx = pixelRatio >= SHARP_FROM ? BAR_WIDTH_PX / 4 : 0
  const middlePx = heightPx / 2
  for (let bar = oldest; bar <= newest; bar += 1) {
    if (bars.isKeptAt(bar) !== isKept) continue
    const x = nowX - scrolledPx + (bar - 1) * BAR_PITCH_PX
    const half = Math.max(1, Math.round(displayHeight(bars.amplitudeAt(bar)) * middlePx))
    fillBar(context, x, middlePx - half, 2 * half, capPx)
  }
}

/**
 * A bar with ends rounded by `capPx`. Two rectangles do it: rounded paths cost four times as much
 * of the processor, all the time that somebody speaks.
 */
function fillBar(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  height: number,
  capPx: number,
): void {
  context.fillRect(x, y + capPx, BAR_WIDTH_PX, height - 2 * capPx)
  if (capPx > 0) context.fillRect(x + capPx, y, BAR_WIDTH_PX - 2 * capPx, height)
}
