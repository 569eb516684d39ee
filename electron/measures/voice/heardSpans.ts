import { FRAME_MS } from '../signal/framePower'
import type { Frames } from '../signal/frames'
import { CHUNK_MS } from './speechProbability'

// When the network begins to believe in speech, and when it ceases to.
const BEGINS_AT = 0.5
const CEASES_AT = 0.35
/** Shorter speech is only a noise, unless the network is sure of it. */
const SHORTEST_MS = 96
const SURE_AT = 0.8

/** What the network takes for speech; its answers come in steps of 32 ms and somewhat late. */
export function heardSpans(probabilities: Float32Array, frameCount: number): Frames[] {
  const spans: Frames[] = []
  const frameOf = (chunk: number): number =>
    Math.min(frameCount, Math.round((chunk * CHUNK_MS) / FRAME_MS))
  let start = -1
  let surest = 0
  const end = (chunk: number): void => {
    const ms = (chunk - start) * CHUNK_MS
    if (ms >= SHORTEST_MS || surest >= SURE_AT) {
      spans.push({ start: frameOf(start), end: frameOf(chunk) })
    }
    start = -1
    surest = 0
  }
  probabilities.forEach((probability, chunk) => {
    if (start < 0 && probability >= BEGINS_AT) start = chunk
    if (start >= 0) surest = Math.max(surest, probability)
    if (start >= 0 && probability < CEASES_AT) end(chunk)
  })
  if (start >= 0) end(probabilities.length)
  return spans.filter((span) => span.end > span.start)
}
