import { existsSync, readFileSync } from 'node:fs'
import type { z } from 'zod'
import { replaceFileSync } from '../disk/durableFiles'
import type { Health } from '../library/databaseHealth'
import { onChangeCounted } from '../store/database/countChanges'
import type { Database } from '../store/database/database'
import type { Revision } from '../store/database/revisions'
import {
  SessionRecordSchema,
  TakeRecordSchema,
  sessionRecord,
  takeRecord,
  type SessionRecord,
  type TakeRecord,
} from './records'
import type { TakeFiles, TakeRef } from '../takes/takeFiles'

/**
 * Keeps a copy of each take's row, and of its session's, beside the sound. They are what takes are
 * found by when the database is lost: never read otherwise, and never the reason for an error.
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
    onChangeCounted(db, (owner, id) => {
      if (owner === 'take') this.writeTakeLater(id)
      if (owner === 'session') this.#later(id, () => this.writeSession(id))
    })
  }

  /** Writes the take's record now, and that of its session where there is none. */
  writeTake(takeId: string): void {
    // What is in the database now counts: the take may be gone, and its words must not come back.
    const record = takeRecord(this.#db, takeId)
    if (!record || !existsSync(this.#files.folder(record.sessionId))) return
    if (this.#health.isDamaged) TakeRecordSchema.parse(record)
    put(this.#files.record({ takeId, sessionId: record.sessionId }), record)
    if (!existsSync(this.#files.sessionRecord(record.sessionId))) {
      this.writeSession(record.sessionId)
    }
  }

  /** The same, after everything that is under way. */
  writeTakeLater(takeId: string): void {
    this.#later(takeId, () => this.writeTake(takeId))
  }

  writeSession(sessionId: string): void {
    const record = sessionRecord(this.#db, sessionId)
    if (!record || !existsSync(this.#files.folder(sessionId))) return
    if (this.#health.isDamaged) SessionRecordSchema.parse(record)
    put(this.#files.sessionRecord(sessionId), record)
  }

  /** Writes what is still to be written; call it before the database closes. */
  flush(): void {
    if (this.#timer) clearImmediate(this.#timer)
    this.#timer = null
    const writes = [...this.#failed, ...this.#changed]
    this.#failed.clear()
    this.#changed.clear()
    for (const [id, write] of writes) this.#write(id, write)
  }

  #later(id: string, write: () => void): void {
    this.#changed.set(id, write)
    this.#timer ??= setImmediate(() => this.#writeNext())
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

/** One that says the same already is left alone. */
function put(file: string, record: TakeRecord | SessionRecord): void {
  const text = `${JSON.stringify(record, null, 2)}\n`
  if (textOf(file) !== text) replaceFileSync(file, text)
}

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8') : null
}

/** The revisions of all records that can be read; a folder that cannot be is passed over. */
export function recordedRevisions(files: TakeFiles): Revision[] {
  return files
    .listRecords()
    .flatMap(({ sessionId, takeIds }) => [
      ...[readSessionRecord(files, sessionId)?.revision ?? []].flat(),
      ...takeIds.flatMap((takeId) => readTakeRecord(files, { takeId, sessionId })?.revision ?? []),
    ])
}

/** Null when there is none, or none that makes sense. */
export function readTakeRecord(files: TakeFiles, take: TakeRef): TakeRecord | null {
  const record = readRecord(files.record(take), TakeRecordSchema)
  return record?.id === take.takeId && record.sessionId === take.sessionId ? record : null
}

/** Null when there is none, or none that makes sense. */
export function readSessionRecord(files: TakeFiles, sessionId: string): SessionRecord | null {
  const record = readRecord(files.sessionRecord(sessionId), SessionRecordSchema)
  return record?.id === sessionId ? record : null
}

function readRecord<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.infer<Schema> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
