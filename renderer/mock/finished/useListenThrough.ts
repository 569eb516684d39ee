import { useEffect, useEffectEvent, useState } from 'react'
import type { EndedTake } from '../../../shared/endedTake'
import { type TakeInPlayer, useOpenTake } from '../../pastSession/useOpenTake'

export interface ListenThrough {
  readonly open: TakeInPlayer | null
  /** Plays this one alone, or pauses it. */
  readonly toggle: (take: EndedTake) => void
  /** Plays all from the one that is open, or from the first; or pauses. */
  readonly toggleAll: () => void
}

/** A pause that came by itself was noticed by then. */
const JUST_ENDED_MS = 1000

/** One answer after the other, as in one recording; or one by itself. */
export function useListenThrough(takes: readonly EndedTake[]): ListenThrough {
  const [open, toggleTake] = useOpenTake(() => null)
  const [goesOn, setGoesOn] = useState(false)
  const playable = takes.filter(({ state }) => state === 'ready')

  const player = open?.player
  const goOn = useEffectEvent(() => {
    if (!player || !goesOn) return
    const isOver = player.endedAgoMs < JUST_ENDED_MS || player.state.get() === 'broken'
    if (!isOver) return
    const next = playable[playable.findIndex(({ id }) => id === open?.takeId) + 1]
    if (next) toggleTake(next)
    else setGoesOn(false)
  })
  useEffect(() => player?.state.subscribe(() => goOn()), [player])

  return {
    open,
    toggle: (take) => {
      setGoesOn(false)
      toggleTake(take)
    },
    toggleAll: () => {
      const current = playable.find(({ id }) => id === open?.takeId)
      const isAtEnd = open?.state !== 'playing' && open?.player.endedAgoMs !== Infinity
      const take = isAtEnd && !goesOn ? playable[0] : (current ?? playable[0])
      if (!take) return
      setGoesOn(true)
      toggleTake(take)
    },
  }
}
