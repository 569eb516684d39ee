import type { Page } from '@playwright/test'

/** The page tests/bench/bare/recorder.html, once its microphone is open. */
export class BareRecorder {
  readonly #page: Page

  private constructor(page: Page) {
    this.#page = page
  }

  static async ready(page: Page): Promise<BareRecorder> {
    await page.waitForFunction(() => 'microphone' in globalThis)
    return new BareRecorder(page)
  }

  record(): Promise<void> {
    return this.#page.locator('#record').click()
  }

  /** The same, but the microphone is opened a second time for it. */
  openAndRecord(): Promise<void> {
    return this.#page.locator('#open').click()
  }

  /** Ends the recording and answers with it. */
  async stop(): Promise<Uint8Array> {
    await this.#page.locator('#stop').click()
    const base64 = await this.#page.evaluate(async () => {
      const recording = await new Promise<Blob>((resolve) => {
        const look = () => {
          const blob = Reflect.get(globalThis, 'recording') as Blob | undefined
          if (blob) resolve(blob)
          else setTimeout(look)
        }
        look()
      })
      Reflect.deleteProperty(globalThis, 'recording')
      const bytes = new Uint8Array(await recording.arrayBuffer())
      return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    })
    return Buffer.from(base64, 'base64')
  }
}
