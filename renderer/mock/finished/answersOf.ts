import { type EndedTake, isEnded } from '../../../shared/endedTake'
import type { Session, SessionQuestion } from '../../../shared/model'

export interface InterviewAnswer {
  readonly question: SessionQuestion
  readonly take: EndedTake
}

/** Everything that was said, in the order in which it was: an answer, then that to its follow-up. */
export function answersOf({ questions }: Pick<Session, 'questions'>): InterviewAnswer[] {
  return questions.flatMap((question) =>
    question.takes.filter(isEnded).map((take) => ({ question, take })),
  )
}
