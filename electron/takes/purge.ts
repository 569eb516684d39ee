import { UNDO_MS } from '../../shared/defaults'
import { checkpoint, type Database } from '../store/database/database'
import {
  firstSessionDeletionMs,
  listEmptySessions,
  listPurgeableSessions,
  removeSessionRow,
} from '../store/sessions/sessions'
import { firstTakeDeletionMs, listPurgeableTakes, removeTakeRow } from '../store/takes/takes'
import type { TakeFiles } from './takeFiles'

/** An Undo that was clicked in the last moment must not meet a purge on its way. */
const GRACE_MS = 2000
const KEPT_MS = UNDO_MS + GRACE_MS

/**
 * Removes deleted takes and sessions for good, once they can no longer be brought back. Owns one
 * timer. Each removal is synchronous from the files to the row, so nothing can restore a take that
 * is half gone.
 */
export class Purge {
  readonly #db: Database
  readonly #files: TakeFiles
  readonly #scrub: () => void
  readonly #isTrusted: () => boolean
  #timer: NodeJS.Timeout | null = null
  /** What was removed may still stand in the log; also what was removed before a kill. */
  #logHasWords = true

  /**
   * @param scrub removes what was deleted from wherever copies of it are
   * @param isTrusted whether to believe the database when it calls something deleted
   */
  constructor(
    db: Database,
    files: TakeFiles,
    scrub: () => void,
    isTrusted: () => boolean = () => true,
  ) {
    this.#db = db
    this.#files = files
    this.#scrub = scrub
    this.#isTrusted = isTrusted
  }

  /** Something was deleted: comes back for it when its time to be brought back is over. */
  schedule(): void {
    this.#scheduleWhatCameAfter(Date.now() - KEPT_MS)
  }

  /** Removes everything that is deleted, also what could still be brought back: for start and end. Never throws. */
  removeEverythingDeleted(): void {
    removeOrLog('what is deleted', () => this.#remove(Number.MAX_SAFE_INTEGER))
  }

  dispose(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  /** What was deleted until that moment has been dealt with, or could not be. */
  #scheduleWhatCameAfter(doneUntilMs: number): void {
    this.dispose()
    const waitMs = this.#untilNextMs(Date.now(), doneUntilMs)
    if (waitMs === null) return
    this.#timer = setTimeout(() => {
      // Removing takes its time: what falls due meanwhile is the next one's.
      const dueMs = Date.now() - KEPT_MS
      removeOrLog('what is due', () => {
        this.#remove(dueMs)
        this.#scheduleWhatCameAfter(dueMs)
      })
    }, waitMs).unref()
  }

  /** How long until the oldest of what can still be brought back is due; null when nothing is. */
  #untilNextMs(now: number, doneUntilMs: number): number | null {
    const recent = { deletedAfterMs: doneUntilMs }
    const firstMs = Math.min(
      firstTakeDeletionMs(this.#db, recent) ?? Infinity,
      firstSessionDeletionMs(this.#db, recent) ?? Infinity,
    )
    // Never longer than this, also when the clock was set back meanwhile.
    if (firstMs < Infinity) return Math.max(0, Math.min(firstMs + KEPT_MS - now, KEPT_MS))
    // What is overdue could not be removed: tried again, but not at once.
    return this.#logHasWords || this.#isAnythingDeleted(now) ? KEPT_MS : null
  }

  #isAnythingDeleted(now: number): boolean {
    const before = { deletedBeforeMs: now }
    return (
      listPurgeableTakes(this.#db, before).length > 0 ||
      listPurgeableSessions(this.#db, before).length > 0
    )
  }

  #remove(deletedBeforeMs: number): void {
    if (!this.#isTrusted()) return
    let removed = 0
    // First the takes: a session that loses its last one can go too.
    for (const ref of listPurgeableTakes(this.#db, { deletedBeforeMs })) {
      removed += removeOrLog(`take ${ref.takeId}`, () => {
        this.#files.removeTake(ref)
        removeTakeRow(this.#db, ref.takeId)
      })
    }
    for (const sessionId of listPurgeableSessions(this.#db, { deletedBeforeMs })) {
      removed += removeOrLog(`session ${sessionId}`, () => this.#removeSession(sessionId))
    }
    for (const sessionId of listEmptySessions(this.#db)) {
      removed += removeOrLog(`empty session ${sessionId}`, () => {
        // Nobody has deleted it: sound in its folder has lost its row, and may get it back.
        if (!this.#files.hasSound(sessionId)) this.#removeSession(sessionId)
      })
    }
    // Also what a kill kept from being done after an earlier removal.
    removeOrLog('copies', this.#scrub)
    if (removed > 0) this.#logHasWords = true
    if (this.#logHasWords) removeOrLog('log', () => (this.#logHasWords = !checkpoint(this.#db)))
  }

  #removeSession(sessionId: string): void {
    this.#files.removeSession(sessionId)
    removeSessionRow(this.#db, sessionId)
  }
}

/** What cannot be removed now keeps its row and is tried again later. @returns how many went: 0 or 1 */
function removeOrLog(what: string, remove: () => unknown): number {
  try {
    remove()
    return 1
  } catch (error) {
    console.error(`Cannot remove ${what} yet`, error)
    return 0
  }
}
