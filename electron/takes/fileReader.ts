import { open, type FileHandle } from 'node:fs/promises'

const BUFFER_BYTES = 256 * 1024

/** Reads a file from its start to its end, without ever holding the whole of it. */
export class FileReader {
  readonly #file: FileHandle
  #buffer = new Uint8Array(0)
  /** Where in the buffer the next byte is. */
  #at = 0
  /** Where in the file the buffer ends. */
  #position = 0

  private constructor(file: FileHandle) {
    this.#file = file
  }

  /** The caller closes it. */
  static async open(path: string): Promise<FileReader> {
    return new FileReader(await open(path, 'r'))
  }

  /** The next `count` bytes, the caller's to keep; null when there are not so many any more. */
  async take(count: number): Promise<Uint8Array | null> {
    if (this.#buffer.length - this.#at < count && !(await this.#fill(count))) return null
    const bytes = this.#buffer.slice(this.#at, this.#at + count)
    this.#at += count
    return bytes
  }

  skip(count: number): void {
    const buffered = Math.min(count, this.#buffer.length - this.#at)
    this.#at += buffered
    this.#position += count - buffered
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  /** Puts at least so many bytes into the buffer; says whether the file had them. */
  async #fill(count: number): Promise<boolean> {
    const rest = this.#buffer.subarray(this.#at)
    const buffer = new Uint8Array(Math.max(count, BUFFER_BYTES))
    buffer.set(rest)
    let length = rest.length
    while (length < count) {
      const { bytesRead } = await this.#file.read(
        buffer,
        length,
        buffer.length - length,
        this.#position,
      )
      if (bytesRead === 0) break
      length += bytesRead
      this.#position += bytesRead
    }
    this.#buffer = buffer.subarray(0, length)
    this.#at = 0
    return length >= count
  }
}
