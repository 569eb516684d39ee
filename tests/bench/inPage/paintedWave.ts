import type { Locator, Page } from '@playwright/test'

/** How long it takes from a click to the paint in which a take's wave stands, in the page's time. */
export async function paintedWaveMs(page: Page, button: Locator): Promise<number> {
  await button.waitFor()
  const listening = await page.evaluateHandle(() => {
    const isDrawn = () => {
      const wave = document.querySelector('[role="img"][aria-label="Waveform"]')
      const canvases = wave?.firstElementChild?.shadowRoot?.querySelectorAll('canvas') ?? []
      return [...canvases].some((canvas) => {
        const { width, height } = canvas
        if (width === 0 || height === 0) return false
        const row = canvas.getContext('2d')!.getImageData(0, height >> 1, width, 1).data
        return row.some((value) => value !== 0)
      })
    }
    const painted = new Promise<number>((resolve) => {
      const began = ({ timeStamp }: Event) => {
        const look = () => {
          // What is drawn by now is on the screen with the next frame.
          if (isDrawn()) requestAnimationFrame(() => resolve(performance.now() - timeStamp))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }
      document.addEventListener('click', began, { capture: true, once: true })
    })
    return { painted }
  })
  await button.click()
  return listening.evaluate(({ painted }) => painted)
}
