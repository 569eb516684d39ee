import { type RefObject, useEffect, useState } from 'react'
import type { Stretch } from '../../shared/measures'
import { Scope } from '../lib/scope'

/** Short pauses are a pixel or two wide: so near to one counts as on it. */
const NEAR_PX = 3

/** Which pause the mouse is on. It is watched from around the wave, which keeps every press to itself. */
export function useHoveredPause(
  overlay: RefObject<HTMLElement | null>,
  pauses: readonly Stretch[],
  durationMs: number,
): Stretch | null {
  const [hovered, setHovered] = useState<Stretch | null>(null)
  useEffect(() => {
    const stage = overlay.current?.parentElement
    if (!stage) return
    const scope = new Scope()
    scope.listen(stage, 'pointermove', (event) => {
      if (!(event instanceof PointerEvent)) return
      const { left, width } = stage.getBoundingClientRect()
      const msPerPx = durationMs / width
      const atMs = (event.clientX - left) * msPerPx
      // While a button is held the wave is being dragged.
      setHovered(event.buttons === 0 ? pauseNear(pauses, atMs, NEAR_PX * msPerPx) : null)
    })
    scope.listen(stage, 'pointerleave', () => setHovered(null))
    return () => scope.dispose()
  }, [overlay, pauses, durationMs])
  return hovered
}

/** The pause at this moment, else the nearest one within reach. */
export function pauseNear(
  pauses: readonly Stretch[],
  atMs: number,
  reachMs: number,
): Stretch | null {
  const distanceTo = ({ startMs, endMs }: Stretch) => Math.max(startMs - atMs, atMs - endMs, 0)
  const [nearest] = pauses.toSorted((one, other) => distanceTo(one) - distanceTo(other))
  return nearest && distanceTo(nearest) <= reachMs ? nearest : null
}
