import type { LevelFeed } from './levelFeed'
import { Scope } from '../lib/scope'

/** How long after the last sound what still moves is drawn again: longer than sound takes to come. */
const ALONE_AFTER_MS = 120

/**
 * Calls `draw` whenever sound came in, which is 17 times a second, and not before each paint: a
 * frame that is asked for costs as much as one that shows something. Without sound it goes on while
 * something is left to move. Does nothing while the window cannot be seen. Returns the function that
 * ends it.
 * @param draw given the time in milliseconds; true asks for another drawing
 */
export function drawWithSound(levels: LevelFeed, draw: (nowMs: number) => boolean): () => void {
  const scope = new Scope()
  let alone: ReturnType<typeof setTimeout> | undefined

  const wake = () => {
    clearTimeout(alone)
    if (document.hidden) return
    if (draw(performance.now())) alone = setTimeout(wake, ALONE_AFTER_MS)
  }

  scope.add(levels.subscribe(wake))
  scope.listen(document, 'visibilitychange', wake)
  scope.add(() => clearTimeout(alone))
  wake()
  return () => scope.dispose()
}
