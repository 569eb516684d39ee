import { takeUrl } from '../api'
import { Observable } from '../lib/observable'
import { Scope } from '../lib/scope'
import { reexamineTake } from './reexamineTake'
import { claimPlayback } from './playback'

/** So near to the end there is nothing left to hear: playing starts over. */
const AT_END_SECONDS = 0.05

/** How far the arrows move: the command `seek` by the first or the second of its keys. */
export function seekSeconds(nth: number): number {
  return nth === 0 ? -5 : 5
}

export type PlayerState = 'paused' | 'playing' | 'broken'

/** Something with a length and a place in it: a player, or a take that is kept beside one. */
export interface Seekable {
  readonly positionSeconds: number
  readonly durationSeconds: number
  readonly duration: Pick<Observable<number>, 'subscribe'>
  /** Calls back when the position may have changed: before every paint while it plays. */
  readonly subscribePosition: (listener: () => void) => () => void
  /** Moves to this moment; stays within the take. */
  readonly seekTo: (seconds: number) => void
}

/** What keys and lists can do with the take that is shown. */
export interface PlayerHandle {
  play(): void
  pause(): void
  toggle(): void
  /** Moves by so many seconds, negative for back; stays within the take. */
  seekBy(seconds: number): void
  /** Moves to this moment; stays within the take. */
  seekTo(seconds: number): void
  readonly positionSeconds: number
  /** How long ago it came to its end by itself; Infinity when it did not, or something was done with it since. */
  readonly endedAgoMs: number
  readonly state: Observable<PlayerState>
}

/**
 * Plays one take through an `<audio>` element, which streams it from main in ranges. Nothing here
 * depends on the drawing of the wave.
 */
export class Player implements PlayerHandle, Seekable {
  readonly audio = new Audio()
  readonly state: Observable<PlayerState>
  /** In milliseconds. It changes when the file of a take that would not play turns out shorter. */
  readonly duration: Observable<number>

  readonly #takeId: string
  readonly #positionListeners = new Set<() => void>()
  #release: (() => void) | null = null
  #frame: number | null = null
  #isConnected = false
  #endedAtMs: number | null = null
  /** Nothing was heard yet since somebody asked to play. */
  #waitsToSound = false
  /** Main looks at the file once; if it still does not play then, it never will. */
  #examination: 'due' | 'under way' | 'done' = 'due'

  /** @param isDamaged known to be unplayable: nothing is even tried */
  constructor(takeId: string, durationMs: number, isDamaged: boolean) {
    this.#takeId = takeId
    this.duration = new Observable(durationMs)
    this.state = new Observable<PlayerState>(isDamaged ? 'broken' : 'paused')
    this.audio.preload = 'metadata'
    this.audio.preservesPitch = true
  }

  /** Connects to the take's sound; the returned function silences it and lets it go. */
  connect = (): (() => void) => {
    const scope = new Scope()
    if (this.state.get() === 'broken') return () => scope.dispose()
    const { audio } = this
    this.#isConnected = true
    this.#load()
    scope.add(() => {
      this.#isConnected = false
      audio.pause()
      audio.removeAttribute('src')
      audio.load()
    })
    scope.listen(audio, 'play', () => this.#started())
    scope.listen(audio, 'pause', () => {
      if (audio.ended) this.#endedAtMs = performance.now()
      this.#stopped()
    })
    scope.listen(audio, 'error', () => this.#failed())
    scope.listen(audio, 'playing', () => {
      this.#waitsToSound = false
    })
    for (const moved of ['timeupdate', 'seeking', 'seeked', 'emptied']) {
      scope.listen(audio, moved, () => this.#moved())
    }
    scope.add(() => this.#stopped())
    return () => scope.dispose()
  }

  get durationSeconds(): number {
    return this.duration.get() / 1000
  }

  get positionSeconds(): number {
    return Math.min(this.audio.currentTime, this.durationSeconds)
  }

  get endedAgoMs(): number {
    return this.#endedAtMs === null ? Infinity : performance.now() - this.#endedAtMs
  }

  play = (): void => {
    this.#endedAtMs = null
    if (this.state.get() === 'broken') return
    this.#waitsToSound = true
    if (this.durationSeconds - this.positionSeconds < AT_END_SECONDS) this.audio.currentTime = 0
    this.audio.play().catch((error: unknown) => {
      // A pause right after a play ends the promise of the play; that is no fault.
      if (error instanceof DOMException && error.name === 'AbortError') return
      this.#failed()
    })
  }

  pause = (): void => {
    this.#endedAtMs = null
    this.#waitsToSound = false
    this.audio.pause()
  }

  toggle = (): void => (this.state.get() === 'playing' ? this.pause() : this.play())

  seekBy = (seconds: number): void => this.seekTo(this.positionSeconds + seconds)

  seekTo = (seconds: number): void => {
    this.#endedAtMs = null
    if (this.state.get() === 'broken') return
    this.audio.currentTime = Math.max(0, Math.min(seconds, this.durationSeconds))
    this.#moved()
  }

  setSpeed = (speed: number): void => {
    // Loading a source resets the rate to the default one, so both are set.
    this.audio.defaultPlaybackRate = speed
    this.audio.playbackRate = speed
  }

  /** Calls back when the position may have changed: before every paint while it plays. */
  subscribePosition = (listener: () => void): (() => void) => {
    this.#positionListeners.add(listener)
    return () => this.#positionListeners.delete(listener)
  }

  #started(): void {
    this.#release = claimPlayback(this.pause)
    this.state.set('playing')
    this.#follow()
  }

  #stopped(): void {
    this.#release?.()
    this.#release = null
    if (this.#frame !== null) cancelAnimationFrame(this.#frame)
    this.#frame = null
    if (this.state.get() === 'playing') this.state.set('paused')
    this.#moved()
  }

  #load(): void {
    this.audio.src = takeUrl(this.#takeId)
  }

  /** One fault comes twice: as an event, and from the play that it ended. */
  #failed(): void {
    if (this.#examination === 'due') void this.#examine()
    else if (this.#examination === 'done') this.#broke()
  }

  async #examine(): Promise<void> {
    this.#examination = 'under way'
    this.#stopped()
    const durationMs = await reexamineTake(this.#takeId, this.duration.get())
    this.#examination = 'done'
    if (durationMs === null) {
      this.#broke()
      return
    }
    this.duration.set(durationMs)
    if (!this.#isConnected) return
    this.#load()
    if (this.#waitsToSound) this.play()
  }

  #broke(): void {
    this.state.set('broken')
    this.#stopped()
  }

  #follow = (): void => {
    this.#frame = requestAnimationFrame(this.#follow)
    this.#moved()
  }

  #moved(): void {
    for (const listener of this.#positionListeners) listener()
  }
}
