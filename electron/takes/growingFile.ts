import { open, type FileHandle } from 'node:fs/promises'
import { writeFully } from '../disk/durableFiles'

/** A file that only grows, and never holds a part of what was appended last. */
export class GrowingFile {
  readonly #handle: FileHandle
  #length = 0

  private constructor(handle: FileHandle) {
    this.#handle = handle
  }

  /** Makes a new file that only this user can read. */
  static async create(path: string): Promise<GrowingFile> {
    return new GrowingFile(await open(path, 'wx', 0o600))
  }

  /** In bytes. */
  get length(): number {
    return this.#length
  }

  /**
   * Adds the bytes and answers when they are on the disk. When that fails the file is as it was.
   * @throws the error of the file system, as in ENOSPC
   */
  async append(bytes: Uint8Array): Promise<void> {
    if (bytes.byteLength === 0) return
    try {
      await writeFully(this.#handle, bytes, this.#length)
      await this.#handle.sync()
    } catch (error) {
      await this.cutTo(this.#length)
      throw error
    }
    this.#length += bytes.byteLength
  }

  /** Takes back everything after this many bytes. */
  async cutTo(length: number): Promise<void> {
    this.#length = length
    // Should even this fail, the next append still overwrites from here, and a decoder ignores the
    // rest of a packet that was cut.
    await this.#handle.truncate(length).catch(() => {})
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }
}
