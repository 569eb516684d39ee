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
