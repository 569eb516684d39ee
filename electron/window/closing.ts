import { app, type BrowserWindow } from 'electron'
import { sendEvent } from '../ipc/bindRequests'
import type { TakeWriter } from '../takes/takeWriter'

/** How long the page may take to hand over the last of a recording. */
const PATIENCE_MS = 5000

/**
 * Lets the window close only when nothing is being recorded any more: asks the page to stop, waits
 * for it, and finishes what is open even without it. Quitting takes the same way, by whatever it
 * was asked for: menu, SIGTERM, SIGINT.
 */
export class Closing {
  readonly #writer: TakeWriter
  #isQuitting = false
  #isUnderWay = false
  #pageIsReady: () => void = () => {}

  constructor(writer: TakeWriter) {
    this.#writer = writer
    app.on('before-quit', () => (this.#isQuitting = true))
  }

  attach(window: BrowserWindow): void {
    window.on('close', (event) => {
      if (!this.#writer.isBusy) return
      event.preventDefault()
      if (!this.#isUnderWay) void this.#finishAndClose(window)
    })
  }

  /** The page has stopped recording and sent everything. */
  pageIsReady(): void {
    this.#pageIsReady()
  }

  async #finishAndClose(window: BrowserWindow): Promise<void> {
    this.#isUnderWay = true
    const answer = this.#answerOfPage()
    sendEvent(window, 'app.closing')
    await answer
    await this.#writer.closeAll()
    this.#isUnderWay = false
    // Preventing the close had also ended the quitting that it was a part of.
    if (this.#isQuitting) app.quit()
    else window.close()
  }

  #answerOfPage(): Promise<void> {
    return new Promise((resolve) => {
      const patience = setTimeout(resolve, PATIENCE_MS)
      this.#pageIsReady = () => {
        clearTimeout(patience)
        resolve()
      }
    })
  }
}
