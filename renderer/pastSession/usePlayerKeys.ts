import { useEffect } from 'react'
import { isPressable, isTyping } from '../keys/keys'
import type { PlayerHandle } from '../player/player'

const STEP_SECONDS = 5

/** Space and the arrows for the take that is open, wherever the focus is on the page. */
export function usePlayerKeys(player: PlayerHandle | null): void {
  useEffect(() => {
    if (!player) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return
      if (isTyping(event.target)) return
      if (event.key === ' ' && !isPressable(event.target)) {
        // Held down it repeats: it is taken all the same, or it would scroll the page.
        if (!event.repeat) player.toggle()
      } else if (event.key === 'ArrowLeft') player.seekBy(-STEP_SECONDS)
      else if (event.key === 'ArrowRight') player.seekBy(STEP_SECONDS)
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [player])
}
