import { AppError } from '../../shared/errors'
import type { Take } from '../../shared/model'
import { findTake } from '../store/takes/takes'
import { finishTake, finishTakeWithSound, type FinishTools } from './finishTake'
import { OpenTake, type Chunk } from './openTake'
import type { CopyWhileRecording } from './copyWhileRecording'

type End = (tools: FinishTools, take: Take, copy?: CopyWhileRecording) => Promise<Take | null>

interface WriterTools extends FinishTools {
  /**
   * Held while a take is recorded, until it is finished: the machine stays awake
   * (microphone/keptAwake.ts), and long work rests (background/workWatch.ts).
   */
  whileRecording: readonly { holdFor(takeId: string): void; releaseFor(takeId: string): void }[]
}

/** The takes that are being recorded or finished right now, and the only way to their files. */
export class TakeWriter {
  readonly #tools: WriterTools
  readonly #open = new Map<string, OpenTake>()
  readonly #closing = new Map<string, Promise<Take | null>>()

  constructor(tools: WriterTools) {
    this.#tools = tools
  }

  /** A take is being recorded or finished. */
  get isBusy(): boolean {
    return this.#open.size > 0 || this.#closing.size > 0
  }

  /** The takes that are being recorded. */
  get openTakeIds(): readonly string[] {
    return [...this.#open.keys()]
  }

  /** Makes the files of a take whose row exists; answers when they survive a power cut. */
  async begin(take: Take): Promise<void> {
    const { files, remuxer } = this.#tools
    this.#hold(take.id)
    remuxer.warmUp()
    try {
      this.#open.set(take.id, await OpenTake.create(files, remuxer, take))
    } catch (error) {
      this.#release(take.id)
      throw error
    }
  }

  /**
   * Appends a chunk and answers when it is on the disk. When it cannot be stored whole, nothing of
   * it is, and everything before it stays.
   * @throws {AppError} TAKE_NOT_RECORDING, TAKE_OUT_OF_ORDER
   * @throws the file system's error
   */
  async append(takeId: string, chunk: Chunk): Promise<void> {
    const open = this.#open.get(takeId)
    if (!open) throw new AppError('TAKE_NOT_RECORDING', `Take ${takeId} is not being recorded`)
    this.#hold(takeId)
    await open.append(chunk)
  }

  /**
   * Closes a take and makes it playable. Finishing it again, or after a finish that failed, is fine.
   * @throws {AppError} NOT_FOUND
   */
  async finish(takeId: string): Promise<Take> {
    const take = await this.#close(takeId, finishTake)
    if (!take) throw new AppError('NOT_FOUND', `Take ${takeId} was taken back`)
    return take
  }

  /** Closes a take; without any sound it is forgotten, with sound it is finished. */
  async abandon(takeId: string): Promise<void> {
    await this.#close(takeId, finishTakeWithSound)
  }

  /** Closes everything that is still open: nothing that was recorded is lost. */
  async closeAll(): Promise<void> {
    const ids = new Set([...this.#open.keys(), ...this.#closing.keys()])
    const results = await Promise.allSettled([...ids].map((takeId) => this.abandon(takeId)))
    for (const result of results) {
      // The recording is on the disk all the same; the next start finishes it.
      if (result.status === 'rejected') console.error('A take was not finished', result.reason)
    }
  }

  /** Two callers, the window's Stop and the app's end, share one closing. */
  #close(takeId: string, end: End): Promise<Take | null> {
    const underWay = this.#closing.get(takeId)
    if (underWay) return underWay
    const closing = this.#closeOnce(takeId, end).finally(() => this.#closing.delete(takeId))
    this.#closing.set(takeId, closing)
    return closing
  }

  async #closeOnce(takeId: string, end: End): Promise<Take | null> {
    const open = this.#open.get(takeId)
    this.#open.delete(takeId)
    try {
      await open?.close()
      const row = findTake(this.#tools.db, takeId)
      if (!row) throw new AppError('NOT_FOUND', `No take ${takeId}`)
      return row.state === 'recording' ? await end(this.#tools, row, open?.copy) : row
    } finally {
      this.#release(takeId)
      await open?.copy.giveUp()
    }
  }

  #hold(takeId: string): void {
    for (const each of this.#tools.whileRecording) each.holdFor(takeId)
  }

  #release(takeId: string): void {
    for (const each of this.#tools.whileRecording) each.releaseFor(takeId)
  }
}
