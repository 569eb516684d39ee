import type { Database } from '../database/database'
import { KEPT } from '../takes/takeRows'

/**
 * The ids of all sessions that have a take, newest first: how long the history is and what stands
 * where, without what it says. Read from indexes alone; 10,000 of them take some milliseconds.
 */
export function listShownSessionIds(db: Database): string[] {
  return db
    .prepare<[], string>(
      `SELECT id FROM sessions
       WHERE deleted_at_ms IS NULL
         AND EXISTS (SELECT 1 FROM takes WHERE session_id = sessions.id AND ${KEPT})
       ORDER BY id DESC`,
    )
    .pluck()
    .all()
}
