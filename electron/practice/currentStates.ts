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
import { stateOn, summarise, type Summary } from './summary'

export interface CurrentStates {
  /** As they were when the day began: what is said today changes nothing in them. */
  atStart: QuestionState[]
  /** As they will be tomorrow, if nothing more is said today. */
  tomorrow: QuestionState[]
}

/** So many questions are summed up before others get their turn: with ten takes each, some milliseconds. */
const AT_ONCE = 100

/**
 * What is known of these questions on this day. Of most the stored summary says it. One that is
 * missing is made, which for a whole library takes seconds, in pieces; and one that was said today is
 * summed up twice, as it was this morning and as it is now.
 */
export async function currentStates(
  db: Database,
  questions: readonly PractisedQuestion[],
  day: number,
): Promise<CurrentStates> {
  const rows = readSummaries(db)
  const missing = questions.filter(({ questionId }) => !rows.has(questionId))
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    if (from > 0) await setImmediate()
    for (const row of sumUp(db, missing.slice(from, from + AT_ONCE))) rows.set(row.questionId, row)
  }

  const read = saidQuestionReader(db)
  const states: CurrentStates = { atStart: [], tomorrow: [] }
  for (const question of questions) {
    const row = rows.get(question.questionId)
    if (!row) continue // it was deleted meanwhile
    let atStart = summaryOf(row)
    let now = atStart
    if (row.saidDay !== null && row.saidDay >= day) {
      const said = read(question.questionId)
      if (!said) continue
      atStart = summarise(said, { day, countsToday: false })
      now = summarise(said, { day, countsToday: true })
    }
    states.atStart.push(stateOn(day, question, atStart))
    states.tomorrow.push(stateOn(day + 1, question, now))
  }
  return states
}

/** Reads and writes in one transaction: a take that another thread brings in between is not missed. */
function sumUp(db: Database, questions: readonly PractisedQuestion[]): SummaryRow[] {
  const rows = (): SummaryRow[] => {
    const read = saidQuestionReader(db)
    return questions.flatMap(({ questionId }) => {
      const said = read(questionId)
      return said ? [rowOf(questionId, summarise(said))] : []
    })
  }
  const store = db.transaction(() => {
    const made = rows()
    writeSummaries(db, made)
    return made
  })
  try {
    return store.immediate()
  } catch (error) {
    // It is only made again the next time.
    if (!isDiskFull(error)) throw error
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
