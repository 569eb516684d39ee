import { UNDO_MS } from '../../shared/defaults'
import { checkpoint, type Database } from '../store/database'
import { listPurgeableSessions, removeSessionRow } from '../store/sessions'
import { listPurgeableTakes, removeTakeRow } from '../store/takes'
import type { TakeFiles } from './files'

/** An Undo that was clicked in the last moment must not meet a purge on its way. */
const GRACE_MS = 2000

/**
 * Removes deleted takes and sessions for good, once they can no longer be brought back. Owns one
 * timer. Each removal is synchronous from the files to the row, so nothing can restore a take that
 * is half gone.
 */
export class Purge {
  readonly #db: Database
  readonly #files: TakeFiles
  #timer: NodeJS.Timeout | null = null

  constructor(db: Database, files: TakeFiles) {
    this.#db = db
    this.#files = files
  }

  /** Something was deleted: comes back for it when its time to be brought back is over. */
  schedule(): void {
    // One that is set already sets the next one, as long as anything is left.
    this.#timer ??= setTimeout(() => {
      this.#timer = null
      const now = Date.now()
      this.#remove(now - UNDO_MS - GRACE_MS)
      if (this.#isAnythingDeleted(now)) this.schedule()
    }, UNDO_MS + GRACE_MS).unref()
  }

  /** Removes everything that is deleted, also what could still be brought back: for start and end. */
  removeEverythingDeleted(): void {
    this.#remove(Number.MAX_SAFE_INTEGER)
  }

  dispose(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  #isAnythingDeleted(now: number): boolean {
    const before = { deletedBeforeMs: now }
    return (
      listPurgeableTakes(this.#db, before).length > 0 ||
      listPurgeableSessions(this.#db, before).length > 0
    )
  }

  #remove(deletedBeforeMs: number): void {
    let removed = 0
    // First the takes: a session that loses its last one can go too.
    for (const ref of listPurgeableTakes(this.#db, { deletedBeforeMs })) {
      removed += attempt(`take ${ref.takeId}`, () => {
        this.#files.removeTake(ref)
        removeTakeRow(this.#db, ref.takeId)
      })
    }
    for (const { sessionId } of listPurgeableSessions(this.#db, { deletedBeforeMs })) {
      removed += attempt(`session ${sessionId}`, () => {
        this.#files.removeSession(sessionId)
        removeSessionRow(this.#db, sessionId)
      })
    }
    // Deleted words also stood in the log.
    if (removed > 0) attempt('log', () => checkpoint(this.#db))
  }
}

/** What cannot be removed now keeps its row and is tried again later. @returns how many went: 0 or 1 */
function attempt(what: string, remove: () => void): number {
  try {
    remove()
    return 1
  } catch (error) {
    console.error(`Cannot remove ${what} yet`, error)
    return 0
  }
}
