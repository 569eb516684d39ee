import type { CDPSession, Page } from '@playwright/test'

/** What Chromium is told of a press: what the key prints, and where it is. */
export interface Pressed {
  readonly key: string
  readonly code: string
  readonly control?: boolean
  readonly alt?: boolean
  readonly shift?: boolean
}

/** A keyboard of any layout: Playwright's own knows that of the United States alone. */
export class Keyboard {
  readonly #session: CDPSession

  private constructor(session: CDPSession) {
    this.#session = session
  }

  static async of(page: Page): Promise<Keyboard> {
    return new Keyboard(await page.context().newCDPSession(page))
  }

  async press({ key, code, control = false, alt = false, shift = false }: Pressed): Promise<void> {
    const modifiers = (alt ? 1 : 0) | (control ? 2 : 0) | (shift ? 8 : 0)
    const event = { key, code, modifiers, isKeypad: code.startsWith('Numpad') }
    const down =
      key.length === 1 && !control
        ? ({ type: 'keyDown', text: key } as const)
        : ({ type: 'rawKeyDown' } as const)
    await this.#session.send('Input.dispatchKeyEvent', { ...down, ...event })
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
  }
}
