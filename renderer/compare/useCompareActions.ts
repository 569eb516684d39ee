import { useAnnounce } from '../ui/Announcer'
import { formatClock, formatTenths } from '../lib/format'
import type { Duel } from './duel/duel'
import { otherLetter } from './sides/sides'

export interface CompareActions {
  readonly flip: () => void
  readonly loopStart: () => void
  readonly loopEnd: () => void
  readonly clearLoop: () => void
}

/** What can be done with both, and said of it to those who do not see the waves. */
export function useCompareActions(duel: Duel): CompareActions {
  const announce = useAnnounce()
  const sayLoop = () => {
    const stretch = duel.stretch(duel.heard.get())
    if (!stretch) return
    announce(`Loop from ${formatTenths(stretch.startMs)} to ${formatTenths(stretch.endMs)}`)
  }
  return {
    flip: () => {
      const to = otherLetter(duel.heard.get())
      duel.flip()
      announce(
        duel.heard.get() === to
          ? `Take ${to} at ${formatClock(duel.positionMs(to))}`
          : `Take ${to} cannot be played`,
      )
    },
    loopStart: () => {
      duel.loopStart()
      sayLoop()
    },
    loopEnd: () => {
      duel.loopEnd()
      sayLoop()
    },
    clearLoop: () => {
      if (!duel.loop.get()) return
      duel.clearLoop()
      announce('Loop cleared')
    },
  }
}
