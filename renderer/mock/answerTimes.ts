import type { MockSettings } from '../../shared/mock/mockSettings'
import type { Question } from '../../shared/model'
import { count } from '../lib/format'

/** When something is said of the length of an answer, and when it ends by itself. */
export interface AnswerTimes {
  /** Null: nothing is said. */
  readonly warning: { readonly atMs: number; readonly words: string } | null
  /** Null: it ends when the person says so. */
  readonly limitMs: number | null
}

/** So long before its end an answer is told of it; of a short one a quarter. */
const WARNED_BEFORE_MS = 15_000
const WARNED_BEFORE_SHARE = 0.25
const AS_LONG_AS_IT_SHOULD = 'That is a full answer. Come to your end.'

/**
 * The question's own limit is the longest that fits it, which is told a moment before. Where one may
 * speak for longer than that, it is told when it is reached. A follow-up has no length of its own:
 * it has the limit of its question, and is told of that alone.
 */
export function answerTimes(
  limit: MockSettings['limit'],
  target: Question['target'],
  { isFollowUp }: { isFollowUp: boolean },
): AnswerTimes {
  const limitMs = limit === 'none' ? null : limit === 'question' ? target.longestMs : limit
  if (!isFollowUp && (limitMs === null || limitMs > target.longestMs)) {
    return { warning: { atMs: target.longestMs, words: AS_LONG_AS_IT_SHOULD }, limitMs }
  }
  if (limitMs === null) return { warning: null, limitMs }
  const leftMs = Math.min(WARNED_BEFORE_MS, limitMs * WARNED_BEFORE_SHARE)
  const seconds = Math.round(leftMs / 1000)
  return { warning: { atMs: limitMs - leftMs, words: `${count(seconds, 'second')} left` }, limitMs }
}

/** Reading aloud takes about so long for a letter; nobody reads to himself more slowly. */
const READ_MS_PER_CHARACTER = 60
const READ_AT_LEAST_MS = 2000
const READ_AT_MOST_MS = 12_000

/** How long a question that is only shown stands there before there is a tone, with no time to think. */
export function readingMs(words: string): number {
  const ms = words.length * READ_MS_PER_CHARACTER
  return Math.min(READ_AT_MOST_MS, Math.max(READ_AT_LEAST_MS, ms))
}
