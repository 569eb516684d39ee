import type { Page } from '@playwright/test'

interface Awaited {
  /** What begins it. */
  event: 'click' | 'input'
  act: () => Promise<void>
  /** All of these are on the page when it is done. */
  selectors: readonly string[]
  /** What the text of the last one begins with, in any case. */
  text?: string
}

/**
 * How long it takes from an event to the first paint with what was waited for, in the page's own
 * time: neither the tool nor its way to the page is in it.
 */
export async function paintedMs(page: Page, awaited: Awaited): Promise<number> {
  const { event, act, selectors, text = '' } = awaited
  const listening = await page.evaluateHandle(
    ([eventName, wanted, start]) => {
      const isThere = () =>
        wanted.every((selector, index) => {
          const isLast = index === wanted.length - 1
          const elements = [...document.querySelectorAll(selector)]
          return elements.some(
            (element) => !isLast || element.textContent.toLowerCase().startsWith(start),
          )
        })
      const painted = new Promise<number>((resolve) => {
        const began = ({ timeStamp }: Event) => {
          const observer = new MutationObserver(() => look())
          const look = () => {
            if (!isThere()) return
            observer.disconnect()
            // The frame after the change paints it; a message comes right after the frame.
            requestAnimationFrame(() => {
              const { port1, port2 } = new MessageChannel()
              port1.addEventListener('message', () => resolve(performance.now() - timeStamp))
              port1.start()
              port2.postMessage(null)
            })
          }
          observer.observe(document, {
            subtree: true,
            childList: true,
            attributes: true,
            characterData: true,
          })
        }
        document.addEventListener(eventName, began, { capture: true, once: true })
      })
      return { painted }
    },
    [event, selectors, text.toLowerCase()] as const,
  )
  await act()
  return listening.evaluate(({ painted }) => painted)
}
