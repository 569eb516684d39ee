import { SHORTEST_PAUSE_MS, type Span } from '../../../shared/pauses'
import { withoutClicks } from './clicks'
import { decibels } from '../signal/decibels'
import { withEdges } from './edges'
import { FRAME_MS } from '../signal/framePower'
import { framesIn, joined } from '../signal/frames'
import { heardSpans } from './heardSpans'

/** Edges lie somewhere within frames, so a pause may look shorter than it is by this. */
const TOLERANCE = framesIn(30)

/**
 * Where somebody speaks, in order; what is between two spans is a pause. A network decides what is
 * speech, and the level of the sound then says where exactly it begins and ends.
 */
export function speechSpans(voicePower: Float32Array, probabilities: Float32Array): Span[] {
  const levels = withoutClicks(Float32Array.from(voicePower, decibels))
  const spans = withEdges(levels, heardSpans(probabilities, levels.length))
  const apart = joined(spans, framesIn(SHORTEST_PAUSE_MS) - TOLERANCE)
  return widened(
    apart.map(({ start, end }) => ({ startMs: start * FRAME_MS, endMs: end * FRAME_MS })),
  )
}

/** Gives pauses that look too short the least length that a pause has. */
function widened(spans: readonly Span[]): Span[] {
  const result = spans.map((span) => ({ ...span }))
  result.forEach((span, index) => {
    const next = result[index + 1]
    const missingMs = next ? SHORTEST_PAUSE_MS - (next.startMs - span.endMs) : 0
    if (!next || missingMs <= 0) return
    span.endMs -= missingMs / 2
    next.startMs += missingMs / 2
  })
  return result
}
