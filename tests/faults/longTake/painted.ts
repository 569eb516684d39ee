import type { Locator, Page } from '@playwright/test'

/** How long it takes from a click to the first paint in which a take's wave stands, in the page's time. */
export async function paintedMs(page: Page, button: Locator): Promise<number> {
  await button.waitFor()
  const painted = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let clickedAtMs = Number.NaN
        document.addEventListener('click', () => (clickedAtMs = performance.now()), {
          capture: true,
          once: true,
        })
        const look = () => {
          const wave = document.querySelector('[role="img"][aria-label="Waveform"]')
          const canvases = wave?.firstElementChild?.shadowRoot?.querySelectorAll('canvas') ?? []
          const isDrawn = [...canvases].some((canvas) => {
            const { width, height } = canvas
            if (width === 0 || height === 0) return false
            const pixels = canvas.getContext('2d')!.getImageData(0, 0, width, height).data
            return pixels.some((value) => value !== 0)
          })
          // What is drawn now is on the screen with the next frame.
          if (isDrawn) requestAnimationFrame(() => resolve(performance.now() - clickedAtMs))
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
  await button.click()
  return painted
}
