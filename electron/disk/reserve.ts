import { randomBytes } from 'node:crypto'
import { existsSync, rmSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import type { DataFolder } from './dataFolder'
import { freeBytes, isDiskFull } from './durableFiles'

/** Enough for the few pages that the database needs to close a take or to forget one. */
const RESERVE_BYTES = 512 * 1024
/** Whoever frees some space wants it for their own work first. */
const FREE_AT_LEAST_BYTES = 16 * RESERVE_BYTES
const TRY_AGAIN_AFTER_MS = 30_000

/**
 * A file of no use but its room. On a full disk even deleting needs some: this is given up then, so
 * that a person can always make room, and what was recorded can be closed. Owns one timer.
 */
export class Reserve {
  readonly #folder: string
  readonly #file: string
  #timer: NodeJS.Timeout | null = null

  constructor(dataFolder: DataFolder) {
    this.#folder = dataFolder.path
    this.#file = dataFolder.reserve
  }

  /** Sets the room aside where it is missing, as soon as the disk has enough of it. Never throws. */
  async fill(): Promise<void> {
    this.dispose()
    try {
      if (statSync(this.#file, { throwIfNoEntry: false })?.size === RESERVE_BYTES) return
      if ((await freeBytes(this.#folder)) < FREE_AT_LEAST_BYTES) return this.#fillLater()
      // Random, because some file systems store zeros without taking any room.
      await writeFile(this.#file, randomBytes(RESERVE_BYTES), { mode: 0o600, flush: true })
    } catch (error) {
      console.error('No room was set aside', error)
      this.#remove()
      if (isDiskFull(error)) this.#fillLater()
    }
  }

  dispose(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  /**
   * Does the work; when the disk is full, gives up the reserve and does it once more.
   * @throws what the work threw
   */
  async spend<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    try {
      return await work()
    } catch (error) {
      if (!isDiskFull(error) || !this.#giveUp()) throw error
      return work()
    }
  }

  /** Whether there was anything to give up. */
  #giveUp(): boolean {
    if (!existsSync(this.#file) || !this.#remove()) return false
    this.#fillLater()
    return true
  }

  #remove(): boolean {
    try {
      rmSync(this.#file, { force: true })
      return true
    } catch (error) {
      console.error('The room that is set aside cannot be given up', error)
      return false
    }
  }

  #fillLater(): void {
    this.dispose()
    this.#timer = setTimeout(() => void this.fill(), TRY_AGAIN_AFTER_MS).unref()
  }
}
