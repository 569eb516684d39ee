import type { RequestInput } from '../../shared/contract'
import { AppError, type ErrorCode } from '../../shared/errors'
import type { Take } from '../../shared/model'
import { request } from '../api'
import type { TakeFault } from './captureMachine'

/** How sending a take ended: the take if there is one, and what went wrong if anything did. */
export interface SentTake {
  take: Take | null
  fault: TakeFault | null
}

/**
 * Brings one take to the disk: makes it, then one chunk after the other, in order, then closes it.
 * A chunk is let go as soon as main has it. After a failure nothing more is sent, because a take
 * with a hole is worth less than one that ends early.
 */
export class TakeSender {
  readonly #begun: Promise<Take | null>
  readonly #onFault: (fault: TakeFault) => void
  #tail: Promise<void>
  #sentCount = 0
  #fault: TakeFault | null = null

  /**
   * @param onBegun hears of the take when it has its row and file
   * @param onFault hears of the first failure, as soon as it happens
   */
  constructor(
    input: RequestInput<'takes.begin'>,
    onBegun: (take: Take) => void,
    onFault: (fault: TakeFault) => void,
  ) {
    this.#onFault = onFault
    this.#begun = request('takes.begin', input).then(
      (take) => {
        onBegun(take)
        return take
      },
      (error: unknown) => {
        this.#fail({ kind: 'not-begun', code: codeOf(error) })
        return null
      },
    )
    this.#tail = this.#begun.then(() => undefined)
  }

  /** Queues a chunk and the peaks that belong to it; it waits here until the take exists. */
  append(chunk: Blob, peaks: Uint8Array<ArrayBuffer>): void {
    this.#tail = this.#tail.then(() => this.#send(chunk, peaks))
  }

  /** Closes the take after everything queued is on the disk; takes it back if nothing ever came. */
  async finish(): Promise<SentTake> {
    await this.#tail
    const begun = await this.#begun
    if (!begun) return { take: null, fault: this.#fault }
    const takeId = begun.id
    if (this.#sentCount === 0) return this.#abandon(takeId)
    try {
      return { take: await request('takes.finish', { takeId }), fault: this.#fault }
    } catch (error) {
      return { take: null, fault: this.#fault ?? { kind: 'not-finished', code: codeOf(error) } }
    }
  }

  async #send(chunk: Blob, peaks: Uint8Array<ArrayBuffer>): Promise<void> {
    const take = await this.#begun
    if (!take || this.#fault) return
    try {
      const audio = new Uint8Array(await chunk.arrayBuffer())
      await request('takes.append', { takeId: take.id, sequence: this.#sentCount, audio, peaks })
      this.#sentCount += 1
    } catch (error) {
      this.#fail({ kind: 'not-written', code: codeOf(error) })
    }
  }

  async #abandon(takeId: string): Promise<SentTake> {
    const fault: TakeFault = this.#fault ?? { kind: 'no-sound' }
    // An empty take that could not be taken back is found, and removed, at the next start.
    await request('takes.abandon', { takeId }).catch(() => undefined)
    return { take: null, fault }
  }

  #fail(fault: TakeFault): void {
    this.#fault = fault
    this.#onFault(fault)
  }
}

function codeOf(error: unknown): ErrorCode {
  return error instanceof AppError ? error.code : 'INTERNAL'
}
