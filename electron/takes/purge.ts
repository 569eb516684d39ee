import { UNDO_MS } from '../../shared/defaults'
import type { Health } from '../library/databaseHealth'
import { checkpoint, type Database } from '../store/database/database'
import { takeOutRemnants } from '../store/database/remnants'
import {
  firstInterviewDeletionMs,
  listPurgeableInterviews,
  removeInterview,
} from '../store/interviews/hiddenInterviews'
import {
  firstSessionDeletionMs,
  listEmptySessions,
  listPurgeableSessions,
  listUntouchedSessions,
  removeSessionRow,
} from '../store/sessions/sessions'
import { deleteQuestions, removeUnaskedDeleted } from '../store/questions/deleteQuestion'
import { listSessionsOfDeleted } from '../store/sessions/leaveSessions'
import {
  firstQuestionDeletionMs,
  listPurgeablePacks,
  listPurgeableQuestions,
  removePack,
  removeUnusedPacks,
} from '../store/questions/hiddenQuestions'
import { firstTakeDeletionMs, listPurgeableTakes, removeTakeRow } from '../store/takes/takes'
import type { TakeFiles } from './takeFiles'

/** An Undo that was clicked in the last moment must not meet a purge on its way. */
const GRACE_MS = 2000
const KEPT_MS = UNDO_MS + GRACE_MS

/**
 * Removes deleted takes, sessions, questions, packs and interviews for good, once they can no longer
 * be brought back. Owns one timer. Each removal is synchronous from the files to the row, so nothing
 * can restore a take that is half gone; the copies of the database are cleaned afterwards, by whoever
 * keeps them.
 */
export class Purge {
  readonly #db: Database
  readonly #files: TakeFiles
  readonly #scrub: () => Promise<boolean>
  readonly #health: Health
  #timer: NodeJS.Timeout | null = null
  #isDisposed = false
  /** What was removed may still stand in the log; also what was removed before a kill. */
  #logHasWords = true
  /** What this run has removed. */
  readonly #removedIds: string[] = []

  /**
   * @param scrub removes what was deleted from wherever copies of it are, and says whether there was
   *   anything
   * @param health whether to believe the database when it calls something deleted
   */
  constructor(db: Database, files: TakeFiles, scrub: () => Promise<boolean>, health: Health) {
    this.#db = db
    this.#files = files
    this.#scrub = scrub
    this.#health = health
  }

  /** Something was deleted: comes back for it when its time to be brought back is over. */
  schedule(): void {
    this.#scheduleWhatCameAfter(Date.now() - KEPT_MS)
  }

  /**
   * Words were removed at once, as those of a form: they may still stand in the log and in the copies,
   * from which they go with the next removal.
   */
  scheduleForWords(): void {
    this.#logHasWords = true
    this.schedule()
  }

