import { expect, type Page } from '@playwright/test'

/**
 * Waits for words on the screen, in the recorder or in an alert, from now on. The page itself looks
 * at its clock when they appear: what the test does meanwhile does not count.
 * @returns a function that waits for them and answers with when it was, as of `Date.now()`
 */
export async function watchFor(page: Page, words: string): Promise<() => Promise<number>> {
  const seen = await page.evaluateHandle((wanted) => {
    const found = { atMs: Number.NaN }
    const look = () => {
      const places = document.querySelectorAll<HTMLElement>(
        'section[aria-label="Recorder"], [role="alert"]',
      )
      if (![...places].some(({ innerText }) => innerText.includes(wanted))) return
      found.atMs = Date.now()
      changes.disconnect()
    }
    const changes = new MutationObserver(look)
    changes.observe(document.body, { subtree: true, childList: true, characterData: true })
    return found
  }, words)
  return async () => {
    await expect
      .poll(() => seen.evaluate(({ atMs }) => atMs), { message: `"${words}" was never shown` })
      .not.toBeNaN()
    return seen.evaluate(({ atMs }) => atMs)
  }
}
