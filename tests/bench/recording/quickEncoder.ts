import type { Page } from '@playwright/test'
import { speechParts } from '../libraries/hour'

/** How many pieces the sound of the fixture comes in: each lasts a quarter of a second, as recorded. */
const PIECES = 20

/**
 * Puts an encoder into the page that gives away sound as fast as it is asked to, in place of
 * Chromium's own, which needs an hour for an hour. Everything behind it stays: the page's recorder,
 * the way to main, the file. The microphone, the meter and the live wave go on in real time.
 */
export class QuickEncoder {
  readonly #page: Page
  /** What it has given away since the recording began. */
  #bytes = 0
  readonly #pieceBytes: readonly number[]
  readonly #headBytes: number
  #given = 0

  private constructor(page: Page, headBytes: number, pieceBytes: readonly number[]) {
    this.#page = page
    this.#headBytes = headBytes
    this.#pieceBytes = pieceBytes
  }

  static async install(page: Page): Promise<QuickEncoder> {
    const { head, sound } = speechParts()
    const at = (piece: number) => Math.round((sound.length * piece) / PIECES)
    const pieces = Array.from({ length: PIECES }, (_, piece) =>
      sound.subarray(at(piece), at(piece + 1)),
    )
    await page.evaluate(installInPage, {
      head: head.toString('base64'),
      pieces: pieces.map((piece) => piece.toString('base64')),
    })
    return new QuickEncoder(
      page,
      head.length,
      pieces.map(({ length }) => length),
    )
  }

  /** Forgets the recording before: a new one begins. */
  begin(): void {
    this.#bytes = this.#headBytes
    this.#given = 0
  }

  /**
   * Gives away so many quarters of a second, so many at a time.
   * @returns how long the file is once all of them are in it
   */
  async give(count: number, atATime: number): Promise<number> {
    await this.#page.evaluate(
      ([quarters, together]) => {
        const encoder = Reflect.get(globalThis, 'quickEncoder') as {
          give: (count: number, atATime: number) => void
        }
        encoder.give(quarters, together)
      },
      [count, atATime] as const,
    )
    for (let piece = 0; piece < count; piece += 1) {
      this.#bytes += this.#pieceBytes[(this.#given + piece) % PIECES]!
    }
    this.#given += count
    return this.#bytes
  }
}

/** In the page: what MediaRecorder is from now on. */
function installInPage(given: { head: string; pieces: string[] }): void {
  const bytesOf = (text: string) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
  const head = bytesOf(given.head)
  const pieces = given.pieces.map(bytesOf)

  class Encoder extends EventTarget {
    state: RecordingState = 'inactive'
    #count = 0

    start(): void {
      this.state = 'recording'
      Reflect.set(globalThis, 'quickEncoder', this)
      setTimeout(() => this.dispatchEvent(new Event('start')))
    }

    stop(): void {
      this.state = 'inactive'
      setTimeout(() => {
        this.#tell([])
        this.dispatchEvent(new Event('stop'))
      })
    }

    give(count: number, atATime: number): void {
      for (let done = 0; done < count; done += atATime) {
        const parts: BlobPart[] = this.#count === 0 ? [head] : []
        for (let part = 0; part < Math.min(atATime, count - done); part += 1) {
          parts.push(pieces[this.#count % pieces.length]!)
          this.#count += 1
        }
        this.#tell(parts)
      }
    }

    #tell(parts: BlobPart[]): void {
      this.dispatchEvent(new BlobEvent('dataavailable', { data: new Blob(parts) }))
    }
  }
  Reflect.set(globalThis, 'MediaRecorder', Encoder)
}
