import { join } from 'node:path'
import { closeDatabase, openDatabase, type Database } from '../../electron/store/database/database'
import { newId } from '../../electron/store/database/ids'
import { insertMark } from '../../electron/store/takes/marks'
import { writeMeasures } from '../../electron/store/takes/measures'
import { writeRubric } from '../../electron/store/takes/rubrics'
import { finishSession } from '../../electron/store/sessions/sessions'
import { startSession } from '../../electron/store/sessions/startSession'
import { setBestTake, setTakeRating } from '../../electron/store/takes/takes'
import { MARK_KINDS } from '../../shared/defaults'
import type { RubricStep } from '../../shared/rubric'
import { pausesOver, sampleMeasures } from './sampleMeasures'
import { addTake, PACK_ID } from './seed'

const DAY_MS = 86_400_000

/** How many takes each evening had, the oldest first. */
const TWELVE_IN_TEN_DAYS = [1, 1, 2, 1, 1, 1, 2, 1, 1, 1]
const LENGTHS_MS = [38, 52, 171, 148, 66, 139, 131, 96, 118, 104, 88, 94].map((s) => s * 1000)
const FIRST_WORDS_MS = [4200, 3600, 3900, 2800, 3100, 2200, 2500, 1900, 1400, 2000, 1300, 1100]
const LONGEST_PAUSES_MS = [6100, 4400, 5200, 3900, 2600, 4100, 2900, 2400, 3200, 1800, 2100, 1700]

interface HeardTakes {
  /** The position of the question in its pack, from 1. */
  readonly question: number
  readonly takesPerDay?: readonly number[]
  /** The last session can be resumed. */
  readonly isUnfinished?: boolean
  readonly nowMs?: number
}

/**
 * Takes of one question over some evenings, one a day up to yesterday, measured, marked and rated
 * as they may be when somebody practises: shorter, sooner, with fewer long pauses. The last but two
 * is not measured. The data folder has its pack already. Answers with the question's id.
 */
export function seedHeardTakes(
  dataFolder: string,
  {
    question,
    takesPerDay = TWELVE_IN_TEN_DAYS,
    isUnfinished = false,
    nowMs = Date.now(),
  }: HeardTakes,
): string {
  const db = openDatabase(join(dataFolder, 'soundcheck.db'))
  try {
    const takeCount = takesPerDay.reduce((sum, count) => sum + count, 0)
    let index = 0
    let asked = ''
    takesPerDay.forEach((count, day) => {
      const startedAtMs = nowMs - (takesPerDay.length - day) * DAY_MS
      const session = startSession(db, { kind: 'pack', packId: PACK_ID, startedAtMs })
      const questionId = session.questions[question - 1]!.id
      asked = questionId
      for (let number = 1; number <= count; number += 1) {
        const durationMs = LENGTHS_MS[index % LENGTHS_MS.length]!
        const atMs = startedAtMs + number * 180_000
        const takeId = addTake(db, dataFolder, session, questionId, atMs, durationMs)
        if (index !== takeCount - 3) hear(db, takeId, { index, takeCount, durationMs })
        if (number === 2) setBestTake(db, { takeId, isBest: true })
        index += 1
      }
      if (isUnfinished && day === takesPerDay.length - 1) return
      finishSession(db, { sessionId: session.id, finishedAtMs: startedAtMs + 3_600_000 })
    })
    return asked
  } finally {
    closeDatabase(db)
  }
}

interface Heard {
  readonly index: number
  readonly takeCount: number
  readonly durationMs: number
}

function hear(db: Database, takeId: string, { index, takeCount, durationMs }: Heard): void {
  const share = index / Math.max(1, takeCount - 1)
  const longestMs = LONGEST_PAUSES_MS[index % LONGEST_PAUSES_MS.length]!
  const low = Math.round(170 - 45 * share + 9 * Math.sin(index * 1.9))
  const pauses = pausesOver(durationMs, Math.round(durationMs / 5000), [420, 780, 300, 1150, 560])
  writeMeasures(
    db,
    takeId,
    sampleMeasures({
      durationMs,
      timeToFirstWordMs: FIRST_WORDS_MS[index % FIRST_WORDS_MS.length]!,
      pauses: pauses.map((pause, at) =>
        at === 2 ? { ...pause, endMs: pause.startMs + longestMs } : pause,
      ),
      speakingMs: Math.round(durationMs * (0.62 + 0.2 * share)),
      speechShare: 0.66 + 0.18 * share + 0.03 * Math.sin(index * 2.7),
      paceWpm: { low, high: low + 26 },
    }),
  )
  const step = (offset: number) => Math.min(4, 1 + Math.floor(share * 3.2 + offset)) as RubricStep
  writeRubric(db, takeId, {
    answered: step(0.6),
    concrete: step(0.2),
    followable: index % 4 === 1 ? null : step(0.4),
    natural: step(0.9),
  })
  setTakeRating(db, { takeId, rating: step(0.1) })
  for (let mark = 0; mark < (index * 5) % 7; mark += 1) {
    const kind = MARK_KINDS[mark]!
    insertMark(db, { id: newId(), takeId, kind, atMs: 4000 * (mark + 1), note: '' })
  }
}
