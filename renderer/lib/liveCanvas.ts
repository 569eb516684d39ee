/**
 * A canvas that shows what is drawn on it without a new picture of the page around it: that took
 * more of the processor than the drawing and the sound together.
 */
export function liveCanvasContext(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  return canvas.getContext('2d', { desynchronized: true })
}
