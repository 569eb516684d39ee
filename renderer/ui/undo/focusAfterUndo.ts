/** What was brought back is on the screen by then, or it belongs to another one. */
const GIVE_UP_MS = 1500

/**
 * Call before an offer goes from the screen that has the focus: it moves to what has come back, once
 * that is there, else to the row beside which it stood.
 * @param offer still on the page
 */
export function focusAfterUndo(offer: HTMLElement): void {
  const around = offer.closest('dialog, main') ?? document.querySelector('main')
  if (!around) return
  const row = offer.closest('li')
  const before = new Set(around.querySelectorAll('li'))
  const observer = new MutationObserver(() => {
    if (!isFocusLost()) return stop()
    const back = [...around.querySelectorAll('li')].find((item) => !before.has(item))
    const control = back && controlIn(back)
    if (!control) return
    stop()
    control.focus()
  })
  const giveUp = setTimeout(() => {
    stop()
    if (!isFocusLost() || !around.isConnected) return
    const beside = row?.isConnected ? row : (around.querySelector('li') ?? around)
    controlIn(beside)?.focus()
  }, GIVE_UP_MS)
  const stop = () => {
    clearTimeout(giveUp)
    observer.disconnect()
  }
  observer.observe(around, { childList: true, subtree: true })
}

/** What had it is gone; whoever has moved it since wants it there. */
function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body
}

/** What one goes on with: the row's link, where it has one. */
function controlIn(element: Element): HTMLElement | null {
  return (
    element.querySelector<HTMLElement>('a[href]') ??
    element.querySelector<HTMLElement>('button:enabled') ??
    element.querySelector<HTMLElement>('input:enabled')
  )
}
