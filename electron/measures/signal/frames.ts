import { FRAME_MS } from './framePower'

/** A stretch of frames; the end is the first frame that no longer belongs to it. */
export interface Frames {
  start: number
  end: number
}

/** So many frames are a time. */
export function framesIn(ms: number): number {
  return Math.round(ms / FRAME_MS)
}

/** Makes one of those that have less silence between them. */
export function joined(spans: readonly Frames[], silence: number): Frames[] {
  const result: Frames[] = []
  for (const { start, end } of spans) {
    const last = result.at(-1)
    if (last && start - last.end < silence) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}
