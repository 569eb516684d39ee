import { FLOOR_DB } from './levelFeed'

/** Fast up, so that no loud moment is missed; slow down, so that it can be read. */
const FALL_DB_PER_SECOND = 24

/** How a meter moves: the level that it shows, in dBFS. */
export class MeterBallistics {
  #levelDb = FLOOR_DB
  #atMs = 0

  get levelDb(): number {
    return this.#levelDb
  }

  /** Nothing is left to move. */
  get isAtRest(): boolean {
    return this.#levelDb === FLOOR_DB
  }

  /** Moves on to this time, with the level that comes in at it. */
  advance(nowMs: number, peakDb: number): void {
    const fallenDb = this.#levelDb - (FALL_DB_PER_SECOND * Math.max(0, nowMs - this.#atMs)) / 1000
    this.#levelDb = Math.min(0, Math.max(FLOOR_DB, fallenDb, peakDb))
    this.#atMs = nowMs
  }
}
