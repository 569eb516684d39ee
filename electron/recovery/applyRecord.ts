import { LIBRARY_BELONGINGS } from '../belongings/libraryBelongings'
import { QUESTION_BELONGINGS } from '../belongings/questionBelongings'
import { TAKE_BELONGINGS } from '../belongings/takeBelongings'
import { writeBelongings } from '../belongings/walkBelongings'
import type { LibraryRecord } from '../records/libraryRecord'
import type { QuestionRecord } from '../records/questionRecord'
import type { SessionRecord } from '../records/sessionRecord'
import type { TakeRecord } from '../records/takeRecord'
import type { Database } from '../store/database/database'
import { adoptPack } from './adoptPack'
import { writeRevision, type RevisedTable } from '../store/database/revisions'

/*
 * Makes rows that are there say what a record says: what was restored from a backup may be a day
 * old, and what lies beside it is not.
 */

/** `copied`: the row gets the record's revision too. `counted`: it is a change, made now. */
export type Applied = 'copied' | 'counted'

/** What a person has said about the take, and its deletion. */
export function applyTakeRecord(db: Database, record: TakeRecord, as: Applied = 'copied'): void {
  apply(db, 'takes', record, as, () => {
    db.prepare('UPDATE takes SET is_recovered = ?, deleted_at_ms = ? WHERE id = ?').run(
      Number(record.isRecovered),
      record.deletedAtMs,
      record.id,
    )
    writeBelongings(db, TAKE_BELONGINGS, record.id, record)
  })
}

/** How far the session has come. */
export function applySessionRecord(
  db: Database,
  record: SessionRecord,
  as: Applied = 'copied',
): void {
  const { id, finishedAtMs, deletedAtMs } = record
  apply(db, 'sessions', record, as, () => {
    db.prepare('UPDATE sessions SET finished_at_ms = ?, deleted_at_ms = ? WHERE id = ?').run(
      finishedAtMs,
      deletedAtMs,
      id,
    )
  })
}

/** What is written of the question, where it stands, and its deletion. */
export function applyQuestionRecord(
  db: Database,
  record: QuestionRecord,
  as: Applied = 'copied',
): void {
  apply(db, 'questions', record, as, () => {
    adoptPack(db, record.pack)
    db.prepare(
      `UPDATE questions SET pack_id = @packId, position = @position, retired = @isRetired,
         is_deleted = @isDeleted, deleted_at_ms = @deletedAtMs
       WHERE id = @id`,
    ).run({
      id: record.id,
      packId: record.pack.id,
      position: record.position,
      isRetired: Number(record.isRetired),
      isDeleted: Number(record.isDeleted),
      deletedAtMs: record.deletedAtMs,
    })
    writeBelongings(db, QUESTION_BELONGINGS, record.id, record)
  })
}

export function applyLibraryRecord(
  db: Database,
  record: LibraryRecord,
  as: Applied = 'copied',
): void {
  apply(db, 'library', record, as, () => writeBelongings(db, LIBRARY_BELONGINGS, record.id, record))
}

function apply(
  db: Database,
  table: RevisedTable,
  { id, revision }: Pick<TakeRecord, 'id' | 'revision'>,
  as: Applied,
  work: () => void,
): void {
  const together = db.transaction(() => {
    work()
    if (as === 'copied') writeRevision(db, table, id, revision)
  })
  together.immediate()
}
