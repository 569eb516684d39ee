import { setImmediate } from 'node:timers/promises'
import { isDiskFull } from '../disk/durableFiles'
import type { Database } from '../store/database/database'
import type { PractisedQuestion } from '../store/practice/practisedQuestions'
import {
  readSummaries,
  saidQuestionReader,
  writeSummaries,
  type SummaryRow,
} from '../store/practice/summaryRows'
import type { QuestionState } from './questionState'
import { stateOn, summarise, type Clock, type Summary } from './summary'

export interface CurrentStates {
  /** As they were when the day began: what is said today changes nothing in them. */
  atStart: QuestionState[]
  /** As they will be tomorrow, if nothing more is said today. */
  tomorrow(): QuestionState[]
}

/** Others get their turn after so long. */
const TURN_MS = 10
/** So many are summed up in a moment. */
const SOON_DONE = 30

/** Stores what is missing. For a whole library that takes seconds, but never long at a time. */
export async function sumUpAll(
  db: Database,
  questions: readonly PractisedQuestion[],
): Promise<void> {
  const missing = missingIds(questions, readSummaries(db))
  while (missing.length > 0) {
    const turnEndsMs = performance.now() + TURN_MS
    sumUp(db, missing, () => performance.now() < turnEndsMs)
    await setImmediate()
  }
}

/**
 * What is known of these questions on this day. Of most the stored summary says it. One that was said
 * today is summed up twice, as it was this morning and as it is now.
 * @param most so many missing summaries are made here and now
 * @returns null when more are missing: sumUpAll has to make them first
 */
export function currentStates(
  db: Database,
  questions: readonly PractisedQuestion[],
  day: number,
  most = SOON_DONE,
): CurrentStates | null {
  const rows = readSummaries(db)
  const missing = missingIds(questions, rows)
  if (missing.length > most) return null
  for (const row of sumUp(db, missing)) rows.set(row.questionId, row)

  const read = saidQuestionReader(db)
  const stateAt = (clock: Clock, question: PractisedQuestion): QuestionState[] => {
    const row = rows.get(question.questionId)
    if (!row) return []
    const isOfBefore = row.saidDay === null || row.saidDay < day
    const said = isOfBefore ? undefined : read(question.questionId)
    const summary = said ? summarise(said, clock) : summaryOf(row)
    return [stateOn(clock.countsToday ? day + 1 : day, question, summary)]
  }
  return {
    atStart: questions.flatMap((one) => stateAt({ day, countsToday: false }, one)),
    tomorrow: () => questions.flatMap((one) => stateAt({ day, countsToday: true }, one)),
  }
}

function missingIds(
  questions: readonly PractisedQuestion[],
  rows: ReadonlyMap<string, SummaryRow>,
): string[] {
  return questions.flatMap(({ questionId }) => (rows.has(questionId) ? [] : [questionId]))
}

/**
 * Reads and writes in one transaction: a take that another thread brings in between is not missed.
 * @param questionIds those that are done are taken out
 * @param goesOn whether there is time for the next one
 */
function sumUp(db: Database, questionIds: string[], goesOn = (): boolean => true): SummaryRow[] {
  if (questionIds.length === 0) return []
  const rows = (): SummaryRow[] => {
    const read = saidQuestionReader(db)
    const made: SummaryRow[] = []
    do {
      const questionId = questionIds.pop() ?? ''
      const said = read(questionId)
      if (said) made.push(rowOf(questionId, summarise(said)))
    } while (questionIds.length > 0 && goesOn())
    return made
  }
  const store = db.transaction(() => {
    const made = rows()
    writeSummaries(db, made)
    return made
  })
  const before = [...questionIds]
  try {
    return store.immediate()
  } catch (error) {
    // It is only made again the next time.
    if (!isDiskFull(error)) throw error
    questionIds.splice(0, Infinity, ...before)
    return rows()
  }
}

function rowOf(questionId: string, { costMs, saidDay, memory }: Summary): SummaryRow {
  return {
    questionId,
    costMs,
    saidDay,
    ratedDay: memory?.ratedDay ?? null,
    rating: memory?.rating ?? null,
    stability: memory?.stability ?? null,
    difficulty: memory?.difficulty ?? null,
  }
}

function summaryOf(row: SummaryRow): Summary {
  const { costMs, saidDay, ratedDay, rating, stability, difficulty } = row
  const isRated = ratedDay !== null && rating !== null && stability !== null && difficulty !== null
  return { costMs, saidDay, memory: isRated ? { ratedDay, rating, stability, difficulty } : null }
}
