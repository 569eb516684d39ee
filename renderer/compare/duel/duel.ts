import type { Stretch } from '../../../shared/measures'
import { Observable } from '../../lib/observable'
import { Scope } from '../../lib/scope'
import type { Player, Seekable } from '../../player/player'
import { type LengthsMs, type Loop, loopBetween, stretchOf, withEnd, withStart } from './loop'
import { type Anchors, mapMoment, momentAt, shareAt } from './moments'
import { type Letter, LETTERS, otherLetter } from '../sides/sides'

/** While one sounds, the other is kept at the same moment this often: near enough to be loaded. */
const FOLLOW_EVERY_MS = 500
/** As near to the end as this there is nothing left to hear. */
const AT_END_MS = 60

/**
 * Two players at the same moment of the answer, of which one is heard. Both are loaded and stand
 * where they would have to sound, so that going to the other takes no longer than a seek.
 */
export class Duel {
  readonly heard = new Observable<Letter>('A')
  readonly loop = new Observable<Loop | null>(null)
  /** Each take as something to seek in: whoever does so hears it from then on. */
  readonly sides: Readonly<Record<Letter, Seekable>>

  readonly #players: Readonly<Record<Letter, Player>>
  #anchors: Anchors = [{ A: 0, B: 0 }]
  #followedAtMs = 0

