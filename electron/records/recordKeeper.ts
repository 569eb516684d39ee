import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { z } from 'zod'
import {
  halfWrittenAside,
  halfWrittenFile,
  replaceFileSync,
  syncFolderSync,
} from '../disk/durableFiles'
import type { Health } from '../library/databaseHealth'
import { onChangeCounted, type Owner } from '../store/database/countChanges'
import type { Database } from '../store/database/database'
import { isOfQuestion, listTombstones } from '../store/database/tombstones'
import type { TakeFiles } from '../takes/takeFiles'
import { LibraryRecordSchema, libraryRecord } from './libraryRecord'
import { QuestionRecordSchema, questionRecord } from './questionRecord'
import { recordText } from './recordFormat'
import { SessionRecordSchema, sessionRecord } from './sessionRecord'
import { TakeRecordSchema, takeRecord } from './takeRecord'

/**
 * Keeps a copy of each take's row, and of its session's, beside the sound, and one of each question
 * and of what belongs to the library. They are what everything is found by when the database is
 * lost: never read otherwise, and never the reason for an error.
 *
 * Nobody has to tell it of a change: it hears of each that is counted, and writes the record after
 * whoever asked for the change has the answer. What somebody writes although the database is known
 * to be damaged goes there too, since it would be lost otherwise; but what makes no sense takes no
 * record's place then.
 */
export class RecordKeeper {
  readonly #db: Database
  readonly #files: TakeFiles
  readonly #health: Health
  readonly #changed = new Map<string, () => void>()
  /** What could not be written; tried again when something else could be, and at the end. */
  readonly #failed = new Map<string, () => void>()
  #timer: NodeJS.Immediate | null = null

  constructor(db: Database, files: TakeFiles, health: Health) {
    this.#db = db
    this.#files = files
    this.#health = health
    onChangeCounted(db, (owner, id) => this.writeLater(owner, id))
    // A kill may have come between a deleted question and its record.
    for (const id of listTombstones(db).filter(isOfQuestion)) this.writeLater('question', id)
  }

  /** Writes the take's record now, and that of its session where there is none. */
  writeTake(takeId: string): void {
    // What is in the database now counts: the take may be gone, and its words must not come back.
    const record = takeRecord(this.#db, takeId)
    if (!record || !existsSync(this.#files.folder(record.sessionId))) return
    const { sessionId } = record
    this.#put(this.#files.record({ takeId, sessionId }), TakeRecordSchema, record)
    if (!existsSync(this.#files.sessionRecord(sessionId))) this.writeSession(sessionId)
  }

  /** The session's record now; those of its questions follow where there are none. */
  writeSession(sessionId: string): void {
    const record = sessionRecord(this.#db, sessionId)
    if (!record || !existsSync(this.#files.folder(sessionId))) return
    this.#put(this.#files.sessionRecord(sessionId), SessionRecordSchema, record)
    for (const { id } of record.questions) {
      if (!existsSync(this.#files.records.question(id))) this.writeLater('question', id)
    }
  }

  /** The question's record now; that of one that is gone goes too. */
  writeQuestion(questionId: string): void {
    const file = this.#files.records.question(questionId)
    const record = questionRecord(this.#db, questionId)
    if (record) {
      this.#put(file, QuestionRecordSchema, record)
      return
    }
    // A kill may have left it half written.
    const names = [file, halfWrittenFile(file), halfWrittenAside(file)]
    const there = names.filter((each) => existsSync(each))
    for (const each of there) rmSync(each)
    if (there.length > 0) syncFolderSync(dirname(file))
  }

  /**
   * Takes a deleted question out of its record, now.
   * @returns whether nothing that was deleted is in it any more; if not, it is tried again later
   */
  forgetQuestion(questionId: string): boolean {
    return this.#write(recordOf('question', questionId), () => this.writeQuestion(questionId))
  }

  writeLibrary(): void {
    const record = libraryRecord(this.#db)
    if (record) this.#put(this.#files.records.library, LibraryRecordSchema, record)
  }

  writeLibraryLater(): void {
    this.writeLater('library', '')
  }

  /** Writes a record after everything that is under way. */
  writeLater(owner: Owner, id: string): void {
    this.#changed.set(recordOf(owner, id), () => {
      if (owner === 'take') this.writeTake(id)
      else if (owner === 'session') this.writeSession(id)
      else if (owner === 'question') this.writeQuestion(id)
      else this.writeLibrary()
    })
    this.#timer ??= setImmediate(() => this.#writeNext())
  }

  /** Writes what is still to be written; call it before the database closes. */
  flush(): void {
    for (const [id, write] of this.#failed) this.#changed.set(id, write)
    this.#failed.clear()
    // One record may bring another: that of a session those of its questions.
    for (const [id, write] of this.#changed) {
      this.#changed.delete(id)
      this.#write(id, write)
    }
    if (this.#timer) clearImmediate(this.#timer)
    this.#timer = null
  }

  /** One at a time: each waits for the disk, and others want their turn. */
  #writeNext(): void {
    const [next] = this.#changed
    if (next && this.#changed.delete(next[0]) && this.#write(...next)) {
      for (const [id, write] of this.#failed) this.#changed.set(id, write)
      this.#failed.clear()
    }
    this.#timer = this.#changed.size > 0 ? setImmediate(() => this.#writeNext()) : null
  }

  /** One that says the same already is left alone. */
  #put(file: string, schema: z.ZodType, record: object): void {
    if (this.#health.isDamaged) schema.parse(record)
    const text = recordText(record)
    if (textOf(file) === text) return
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    replaceFileSync(file, text)
  }

  #write(id: string, write: () => void): boolean {
    try {
      write()
      return true
    } catch (error) {
      // The row is what counts.
      this.#health.hear(error)
      console.error('A record was not written', error)
      this.#failed.set(id, write)
      return false
    }
  }
}

function recordOf(owner: Owner, id: string): string {
  return `${owner} ${id}`
}

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}
