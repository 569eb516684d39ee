import { QUESTION_BELONGINGS } from '../belongings/questionBelongings'
import { TAKE_BELONGINGS } from '../belongings/takeBelongings'
import { mergeBelongings } from '../belongings/walkBelongings'
import type { QuestionRecord } from './questionRecord'
import type { SessionRecord } from './sessionRecord'
import type { TakeRecord } from './takeRecord'

/*
 * Two versions of which nobody can tell the newer one: both are kept. What that means for each belonging
 * the belonging says.
 */

/** Null when it is more than a take can have. */
export function mergeTakes(here: TakeRecord, there: TakeRecord): TakeRecord | null {
  const belongings = mergeBelongings(TAKE_BELONGINGS, here, there)
  return (
    belongings && {
      ...here,
      ...belongings,
      isRecovered: here.isRecovered || there.isRecovered,
      deletedAtMs: deletedInBoth(here, there),
    }
  )
}

/** It has ended when it has in either, and is there when it is in either. */
export function mergeSessions(here: SessionRecord, there: SessionRecord): SessionRecord {
  return {
    ...here,
    finishedAtMs: here.finishedAtMs ?? there.finishedAtMs,
    deletedAtMs: deletedInBoth(here, there),
  }
}

/** Null when it is more than a question can have. */
export function mergeQuestions(here: QuestionRecord, there: QuestionRecord): QuestionRecord | null {
  const belongings = mergeBelongings(QUESTION_BELONGINGS, here, there)
  return (
    belongings && {
      ...here,
      ...belongings,
      isDeleted: here.isDeleted && there.isDeleted,
      deletedAtMs: deletedInBoth(here, there),
    }
  )
}

/** What one of them has not deleted is there. */
function deletedInBoth(
  here: { deletedAtMs: number | null },
  there: { deletedAtMs: number | null },
): number | null {
  return there.deletedAtMs === null ? null : here.deletedAtMs
}
