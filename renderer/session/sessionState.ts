import { countsAsAnswer, type EndedTake } from '../../shared/endedTake'
import type { Session, SessionQuestion, Take } from '../../shared/model'

/* What happens to a session on the screen, as plain functions from one session to the next. */

/** What a person can change about a take after it was recorded. */
export type TakeChange = Partial<Pick<Take, 'rating' | 'notes' | 'isBest'>>

/** @throws {RangeError} when the question is not in the session: a mistake in the program. */
export function questionOf(session: Session, questionId: string): SessionQuestion {
  const question = session.questions.find(({ id }) => id === questionId)
  if (!question) throw new RangeError(`No question ${questionId} in session ${session.id}`)
  return question
}

/** The question before (-1) or after (1) this one, or undefined at either end. */
export function neighbourOf(
  session: Session,
  questionId: string,
  step: -1 | 1,
): SessionQuestion | undefined {
  return session.questions[questionOf(session, questionId).position - 1 + step]
}

/** Puts a take in its place, new or changed. A take that becomes the best one takes that from the others. */
export function withTake(session: Session, take: Take): Session {
  return withQuestion(session, take.questionId, (question) => {
    const others = question.takes
      .filter(({ id }) => id !== take.id)
      .map((other) => (take.isBest && other.isBest ? { ...other, isBest: false } : other))
    const takes = [...others, take].toSorted((one, other) => one.number - other.number)
    return { ...question, takes }
  })
}

/** Changes a take as it now stands on the screen, so that two changes on their way do not undo each other. */
export function withChange(session: Session, take: Take, change: TakeChange): Session {
  const current = questionOf(session, take.questionId).takes.find(({ id }) => id === take.id)
  return current ? withTake(session, { ...current, ...change }) : session
}

export function withoutTake(session: Session, take: Take): Session {
  return withQuestion(session, take.questionId, (question) => ({
    ...question,
    takes: question.takes.filter(({ id }) => id !== take.id),
  }))
}

function withQuestion(
  session: Session,
  questionId: string,
  change: (question: SessionQuestion) => SessionQuestion,
): Session {
  return {
    ...session,
    questions: session.questions.map((question) =>
      question.id === questionId ? change(question) : question,
    ),
  }
}

/** The take that the list of questions tells the length of: the best one, else the last; see countsAsAnswer. */
export function shownTake(question: SessionQuestion): EndedTake | undefined {
  const answers = question.takes.filter(countsAsAnswer)
  return answers.find(({ isBest }) => isBest) ?? answers.at(-1)
}
