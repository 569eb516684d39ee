import { cpSync } from 'node:fs'
import type { Database } from '../../../electron/store/database/database'
import { newId } from '../../../electron/store/database/ids'
import { MEASURES_VERSION } from '../../../shared/measures'
import { Random } from '../../faults/random'
import { sampleMeasures } from '../../helpers/sampleMeasures'
import { emptyLibrary, TAKES_PER_SESSION, withDatabase } from './libraries'
import { madeOnce } from './scratch'

export const FEW_TAKES = 100
export const MANY_TAKES = 100_000

/** All of them are within what Progress looks back on: the most that there can be to sum up. */
const DAYS = 80
const DAY_MS = 86_400_000

/** A library with so many takes of the last weeks, rated and measured. They have no sound. */
export function libraryOfTakes(takeCount: number): Promise<string> {
  return madeOnce(`takes-${String(takeCount)}`, async (folder) => {
    cpSync(await emptyLibrary(), folder, { recursive: true, verbatimSymlinks: true })
    withDatabase(folder, (db) => addTakes(db, takeCount))
  })
}

/** Rated and measured takes of every question there is, evenly over the last weeks. */
export function addTakes(db: Database, takeCount: number): void {
  const random = new Random(5)
  const questions = db
    .prepare<[], { id: string; packId: string }>(
      'SELECT id, pack_id AS packId FROM questions ORDER BY pack_id, position',
    )
    .all()
  const questionIds = questions.map(({ id }) => id)
  const addSession = db.prepare(
    `INSERT INTO sessions
       (id, kind, title, pack_id, started_at_ms, finished_at_ms, current_question_id)
     VALUES (?, 'pack', 'Backend Developer', ?, ?, ?, ?)`,
  )
  const addQuestion = db.prepare('INSERT INTO session_questions VALUES (?, ?, ?)')
  const addTake = db.prepare(
    `INSERT INTO takes (id, session_id, question_id, number, state, started_at_ms, duration_ms,
       microphone, echo_cancellation, noise_suppression, auto_gain_control, rating)
     VALUES (?, ?, ?, 1, 'ready', ?, ?, 'Desk microphone', 0, 0, 0, ?)`,
  )
  const measure = db.prepare('INSERT INTO measures (take_id, version, measures) VALUES (?, ?, ?)')
  const sessionCount = takeCount / TAKES_PER_SESSION
  const firstMs = Date.now() - DAYS * DAY_MS
  const fill = db.transaction(() => {
    for (let session = 0; session < sessionCount; session += 1) {
      const id = newId()
      const startedAtMs = Math.round(firstMs + (session / sessionCount) * DAYS * DAY_MS)
      addSession.run(id, questions[0]?.packId, startedAtMs, startedAtMs, questionIds[0])
      for (let take = 0; take < TAKES_PER_SESSION; take += 1) {
        const questionId = questionIds[(session * 7 + take) % questionIds.length]
        addQuestion.run(id, take + 1, questionId)
        const takeId = newId()
        const durationMs = random.between(30_000, 120_000)
        addTake.run(takeId, id, questionId, startedAtMs, durationMs, random.pick([1, 2, 3, 4]))
        const measures = sampleMeasures({ timeToFirstWordMs: random.between(500, 4500) })
        measure.run(takeId, MEASURES_VERSION, JSON.stringify(measures))
      }
    }
  })
  fill()
}
