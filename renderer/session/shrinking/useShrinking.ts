import { useCallback, useState } from 'react'
import { countsAsAnswer, isAnswer, type EndedTake } from '../../../shared/endedTake'
import type { Question, Take } from '../../../shared/model'

/**
 * The same answer three times, each time in less of its time (the 4/3/2 exercise of fluency
 * training, Nation 1989, Maurice 1983): it lasts.
 */
const SHARES = [1, 3 / 4, 1 / 2] as const

/** From Again to Hard. */
const WEAK_UNTIL = 2

export type Shrinking =
  | { readonly state: 'idle' }
  /** `round` counts from 1. */
  | { readonly state: 'going'; readonly round: number; readonly rounds: number }

export interface ShrinkingRounds {
  readonly shrinking: Shrinking
  /** How long the answer is to be this time. */
  readonly target: Question['target']
  readonly begin: () => void
  readonly end: () => void
  /** A take was saved; @returns what to say of it, null when it was no round. */
  readonly saved: (take: Take) => string | null
}

/** The rounds of one question; another question ends them. */
export function useShrinking({ id, target }: Pick<Question, 'id' | 'target'>): ShrinkingRounds {
  const [going, setGoing] = useState<{ questionId: string; round: number } | null>(null)
  const round = going?.questionId === id ? going.round : null
  const begin = useCallback(() => setGoing({ questionId: id, round: 1 }), [id])
  const end = useCallback(() => setGoing(null), [])
  const saved = useCallback(
    (take: Take): string | null => {
      // One that is hardly there was no round.
      if (round === null || take.questionId !== id || !countsAsAnswer(take)) return null
      const isLast = round === SHARES.length
      setGoing(isLast ? null : { questionId: id, round: round + 1 })
      return isLast ? 'All three rounds said' : `Round ${String(round + 1)}: say it in less time`
    },
    [id, round],
  )
  return {
    shrinking:
      round === null ? { state: 'idle' } : { state: 'going', round, rounds: SHARES.length },
    target: round === null ? target : shortened(target, SHARES[round - 1] ?? 1),
    begin,
    end,
    saved,
  }
}

function shortened({ shortestMs, longestMs }: Question['target'], share: number) {
  return { shortestMs: shortestMs * share, longestMs: longestMs * share }
}

/** By its last rating, in this session or before it: then the rounds are offered. */
export function isWeakQuestion(takes: readonly EndedTake[], wasWeak: boolean): boolean {
  const rated = takes.filter(isAnswer).findLast(({ rating }) => rating !== null)
  if (!rated || rated.rating === null) return wasWeak
  return rated.rating <= WEAK_UNTIL
}
