import { randomBytes } from 'node:crypto'
import { rmSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isDiskFull } from './disk'

/** Enough for the few pages that the database needs to close a take or to forget one. */
const RESERVE_BYTES = 512 * 1024

/**
 * A file of no use but its room. On a full disk even deleting needs some: this is given up then, so
 * that a person can always make room, and what was recorded can be closed.
 */
export class Reserve {
  readonly #file: string

  constructor(dataFolder: string) {
    this.#file = join(dataFolder, 'reserve')
  }

  /** Sets the room aside where it is missing; on a disk that is full already, not. */
  async fill(): Promise<void> {
    if (statSync(this.#file, { throwIfNoEntry: false })?.size === RESERVE_BYTES) return
    try {
      // Random, because some file systems store zeros without taking any room.
      await writeFile(this.#file, randomBytes(RESERVE_BYTES), { mode: 0o600, flush: true })
    } catch (error) {
      rmSync(this.#file, { force: true })
      console.error('No room was set aside', error)
    }
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
    if (!statSync(this.#file, { throwIfNoEntry: false })) return false
    rmSync(this.#file, { force: true })
    return true
  }
}