  constructor(players: Readonly<Record<Letter, Player>>) {
    this.#players = players
    this.sides = { A: this.#seekable('A'), B: this.#seekable('B') }
    this.#hearWhatPlays()
  }

  /** Keeps both together; the returned function ends that. */
  connect = (): (() => void) => {
    const scope = new Scope()
    for (const letter of LETTERS) {
      const { audio, state, subscribePosition } = this.#players[letter]
      audio.preload = 'auto'
      scope.add(subscribePosition(() => this.#moved(letter)))
      scope.add(state.subscribe(() => this.#hearWhatPlays()))
      // The loop may end with the take, before its end was noticed.
      scope.listen(audio, 'ended', () => this.#ended(letter))
    }
    return () => scope.dispose()
  }

  /** What belongs together in the two takes, as far as is known by now. */
  align = (anchors: Anchors): void => {
    this.#anchors = anchors
    this.#follow()
  }

  /** How loud each is played, 0 to 1. */
  setVolumes = (volumes: Readonly<Record<Letter, number>>): void => {
    for (const letter of LETTERS) this.#players[letter].audio.volume = volumes[letter]
  }

  get player(): Player {
    return this.#players[this.heard.get()]
  }

  playerOf(letter: Letter): Player {
    return this.#players[letter]
  }

  isBroken(letter: Letter): boolean {
    return this.#players[letter].state.get() === 'broken'
  }

  positionMs(letter: Letter): number {
    const heard = this.heard.get()
    const atMs = this.#players[heard].positionSeconds * 1000
    return letter === heard ? atMs : mapMoment(this.#anchors, heard, atMs)
  }

  lengthMs(letter: Letter): number {
    return this.#players[letter].duration.get()
  }

  /** The loop in the time of this take. */
  stretch(letter: Letter): Stretch | null {
    const loop = this.loop.get()
    return loop && stretchOf(loop, letter, this.#anchors, this.#lengthsMs())
  }

  flip = (): void => this.hear(otherLetter(this.heard.get()))

  /** Goes to this take at the same moment, and keeps playing if the other one did. */
  hear = (letter: Letter): void => {
    if (letter === this.heard.get() || this.isBroken(letter)) return
    const from = this.player
    const to = this.#players[letter]
    const atMs = this.positionMs(letter)
    to.seekTo(atMs / 1000)
    this.heard.set(letter)
    // Its start silences the other one: only one thing sounds at a time.
    if (from.state.get() === 'playing' && atMs < this.lengthMs(letter) - AT_END_MS) to.play()
    else from.pause()
  }

  /** To this moment of this take, which is heard from now on. */
  goTo = (letter: Letter, atMs: number): void => {
    this.hear(letter)
    if (letter === this.heard.get()) this.player.seekTo(atMs / 1000)
  }

  play = (): void => this.player.play()
  pause = (): void => this.player.pause()
  toggle = (): void => this.player.toggle()
  seekBy = (seconds: number): void => this.player.seekBy(seconds)

  /** To the beginning of the loop, or of the take. */
  rewind = (): void => {
    this.player.seekTo((this.stretch(this.heard.get())?.startMs ?? 0) / 1000)
  }

  loopStart = (atMs = this.positionMs(this.heard.get())): void => {
    const heard = this.heard.get()
    this.#keepTo(withStart(this.stretch(heard), heard, atMs, this.lengthMs(heard)))
  }

  loopEnd = (atMs = this.positionMs(this.heard.get())): void => {
    const heard = this.heard.get()
    this.#keepTo(withEnd(this.stretch(heard), heard, atMs, this.lengthMs(heard)))
  }

  /** Between two moments of the take that is heard. */
  loopOver = (oneMs: number, otherMs: number): void => {
    const heard = this.heard.get()
    this.#keepTo(loopBetween(heard, oneMs, otherMs, this.lengthMs(heard)))
  }

  /** How much of the answer, or of the loop, is over: 0 to 1, the same whichever is heard. */
  get share(): number {
    const heard = this.heard.get()
    const [start, end] = this.#sharesToHear()
    const share = shareAt(this.#anchors, heard, this.positionMs(heard))
    return Math.max(0, Math.min(1, (share - start) / Math.max(1e-9, end - start)))
  }

  seekToShare = (share: number): void => {
    const [start, end] = this.#sharesToHear()
    const atMs = momentAt(this.#anchors, this.heard.get(), start + share * (end - start))
    this.player.seekTo(atMs / 1000)
  }

  clearLoop = (): void => this.loop.set(null)

  /** The one that is not heard stands where it would go on, not where its own sound last stood. */
  #seekable(letter: Letter): Seekable {
    const { duration } = this.#players[letter]
    const positionMs = () => this.positionMs(letter)
    return {
      duration,
      get durationSeconds() {
        return duration.get() / 1000
      },
      get positionSeconds() {
        return positionMs() / 1000
      },
      subscribePosition: (listener) => {
        const scope = new Scope()
        for (const each of LETTERS) scope.add(this.#players[each].subscribePosition(listener))
        scope.add(this.heard.subscribe(listener))
        return () => scope.dispose()
      },
      seekTo: (seconds) => this.goTo(letter, seconds * 1000),
    }
  }

  #sharesToHear(): [number, number] {
    const heard = this.heard.get()
    const stretch = this.stretch(heard)
    if (!stretch) return [0, 1]
    const share = (atMs: number) => shareAt(this.#anchors, heard, atMs)
    return [share(stretch.startMs), share(stretch.endMs)]
  }

  #lengthsMs(): LengthsMs {
    return { A: this.lengthMs('A'), B: this.lengthMs('B') }
  }

  #keepTo(loop: Loop): void {
    this.loop.set(loop)
    // Whoever ends it where the sound is hears its beginning at once.
    this.#moved(loop.of)
  }

  /** A file may turn out to be damaged when it is loaded. */
  #hearWhatPlays(): void {
    if (this.isBroken(this.heard.get())) this.flip()
  }

  #moved(letter: Letter): void {
    if (letter !== this.heard.get()) return
    const isPlaying = this.player.state.get() === 'playing'
    const stretch = this.stretch(letter)
    if (isPlaying && stretch && this.positionMs(letter) >= stretch.endMs) {
      this.player.seekTo(stretch.startMs / 1000)
      return
    }
    const nowMs = performance.now()
    if (isPlaying && nowMs - this.#followedAtMs < FOLLOW_EVERY_MS) return
    this.#followedAtMs = nowMs
    this.#follow()
  }

  #follow(): void {
    const silent = otherLetter(this.heard.get())
    this.#players[silent].seekTo(this.positionMs(silent) / 1000)
  }

  #ended(letter: Letter): void {
    if (letter !== this.heard.get() || !this.loop.get()) return
    this.rewind()
    this.play()
  }
}
