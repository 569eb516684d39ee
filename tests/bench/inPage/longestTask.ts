import type { Page } from '@playwright/test'

export interface Scrolled {
  longestTaskMs: number
  /** How long the way to the end took. */
  tookMs: number
  /** The oldest session was there at the end. */
  reachedEnd: boolean
}

/**
 * Scrolls down a screen's height with each frame until the element of this id is there and nothing
 * is below it. Chromium tells of tasks from 50 ms on; without any, the longest time by which a short
 * timer was late says how long others kept it waiting.
 */
export function scrollToEnd(page: Page, lastId: string, withinMs: number): Promise<Scrolled> {
  return page.evaluate(
    ([id, patienceMs]) =>
      new Promise<Scrolled>((resolve) => {
        const TOLD_FROM_MS = 50
        const TIMER_MS = 4
        const tasks: number[] = []
        const observer = new PerformanceObserver((list) => {
          tasks.push(...list.getEntries().map(({ duration }) => duration))
        })
        observer.observe({ type: 'longtask' })

        let latestMs = 0
        let tickedAtMs = performance.now()
        const timer = setInterval(() => {
          const now = performance.now()
          latestMs = Math.max(latestMs, now - tickedAtMs - TIMER_MS)
          tickedAtMs = now
        }, TIMER_MS)

        const beganAtMs = performance.now()
        const end = (reachedEnd: boolean) => {
          clearInterval(timer)
          const tookMs = performance.now() - beganAtMs
          // The observer hears of the last ones a moment later.
          setTimeout(() => {
            observer.disconnect()
            const longestTaskMs =
              tasks.length > 0 ? Math.max(...tasks) : Math.min(latestMs, TOLD_FROM_MS)
            resolve({ longestTaskMs, tookMs, reachedEnd })
          }, 200)
        }
        const scroller = document.scrollingElement!
        const boxOf = () =>
          [...document.querySelectorAll<HTMLElement>('*')].find((element) => {
            const overflows = element.scrollHeight > element.clientHeight + 1
            return overflows && /auto|scroll/.test(getComputedStyle(element).overflowY)
          }) ?? scroller
        const box = boxOf()
        const step = () => {
          box.scrollTop += box.clientHeight
          const isAtEnd = box.scrollTop + box.clientHeight >= box.scrollHeight - 1
          if (isAtEnd && document.getElementById(id)) end(true)
          else if (performance.now() - beganAtMs > patienceMs) end(false)
          else requestAnimationFrame(step)
        }
        requestAnimationFrame(step)
      }),
    [lastId, withinMs] as const,
  )
}
