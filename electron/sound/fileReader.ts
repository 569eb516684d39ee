import { open, type FileHandle } from 'node:fs/promises'
import { ReadableLength } from './readableLength'

const BUFFER_BYTES = 256 * 1024
const WHOLE_FILE = new ReadableLength({ kind: 'whole', bytes: Infinity })

/**
 * Reads a file from its start to its end, without ever holding the whole of it. Where it still grows
 * it waits for more.
 */
export class FileReader {
  readonly #file: FileHandle
  readonly #readableLength: ReadableLength
  #buffer = new Uint8Array(0)
  /** Where in the buffer the next byte is. */
  #at = 0
  /** Where in the file the buffer ends. */
  #position = 0

  private constructor(file: FileHandle, readableLength: ReadableLength) {
    this.#file = file
    this.#readableLength = readableLength
  }

  /** The caller closes it. */
  static async open(path: string, readableLength = WHOLE_FILE): Promise<FileReader> {
    return new FileReader(await open(path, 'r'), readableLength)
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
    const most = Math.min(BUFFER_BYTES, rest.length + (await this.#readable()))
    const buffer = new Uint8Array(Math.max(count, most))
    buffer.set(rest)
    let length = rest.length
    while (length < count) {
      const readable = Math.min(await this.#readable(), buffer.length - length)
      const { bytesRead } = await this.#file.read(buffer, length, readable, this.#position)
      if (bytesRead === 0) break
      length += bytesRead
      this.#position += bytesRead
    }
    this.#buffer = buffer.subarray(0, length)
    this.#at = 0
    return length >= count
  }

  /** How many bytes there are to read; where the file still grows, waits until there are any. */
  async #readable(): Promise<number> {
    return Math.max(0, (await this.#readableLength.beyond(this.#position)) - this.#position)
  }
}
