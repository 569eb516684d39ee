import { isAnswer } from '../../shared/endedTake'
import type { Rating, Session, SessionQuestion } from '../../shared/model'

export interface WeakQuestion {
  readonly question: SessionQuestion
  /** 1 Again, 2 Hard. */
  readonly rating: Rating
}

/**
 * The questions of a session that went badly in the end: whose answer that was rated last was rated
 * Again or Hard. In the session's order.
 */
export function weakQuestions({ questions }: Pick<Session, 'questions'>): WeakQuestion[] {
  return questions.flatMap((question) => {
    const rating = question.takes.filter(isAnswer).findLast((take) => take.rating !== null)?.rating
    return rating === 1 || rating === 2 ? [{ question, rating }] : []
  })
}
