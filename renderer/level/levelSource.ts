import { PEAKS_PER_SECOND } from '../../shared/peaks'
import type { LevelFrame } from './levelFeed'
import type { ChannelChoice } from './channelChoice'
import { LevelMeasure, type Sound } from './levelMeasure'
import type { Scope } from '../lib/scope'

/**
 * Sound waits so long before it is read, all of it at once. Most devices give a piece every 10 ms; to
 * wake up for each of them costs more than everything that is done with it. With the next piece that
 * makes 17 readings a second, and nobody sees a meter that is 60 ms late.
 */
const REST_MS = 50
/** Half a minute of the smallest usual pieces, 128 samples: a page that is held up loses nothing. */
const QUEUED_AT_MOST = 12_000
/** What is there already comes at once, also on a busy machine; longer means it was awaited. */
const AT_ONCE_MS = 5
/** A piece can be shorter than that. It was awaited if it took this share of its own length. */
const AT_ONCE_SHARE = 0.5
/** On a machine so busy that a short piece is never awaited, what was heard is shown meanwhile. */
const SHOWN_WITHIN_MS = 80
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

/** Sound is heard this much later than it was at the microphone. */
export const HEARD_WITHIN_MS = REST_MS + 10

export interface LevelListeners {
  /**
   * Given a frame for each 20 ms, a few at a time; the last one has just ended. While nothing comes
   * in, frames without sound in them.
   */
  onFrames: (frames: readonly LevelFrame[]) => void
  /** Given each piece of sound, and the number of its loudest channel. It is gone afterwards. */
  onPiece?: (sound: Sound, channel: number) => void
}

/**
 * Measures what a track delivers, not what an audio graph makes of it: a graph needs a thread that
 * wakes up 375 times a second, and makes up zeros where nothing comes in.
 * @returns what is known of its channels
 */
export function followLevels(
  track: MediaStreamTrack,
  { onFrames, onPiece }: LevelListeners,
  scope: Scope,
): ChannelChoice {
  const processor = new MediaStreamTrackProcessor({ track, maxBufferSize: QUEUED_AT_MOST })
  const reader = processor.readable.getReader()
  scope.add(() => void reader.cancel().catch(() => undefined))
  const measure = new LevelMeasure(track.getSettings().channelCount)
  let emptyLooks = 0

  const looking = setInterval(() => {
    // The first one may only be early: what waits behind it is let in first.
    if (emptyLooks > 0) onFrames(NOTHING_BETWEEN_LOOKS)
    emptyLooks += 1
  }, LOOK_EVERY_MS)
  scope.add(() => clearInterval(looking))

  const readOn = async (): Promise<void> => {
    let shownAtMs = performance.now()
    for (;;) {
      const askedAtMs = performance.now()
      const { done, value } = await reader.read()
      if (done) return
      const readAtMs = performance.now()
      const pieceMs = (1000 * value.numberOfFrames) / value.sampleRate
      measure.push(value)
      onPiece?.(value, measure.channels.loudest)
      value.close()
      emptyLooks = 0
      const wasAwaited = readAtMs - askedAtMs >= Math.min(AT_ONCE_MS, pieceMs * AT_ONCE_SHARE)
      if (!wasAwaited && readAtMs - shownAtMs < SHOWN_WITHIN_MS) continue
      shownAtMs = readAtMs
      onFrames(measure.take())
      if (wasAwaited) await new Promise((resolve) => setTimeout(resolve, REST_MS))
    }
  }
  // A track that ends says so itself.
  readOn().catch(() => undefined)
  return measure.channels
}
