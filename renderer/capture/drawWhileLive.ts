import type { LevelFeed } from './levelFeed'
import { Scope } from './scope'

/**
 * Calls `draw` before each paint for as long as there is something to show: it sleeps when `draw`
 * answers that nothing is left to move, wakes with the next frame of sound, and does nothing while
 * the window cannot be seen. Returns the function that ends it.
 * @param draw given the time of the paint in milliseconds; true asks for another paint
 */
export function drawWhileLive(levels: LevelFeed, draw: (nowMs: number) => boolean): () => void {
  const scope = new Scope()
  let frame: number | null = null

  const paint = (nowMs: number) => {
    frame = null
    if (draw(nowMs)) wake()
  }
  const wake = () => {
    if (frame === null && !document.hidden) frame = requestAnimationFrame(paint)
  }
  const sleep = () => {
    if (frame !== null) cancelAnimationFrame(frame)
    frame = null
  }

  scope.add(levels.subscribe(wake))
  scope.listen(document, 'visibilitychange', () => (document.hidden ? sleep() : wake()))
  scope.add(sleep)
  wake()
  return () => scope.dispose()
}
