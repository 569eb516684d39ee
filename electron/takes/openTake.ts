import { rm } from 'node:fs/promises'
import { AppError } from '../../shared/errors'
import type { Take } from '../../shared/model'
import { isDiskFull, syncFolder } from '../disk/durableFiles'
import type { TakeFiles, TakeRef } from './takeFiles'
import { GrowingFile } from './growingFile'
import type { Remuxer } from '../sound/remuxer'
import { CopyWhileRecording } from './copyWhileRecording'

/** A piece of a recording: some WebM, and the peaks that belong to it. */
export interface Chunk {
  /** Counts from 0. */
  sequence: number
  audio: Uint8Array
  peaks: Uint8Array
}

/** The two files of a take that is being recorded, and its running copy. Its owner closes it. */
export class OpenTake {
  readonly copy: CopyWhileRecording
  readonly #audio: GrowingFile
  readonly #peaks: GrowingFile
  #nextSequence = 0
  /** Ends when everything asked for until now is done: chunks go to the disk one after the other. */
  #settled: Promise<unknown> = Promise.resolve()

  private constructor(audio: GrowingFile, peaks: GrowingFile, copy: CopyWhileRecording) {
    this.copy = copy
    this.#audio = audio
    this.#peaks = peaks
  }

  /** Makes both files. When that fails, neither is there. */
  static async create(files: TakeFiles, remuxer: Remuxer, take: Take): Promise<OpenTake> {
    const ref: TakeRef = { takeId: take.id, sessionId: take.sessionId }
    await files.makeFolder(take.sessionId)
    const made: { path: string; file: GrowingFile }[] = []
    const create = async (path: string): Promise<GrowingFile> => {
      const file = await GrowingFile.create(path)
      made.push({ path, file })
      return file
    }
    try {
      const audio = await create(files.part(ref))
      const peaks = await create(files.peaks(ref))
      await syncFolder(files.folder(take.sessionId))
      return new OpenTake(
        audio,
        peaks,
        new CopyWhileRecording(remuxer, files.part(ref), files.draft(ref)),
      )
    } catch (error) {
      // Only these: a file that was there already has somebody's sound in it.
      for (const { path, file } of made) {
        await file.close()
        await rm(path, { force: true }).catch(() => {})
      }
      throw error
    }
  }

  /** @throws {AppError} TAKE_OUT_OF_ORDER @throws the file system's error */
  append(chunk: Chunk): Promise<void> {
    return this.#inTurn(() => this.#appendNow(chunk))
  }

  /** Waits for the chunks that are under way, then lets go of the files. The copy is left running. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      await Promise.all([this.#audio.close(), this.#peaks.close()])
    })
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const result = this.#settled.then(work)
    this.#settled = result.catch(() => {})
    return result
  }

  async #appendNow(chunk: Chunk): Promise<void> {
    const { sequence } = chunk
    if (sequence !== this.#nextSequence) {
      throw new AppError(
        'TAKE_OUT_OF_ORDER',
        `Chunk ${String(sequence)} came where ${String(this.#nextSequence)} was due`,
      )
    }
    try {
      await this.#store(chunk)
    } catch (error) {
      // The copy takes as much room as the recording, and only the recording counts.
      if (!isDiskFull(error) || !(await this.copy.giveUp())) throw error
      await this.#store(chunk)
    }
    this.#nextSequence += 1
    this.copy.grown(this.#audio.length)
  }

  /** Both or neither. */
  async #store({ audio, peaks }: Omit<Chunk, 'sequence'>): Promise<void> {
    const before = { audio: this.#audio.length, peaks: this.#peaks.length }
    const results = await Promise.allSettled([this.#audio.append(audio), this.#peaks.append(peaks)])
    const failed = results.find((result) => result.status === 'rejected')
    if (failed) {
      await this.#audio.cutTo(before.audio)
      await this.#peaks.cutTo(before.peaks)
      throw failed.reason
    }
  }
}
