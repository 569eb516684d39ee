import { CLEARLY, type ChannelChoice } from '../level/channelChoice'
import { followLevels, HEARD_WITHIN_MS, type LevelListeners } from '../level/levelSource'
import type { Scope } from '../lib/scope'
import { OneChannel } from './oneChannel'

/** What an encoder is given. */
export interface RecordableSound {
  stream: MediaStream
  /** How much later sound is in it than it was at the microphone, at most. */
  lagMs: number
}

/**
 * What a microphone is heard through: one stream, or one for each two inputs of an interface. The
 * loudest channel of all of them is what is shown and recorded.
 */
export class HeardInputs {
  readonly #listener: LevelListeners['onFrames']
  readonly #scope: Scope
  readonly #all: ChannelChoice[] = []
  #current = 0
  readonly #mixed: MediaStream
  #one: OneChannel | null = null

  /** @param stream all that the system gives by itself: of many inputs it is a mix */
  constructor(stream: MediaStream, onFrames: LevelListeners['onFrames'], scope: Scope) {
    this.#mixed = stream
    this.#listener = onFrames
    this.#scope = scope
    scope.add(() => this.#one?.dispose())
    this.#follow(stream)
  }

  /** Hears these from now on, in place of the mix that they are in. */
  hear(streams: readonly MediaStream[]): void {
    for (const stream of streams) {
      this.#scope.add(() => stream.getTracks().forEach((track) => track.stop()))
      this.#follow(stream)
    }
  }

  /** What to record a take from now: the stream itself, or the loudest of channels that differ. */
  toRecord(): RecordableSound {
    const [mix] = this.#all
    // Nearly always: it is what costs the least.
    if (this.#all.length === 1 && mix?.areAlike) {
      this.#one?.dispose()
      this.#one = null
      return { stream: this.#mixed, lagMs: 0 }
    }
    this.#one ??= new OneChannel()
    return { stream: this.#one.stream, lagMs: HEARD_WITHIN_MS }
  }

  #follow(stream: MediaStream): void {
    const [track] = stream.getAudioTracks()
    // Its device may be gone by now, or the microphone was closed while its inputs opened.
    if (track?.readyState !== 'live') return
    const number = this.#all.length
    const channels = followLevels(
      track,
      {
        onFrames: (frames) => {
          this.#choose()
          if (number === this.#current) this.#listener(frames)
        },
        onPiece: (sound, channel) => {
          if (number === this.#current) this.#one?.push(sound, channel)
        },
      },
      this.#scope,
    )
    this.#all.push(channels)
  }

  #choose(): void {
    const [first, ...apart] = this.#all
    if (!first || apart.length === 0) return
    const levels = apart.map(({ level }) => level)
    const best = levels.indexOf(Math.max(...levels))
    const inUse = this.#current === 0 ? -1 : (levels[this.#current - 1] ?? -1)
    if (levels[best]! > inUse * CLEARLY) this.#current = best + 1
  }
}
