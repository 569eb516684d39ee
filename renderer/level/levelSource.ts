import { PEAKS_PER_SECOND } from '../../shared/peaks'
import type { LevelFrame } from './levelFeed'
import { LevelMeasure, type Sound } from './levelMeasure'
import type { Scope } from '../lib/scope'

/**
 * Sound waits so long before it is read, all of it at once. A device gives a piece every 10 ms; to
 * wake up for each of them costs more than everything that is done with it. With the next piece that
 * makes 17 readings a second, and nobody sees a meter that is 60 ms late.
 */
const REST_MS = 50
/** Half a minute of pieces: a page that is held up loses nothing. */
const QUEUED_AT_MOST = 3000
/** What is there already comes at once, also on a busy machine; longer means it was awaited. */
const AT_ONCE_MS = 5
const LOOK_EVERY_MS = 240

/** Sound that never came. */
const NOTHING: LevelFrame = { lowest: 0, highest: 0, rms: 0, clippedCount: 0, frames: 0 }
const NOTHING_BETWEEN_LOOKS = Array.from(
  { length: (LOOK_EVERY_MS * PEAKS_PER_SECOND) / 1000 },
  () => NOTHING,
)

/** Chromium's own; TypeScript knows only of the standard's, which takes no sound. */
declare const MediaStreamTrackProcessor: new (options: {
  track: MediaStreamTrack
  maxBufferSize: number
}) => { readonly readable: ReadableStream<Sound & { close(): void }> }

/**
 * Measures what a track delivers, not what an audio graph makes of it: a graph needs a thread that
 * wakes up 375 times a second, and makes up zeros where nothing comes in.
 * @param onFrames given a frame for each 20 ms, a few at a time; the last one has just ended.
 *   While nothing comes in, frames without sound in them.
 */
export function followLevels(
  track: MediaStreamTrack,
  onFrames: (frames: readonly LevelFrame[]) => void,
  scope: Scope,
): void {
  const processor = new MediaStreamTrackProcessor({ track, maxBufferSize: QUEUED_AT_MOST })
  const reader = processor.readable.getReader()
  scope.add(() => void reader.cancel().catch(() => undefined))
  const measure = new LevelMeasure()
  let emptyLooks = 0

  const looking = setInterval(() => {
    // The first one may only be early: what waits behind it is let in first.
    if (emptyLooks > 0) onFrames(NOTHING_BETWEEN_LOOKS)
    emptyLooks += 1
  }, LOOK_EVERY_MS)
  scope.add(() => clearInterval(looking))

  const readOn = async (): Promise<void> => {
    for (;;) {
      const askedAtMs = performance.now()
      const { done, value } = await reader.read()
      if (done) return
      measure.push(value)
      value.close()
      emptyLooks = 0
      if (performance.now() - askedAtMs < AT_ONCE_MS) continue
      onFrames(measure.take())
      await new Promise((resolve) => setTimeout(resolve, REST_MS))
    }
  }
  // A track that ends says so itself.
  readOn().catch(() => undefined)
}
