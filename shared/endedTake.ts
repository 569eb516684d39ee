import { VERY_SHORT_MS } from './defaults'
import type { Take } from './model'

/** A take that is over: it can be played, or is at least kept. */
export type EndedTake = Exclude<Take, { state: 'recording' }>

export function isEnded(take: Take): take is EndedTake {
  return take.state !== 'recording'
}

/** Whether it is over and answers the question itself, not a follow-up. */
export function isAnswer(take: Take): take is EndedTake {
  return isEnded(take) && take.followUp === ''
}

/** Whether its question is answered by it: one that is hardly there was hardly meant. */
export function countsAsAnswer(take: Take): take is EndedTake {
  return isAnswer(take) && !isHardlyThere(take)
}

/** So short that nobody has said anything; what is left of a damaged take says nothing of its length. */
export function isHardlyThere(take: EndedTake): boolean {
  return take.state === 'ready' && take.durationMs < VERY_SHORT_MS
}
