import type { WebContents } from 'electron'
import { commandOf } from '../../shared/keys/keyPress'

/** The sizes that Chromium's own menu offers, in shares of the usual one. */
const FACTORS = [
  0.25, 0.33, 0.5, 0.67, 0.75, 0.8, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5,
] as const

export type Zoom = 'zoomIn' | 'zoomOut' | 'resetZoom'
const ZOOMS = ['zoomIn', 'zoomOut', 'resetZoom'] as const satisfies Zoom[]

/** Makes the page larger or smaller by a step, or gives it its usual size. */
export function zoom(contents: WebContents, how: Zoom): void {
  contents.setZoomFactor(nextFactor(contents.getZoomFactor(), how))
}

/** The size after this step; the same at either end. */
export function nextFactor(factor: number, how: Zoom): number {
  // Chromium keeps the size as a power of 1.2: it comes back a little off.
  const same = 0.005
  switch (how) {
    case 'resetZoom':
      return 1
    case 'zoomIn':
      return FACTORS.find((one) => one > factor + same) ?? factor
    case 'zoomOut':
      return FACTORS.findLast((one) => one < factor - same) ?? factor
  }
}

/**
 * Zooms by the keys that do so in every browser, on every layout. The accelerators of a menu know one
 * key each, and not where it is on another layout; so these come first.
 */
export function zoomByKeys(contents: WebContents): void {
  contents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown' || input.isComposing) return
    const press = { ...input, altGraph: false }
    const pressed = commandOf(press, ZOOMS, process.platform === 'darwin')
    if (!pressed) return
    event.preventDefault()
    zoom(contents, pressed.command)
  })
}
