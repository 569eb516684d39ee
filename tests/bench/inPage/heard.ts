import type { Page } from '@playwright/test'

/**
 * Remembers the element that plays, which the app keeps out of its document: call before the first
 * play.
 */
export function watchSound(page: Page): Promise<void> {
  return page.evaluate(() => {
    const play = Reflect.get(HTMLMediaElement.prototype, 'play')
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      Reflect.set(globalThis, 'sounding', this)
      return play.call(this)
    }
  })
}

/** How long it takes from a click until sound moves on, in the page's time. */
export async function heardAfterClickMs(page: Page, act: () => Promise<void>): Promise<number> {
  const listening = await page.evaluateHandle(() => {
    const heard = new Promise<number>((resolve) => {
      const began = ({ timeStamp }: Event) => {
        const audio = () => Reflect.get(globalThis, 'sounding') as HTMLMediaElement | undefined
        let from: number | undefined
        const look = () => {
          const sounding = audio()
          if (sounding && !sounding.paused) {
            from ??= sounding.currentTime
            if (sounding.currentTime !== from) return resolve(performance.now() - timeStamp)
          }
          setTimeout(look)
        }
        setTimeout(look)
      }
      document.addEventListener('click', began, { capture: true, once: true })
    })
    return { heard }
  })
  await act()
  return listening.evaluate(({ heard }) => heard)
}

/**
 * How long it takes from a seek of what plays now until sound moves on from there. The app is asked
 * through its slider, a bare page directly.
 */
export function heardAfterSeekMs(page: Page, share: number): Promise<number> {
  return page.evaluate(
    (place) =>
      new Promise<number>((resolve) => {
        const audio = Reflect.get(globalThis, 'sounding') as HTMLMediaElement
        const slider = document.querySelector<HTMLInputElement>('input[aria-label="Position"]')
        const seconds = place * audio.duration
        const beganAtMs = performance.now()
        if (slider) {
          slider.value = String(seconds)
          slider.dispatchEvent(new Event('input', { bubbles: true }))
        } else {
          audio.currentTime = seconds
        }
        const target = audio.currentTime
        const look = () => {
          const isHeard = !audio.seeking && !audio.paused && audio.currentTime > target
          if (isHeard) resolve(performance.now() - beganAtMs)
          else setTimeout(look)
        }
        setTimeout(look)
      }),
    share,
  )
}
