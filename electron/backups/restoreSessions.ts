import type { SessionRecord } from '../records/sessionRecord'
import { adoptSession } from '../recovery/adoptRecord'
import type { Database } from '../store/database/database'
import { setSessionDeleted } from '../store/sessions/sessions'

/* What takes that come back from a backup need: their sessions. */

const SHOWN_SESSION_IDS = 'SELECT id FROM sessions WHERE deleted_at_ms IS NULL ORDER BY id'

/**
 * Those that are gone or hidden, and have a take that comes back or is there.
 * @param ofTakes the sessions of the takes that come back or change
 */
export function sessionsToBringBack(
  db: Database,
  backup: Database,
  ofTakes: readonly string[],
): string[] {
  const wanted = new Set(ofTakes)
  const isShown = db.prepare('SELECT 1 FROM sessions WHERE id = ? AND deleted_at_ms IS NULL')
  const hasTakes = db.prepare('SELECT 1 FROM takes WHERE session_id = ?')
  return backup
    .prepare<[], string>(SHOWN_SESSION_IDS)
    .pluck()
    .all()
    .filter((id) => !isShown.get(id) && (wanted.has(id) || hasTakes.get(id) !== undefined))
}

/** Makes the session where it is gone, and shows it where it is hidden. */
export function bringSessionBack(db: Database, record: SessionRecord | null): void {
  if (!record) return
  adoptSession(db, record)
  setSessionDeleted(db, { sessionId: record.id, deletedAtMs: null })
}
