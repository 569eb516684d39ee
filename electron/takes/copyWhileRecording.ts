import { rm } from 'node:fs/promises'
import type { Growth } from '../sound/readableLength'
import type { Remuxer } from '../sound/remuxer'

/** So much more of a recording is copied at a time: some two seconds. */
const STEP_BYTES = 16 * 1024

type State =
  /** There is not enough yet. */
  | { kind: 'waiting' }
  /** `durationMs` is that of the whole copy, or null when it failed and was removed. */
  | { kind: 'running'; durationMs: Promise<number | null> }
  | { kind: 'over' }

/**
 * The finished sound of a take, made while the take is being recorded, so that after Stop only its
 * end is missing. It is never of value: whatever goes wrong with it, the recording goes on and is
 * copied after Stop.
 */
export class CopyWhileRecording {
  readonly #remuxer: Remuxer
  readonly #source: string
  readonly #target: string
  #toldBytes = 0
  #state: State = { kind: 'waiting' }

  constructor(remuxer: Remuxer, source: string, target: string) {
    this.#remuxer = remuxer
    this.#source = source
    this.#target = target
  }

  /** So many bytes of the recording are on the disk. Nothing waits for what follows from it. */
  grown(bytes: number): void {
    if (this.#state.kind === 'over' || bytes - this.#toldBytes < STEP_BYTES) return
    if (this.#state.kind === 'waiting') {
      this.#state = { kind: 'running', durationMs: this.#begin() }
    }
    this.#toldBytes = bytes
    this.#remuxer.tell(this.#target, { kind: 'grown', bytes })
  }

  /**
   * The recording is whole, and has so many bytes.
   * @returns the copy's length in milliseconds once it is complete and on the disk; null when there
   * is none
   */
  finish(bytes: number): Promise<number | null> {
    return this.#end({ kind: 'whole', bytes })
  }

  /** Removes what there is of it; after `finish` it does nothing. @returns whether there was any */
  async giveUp(): Promise<boolean> {
    const isRunning = this.#state.kind === 'running'
    await this.#end({ kind: 'givenUp' })
    return isRunning
  }

  async #begin(): Promise<number | null> {
    try {
      return await this.#remuxer.follow(this.#source, this.#target)
    } catch (error) {
      if (this.#state.kind === 'running') console.error('A take is copied after Stop', error)
      await rm(this.#target, { force: true }).catch(() => {})
      return null
    }
  }

  async #end(last: Growth): Promise<number | null> {
    const state = this.#state
    this.#state = { kind: 'over' }
    if (state.kind !== 'running') return null
    this.#remuxer.tell(this.#target, last)
    return state.durationMs
  }
}