  /**
   * Removes everything that is deleted, also what could still be brought back, and the sessions that
   * nobody has begun: for start and end, when nobody can be in one.
   * When it returns, rows and files are gone; when it resolves, the copies are clean too. What could
   * not be done is left to the next time. Never rejects.
   */
  removeEverythingDeleted(): Promise<void> {
    this.#removeOrLog('what nobody has begun', () =>
      this.#removeEmpty(listUntouchedSessions(this.#db)),
    )
    return this.#purge(Number.MAX_SAFE_INTEGER)
  }

  /** At the app's end: no copy of what was removed is left in the database's file either. */
  takeOutRemnants(databaseFile: string): void {
    this.#removeOrLog('what is left in the file', () =>
      takeOutRemnants(this.#db, databaseFile, this.#removedIds),
    )
  }

  dispose(): void {
    this.#isDisposed = true
    this.#clearTimer()
  }

  #clearTimer(): void {
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = null
  }

  /** What was deleted until that moment has been dealt with, or could not be. */
  #scheduleWhatCameAfter(doneUntilMs: number): void {
    this.#clearTimer()
    const waitMs = this.#isDisposed ? null : this.#untilNextMs(Date.now(), doneUntilMs)
    if (waitMs === null) return
    this.#timer = setTimeout(() => {
      // Removing takes its time: what falls due meanwhile is the next one's.
      const dueMs = Date.now() - KEPT_MS
      void this.#purge(dueMs)
      this.#removeOrLog('what is due next', () => this.#scheduleWhatCameAfter(dueMs))
    }, waitMs).unref()
  }

  /** How long until the oldest of what can still be brought back is due; null when nothing is. */
  #untilNextMs(now: number, doneUntilMs: number): number | null {
    const recent = { deletedAfterMs: doneUntilMs }
    const firstMs = Math.min(
      firstTakeDeletionMs(this.#db, recent) ?? Infinity,
      firstSessionDeletionMs(this.#db, recent) ?? Infinity,
      firstQuestionDeletionMs(this.#db, recent) ?? Infinity,
      firstInterviewDeletionMs(this.#db, recent) ?? Infinity,
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
      listPurgeableSessions(this.#db, before).length > 0 ||
      listPurgeableQuestions(this.#db, before).length > 0 ||
      listPurgeablePacks(this.#db, before).length > 0 ||
      listPurgeableInterviews(this.#db, before).length > 0
    )
  }

  async #purge(deletedBeforeMs: number): Promise<void> {
    this.#removeOrLog('what is deleted', () => this.#remove(deletedBeforeMs))
    this.#emptyLog()
    try {
      // Also what a kill kept from being cleaned after an earlier removal.
      if (!(await this.#scrub())) return
      this.#logHasWords = true // the ids of what was removed
      this.#emptyLog()
    } catch (error) {
      console.error('Cannot clean the copies yet', error)
    }
    if (this.#logHasWords && !this.#timer) this.#removeOrLog('the log', () => this.schedule())
  }

  #remove(deletedBeforeMs: number): void {
    let removed = 0
    // First the takes: a session that loses its last one can go too.
    for (const ref of listPurgeableTakes(this.#db, { deletedBeforeMs })) {
      removed += this.#removeOrLog(`take ${ref.takeId}`, () => {
        this.#files.removeTake(ref)
        removeTakeRow(this.#db, ref.takeId)
        this.#removedIds.push(ref.takeId)
      })
    }
    for (const sessionId of listPurgeableSessions(this.#db, { deletedBeforeMs })) {
      removed += this.#removeOrLog(`session ${sessionId}`, () => this.#removeSession(sessionId))
    }
    removed += this.#removeEmpty(listEmptySessions(this.#db))
    removed += this.#removeQuestions(deletedBeforeMs)
    for (const interviewId of listPurgeableInterviews(this.#db, { deletedBeforeMs })) {
      removed += this.#removeOrLog(`interview ${interviewId}`, () => {
        removeInterview(this.#db, interviewId)
        this.#removedIds.push(interviewId)
      })
    }
    if (removed > 0) this.#logHasWords = true
  }

  /** Then the questions: their words stay only where a session is left that asks them. */
  #removeQuestions(deletedBeforeMs: number): number {
    let removed = 0
    const questionIds = listPurgeableQuestions(this.#db, { deletedBeforeMs })
    if (questionIds.length > 0) {
      removed += this.#removeOrLog('deleted questions', () => {
        deleteQuestions(this.#db, questionIds)
        for (const id of questionIds) this.#removedIds.push(id)
      })
    }
    removed += this.#removeEmpty(listSessionsOfDeleted(this.#db))
    for (const packId of listPurgeablePacks(this.#db, { deletedBeforeMs })) {
      removed += this.#removeOrLog(`pack ${packId}`, () => {
        removePack(this.#db, packId)
        this.#removedIds.push(packId)
      })
    }
    this.#removeOrLog('words that are left', () => {
      removed += removeUnaskedDeleted(this.#db) + removeUnusedPacks(this.#db)
    })
    return removed
  }

  #removeEmpty(sessionIds: readonly string[]): number {
    let removed = 0
    for (const sessionId of sessionIds) {
      removed += this.#removeOrLog(`empty session ${sessionId}`, () => {
        // Nobody has deleted it: sound in its folder has lost its row, and may get it back.
        if (!this.#files.hasSound(sessionId)) this.#removeSession(sessionId)
      })
    }
    return removed
  }

  #removeSession(sessionId: string): void {
    this.#files.removeSession(sessionId)
    removeSessionRow(this.#db, sessionId)
    this.#removedIds.push(sessionId)
  }

  #emptyLog(): void {
    if (!this.#logHasWords) return
    this.#removeOrLog('what the log holds', () => (this.#logHasWords = !checkpoint(this.#db)))
  }

  /**
   * What cannot be removed now keeps its row and is tried again later. Once the database turns out
   * to be damaged, nothing more is removed on its word.
   * @returns how many went: 0 or 1
   */
  #removeOrLog(what: string, remove: () => unknown): number {
    if (this.#health.isDamaged) return 0
    try {
      remove()
      return 1
    } catch (error) {
      this.#health.hear(error)
      console.error(`Cannot remove ${what} yet`, error)
      return 0
    }
  }
}
