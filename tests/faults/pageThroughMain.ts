import type { ElectronApplication } from '@playwright/test'
import { expect } from '@playwright/test'

const ANSWERS_WITHIN_MS = 2000

/**
 * The page, reached through main. Playwright loses a page whose process died, for good; main has
 * the new one as soon as it is loaded.
 */
export class PageThroughMain {
  readonly #app: ElectronApplication

  constructor(app: ElectronApplication) {
    this.#app = app
  }

  /** The process that the page runs in now. */
  processId(): Promise<number> {
    return this.#app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]!.webContents.getOSProcessId(),
    )
  }

  /** The value of an expression in the page; null while there is no page to answer. */
  value(expression: string): Promise<unknown> {
    return this.#app.evaluate(
      ({ BrowserWindow }, [code, withinMs]) =>
        Promise.race([
          BrowserWindow.getAllWindows()[0]!
            .webContents.executeJavaScript(code, true)
            .catch(() => null),
          new Promise((resolve) => setTimeout(() => resolve(null), withinMs)),
        ]) as Promise<unknown>,
      [expression, ANSWERS_WITHIN_MS] as const,
    )
  }

  /** Waits until the expression is true in the page. */
  async until(expression: string): Promise<void> {
    await expect
      .poll(() => this.value(expression), { message: expression, intervals: [50] })
      .toBe(true)
  }

  /** Clicks the button of this name once it can be, and answers with the moment of it. */
  async click(name: string): Promise<number> {
    const named = `(button.getAttribute('aria-label') ?? button.textContent).trim() === ${JSON.stringify(name)}`
    const button = `Array.from(document.querySelectorAll('button:enabled')).find((button) => ${named})`
    await this.until(`${button} !== undefined`)
    return (await this.value(`{ const atMs = Date.now(); ${button}.click(); atMs }`)) as number
  }
}
