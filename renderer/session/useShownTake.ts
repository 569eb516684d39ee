import { useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { isEnded, type EndedTake } from '../../shared/endedTake'
import type { SessionQuestion } from '../../shared/model'
import type { PlayerHandle } from '../player/TakePlayer'

interface ShownTake {
  takes: readonly EndedTake[]
  /** The take that is looked at and listened to: the chosen one, else the newest. */
  take: EndedTake | undefined
  /** The player of that take while it is on the screen; give it to the player as its ref. */
  player: RefObject<PlayerHandle | null>
  /** Plays this take from the list, or pauses it when it is the one that plays. */
  playTake: (take: EndedTake) => void
  /** Back to the newest. */
  showNewest: () => void
}

/** Which take of the question is in the player. */
export function useShownTake(question: SessionQuestion): ShownTake {
  const takes = useMemo(() => question.takes.filter(isEnded), [question])
  const [chosenId, setChosenId] = useState<string | null>(null)
  const take = takes.find(({ id }) => id === chosenId) ?? takes.at(-1)

  const player = useRef<PlayerHandle>(null)
  // A take chosen in the list plays as soon as its player is there. The player's own effects run
  // before this one: it is connected to the sound by then.
  const playsOnArrival = useRef(false)
  useEffect(() => {
    if (!playsOnArrival.current) return
    playsOnArrival.current = false
    player.current?.play()
  }, [take?.id])
  const playTake = (other: EndedTake) => {
    if (other.id === take?.id) {
      player.current?.toggle()
      return
    }
    playsOnArrival.current = true
    setChosenId(other.id)
  }
  const showNewest = useCallback(() => setChosenId(null), [])
  return { takes, take, player, playTake, showNewest }
}
