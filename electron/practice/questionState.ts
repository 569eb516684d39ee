import type { Rating } from '../../shared/model'
import type { Memory } from './memory'

/** What is known of a question when a day begins. Days are counted back from that day. */
export interface QuestionState {
  questionId: string
  /** How much of an evening it takes. */
  costMs: number
  isStarred: boolean
  /** It was asked in an interview. */
  isAsked: boolean
  /** At least 1; null when it was never said. */
  saidDaysAgo: number | null
  /** Null when it was never rated. */
  memory: (Memory & { rating: Rating; ratedDaysAgo: number }) | null
}

export function isNew({ saidDaysAgo }: QuestionState): boolean {
  return saidDaysAgo === null
}

/** It went badly when it was last said. */
export function isForgotten({ saidDaysAgo, memory }: QuestionState): boolean {
  return memory?.rating === 1 && memory.ratedDaysAgo === saidDaysAgo
}

/** Rated Again or Hard. */
export function isWeak({ memory }: QuestionState): boolean {
  return memory !== null && memory.rating <= 2
}
