import type { Database } from '../../electron/store/database/database'
import { newId } from '../../electron/store/database/ids'

const NOW_MS = Date.UTC(2026, 0, 15, 12)

/** Of what the app brings, one pack: a session asks no others. */
const PACK_ID = 'backend-developer'

/**
 * Many sessions at once of that pack, or of the only one there is: each has three answered questions
 * with some takes, every fifth notes.
 */
export function fillStore(db: Database, sessionCount: number, takesPerSession: number): void {
  const questionIds = db
    .prepare<[string], string>(
      `SELECT id FROM questions
       WHERE pack_id = (SELECT pack_id FROM questions ORDER BY pack_id <> ? LIMIT 1)
       ORDER BY position`,
    )
    .pluck()
    .all(PACK_ID)
  const addSession = db.prepare(
    `INSERT INTO sessions
       (id, kind, title, pack_id, started_at_ms, finished_at_ms, current_question_id)
     VALUES (?, 'pack', 'Trial', ?, ?, ?, ?)`,
  )
  const addQuestion = db.prepare('INSERT INTO session_questions VALUES (?, ?, ?)')
  const addTake = db.prepare(
    `INSERT INTO takes (id, session_id, question_id, number, state, started_at_ms, duration_ms,
       microphone, echo_cancellation, noise_suppression, auto_gain_control, notes)
     VALUES (?, ?, ?, ?, 'ready', ?, 60000, 'Desk microphone', 0, 0, 0, ?)`,
  )
  const packId = questionIds[0]?.split('/')[0] ?? ''
  const fill = db.transaction(() => {
    for (let index = 0; index < sessionCount; index += 1) {
      const id = newId()
      addSession.run(id, packId, NOW_MS, NOW_MS, questionIds[0])
      questionIds.forEach((questionId, at) => addQuestion.run(id, at + 1, questionId))
      for (let take = 0; take < takesPerSession; take += 1) {
        const questionId = questionIds[(index + (take % 3)) % questionIds.length]
        const notes = take % 5 === 0 ? `Too fast at the end, session ${String(index)}` : ''
        addTake.run(newId(), id, questionId, Math.floor(take / 3) + 1, NOW_MS, notes)
      }
    }
  })
  fill()
}
