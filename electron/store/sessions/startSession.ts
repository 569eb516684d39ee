import { MAX_TITLE_CHARACTERS } from '../../../shared/defaults'
import type { Session, SessionSettings } from '../../../shared/model'
import type { Database } from '../database/database'
import { newId } from '../database/ids'
import { openSession } from './openSession'
import { whatToAsk, type SessionStart } from './whatToAsk'

/**
 * Begins a session. Every other one stays as it is: several unfinished ones may stand side by side.
 * Of chosen questions those that are deleted are left out: others may have been rated beside them.
 * @throws {AppError} NOT_FOUND when there is no such pack or question, or none of those chosen
 */
export function startSession(
  db: Database,
  { startedAtMs, ...start }: SessionStart & { startedAtMs: number },
): Session {
  const sessionId = newId()
  const begin = db.transaction(() => {
    const { title, packId, questionIds } = whatToAsk(db, start)
    const settings: SessionSettings = start.kind === 'mock' ? { mock: start.settings } : {}
    db.prepare(
      `INSERT INTO sessions
         (id, kind, title, pack_id, settings, started_at_ms, current_question_id)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      sessionId,
      start.kind,
      cut(title),
      packId,
      JSON.stringify(settings),
      startedAtMs,
      questionIds[0],
    )
    const ask = db.prepare(
      'INSERT INTO session_questions (session_id, position, question_id) VALUES (?, ?, ?)',
    )
    questionIds.forEach((questionId, index) => ask.run(sessionId, index + 1, questionId))
  })
  begin.immediate()
  return openSession(db, { sessionId })
}

/** A long question is no title: what is left out is said by the dots. */
function cut(title: string): string {
  if (title.length <= MAX_TITLE_CHARACTERS) return title
  const characters = Array.from(new Intl.Segmenter().segment(title), ({ segment }) => segment)
  return `${characters
    .slice(0, MAX_TITLE_CHARACTERS - 1)
    .join('')
    .trimEnd()}…`
}
