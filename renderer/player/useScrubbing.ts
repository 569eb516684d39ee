import { type RefObject, useEffect } from 'react'
import { Scope } from '../lib/scope'
import type { Seekable } from './player'

/** Pressing on the element seeks to that place; dragging keeps seeking, also beyond its edges. */
export function useScrubbing(target: RefObject<HTMLElement | null>, player: Seekable): void {
  useEffect(() => {
    const element = target.current
    if (!element) return
    const scope = new Scope()
    const seek = (event: PointerEvent) => {
      const { left, width } = element.getBoundingClientRect()
      if (width > 0) player.seekTo(((event.clientX - left) / width) * player.durationSeconds)
    }
    scope.listen(element, 'pointerdown', (event) => {
      if (!(event instanceof PointerEvent) || event.button !== 0) return
      element.setPointerCapture(event.pointerId)
      seek(event)
    })
    scope.listen(element, 'pointermove', (event) => {
      if (!(event instanceof PointerEvent)) return
      if (element.hasPointerCapture(event.pointerId)) seek(event)
    })
    return () => scope.dispose()
  }, [target, player])
}
