import { FLOOR_DB } from './levelFeed'

/** One segment for 2 dB; the style sheet draws as many. */
const SEGMENT_COUNT = 30
const SEGMENT_WIDTH_PX = 3
const SEGMENT_PITCH_PX = 4
const WIDTH_PX = SEGMENT_COUNT * SEGMENT_PITCH_PX - 1
const HEIGHT_PX = 10

/** How many segments a level lights: all that can be seen of it. */
export function litSegments(levelDb: number): number {
  return Math.ceil((1 - levelDb / FLOOR_DB) * SEGMENT_COUNT)
}

/** Paints the lit segments. */
export function paintMeter(
  context: CanvasRenderingContext2D,
  segments: number,
  colour: string,
): void {
  fit(context.canvas)
  context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0)
  context.clearRect(0, 0, WIDTH_PX, HEIGHT_PX)
  context.fillStyle = colour
  for (let segment = 0; segment < segments; segment += 1) {
    context.fillRect(segment * SEGMENT_PITCH_PX, 0, SEGMENT_WIDTH_PX, HEIGHT_PX)
  }
}

/** Gives the canvas one pixel for each pixel of the display, whatever the zoom. */
function fit(canvas: HTMLCanvasElement): void {
  const width = Math.round(WIDTH_PX * devicePixelRatio)
  if (canvas.width === width) return
  canvas.width = width
  canvas.height = Math.round(HEIGHT_PX * devicePixelRatio)
}
