import type { SessionQuestion, Take } from '../../shared/model'

/** A take that is over: it can be played, or is at least kept. */
export type EndedTake = Exclude<Take, { state: 'recording' }>

export function endedTakes(question: SessionQuestion): EndedTake[] {
  return question.takes.filter((take): take is EndedTake => take.state !== 'recording')
}
