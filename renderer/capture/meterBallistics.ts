import { FLOOR_DB } from './levelFeed'

/** Fast up, so that no loud moment is missed; slow down, so that it can be read. */
const FALL_DB_PER_SECOND = 24
const CLIP_SHOWN_FOR_MS = 2000

/** How a meter moves: the level that it shows, in dBFS, and whether it has been too loud of late. */
export class MeterBallistics {
  #levelDb = FLOOR_DB
  #atMs = 0
  #clippedUntilMs = Number.NEGATIVE_INFINITY

  get levelDb(): number {
    return this.#levelDb
  }

  /** Nothing is left to move. */
  get isAtRest(): boolean {
    return this.#levelDb === FLOOR_DB && !this.isClipping
  }

  get isClipping(): boolean {
    return this.#atMs < this.#clippedUntilMs
  }

  /** Moves on to this time, with the level that comes in at it. */
  advance(nowMs: number, peakDb: number, isClipped: boolean): void {
    const fallenDb = this.#levelDb - (FALL_DB_PER_SECOND * Math.max(0, nowMs - this.#atMs)) / 1000
    this.#levelDb = Math.min(0, Math.max(FLOOR_DB, fallenDb, peakDb))
    this.#atMs = nowMs
    if (isClipped) this.#clippedUntilMs = nowMs + CLIP_SHOWN_FOR_MS
  }
}
