import { z } from 'zod'
import { QuestionIdSchema } from '../../shared/model'
import { QUESTION_BELONGINGS } from '../belongings/questionBelongings'
import { fieldsIn, belongingColumns, shapeOf } from '../belongings/walkBelongings'
import type { Database } from '../store/database/database'
import { revisionOf } from '../store/database/revisions'
import {
  AtMsSchema,
  PackRecordSchema,
  RECORD_VERSION,
  RevisedSchema,
  VersionSchema,
  type PackRecord,
} from './recordFormat'
import { packRecord } from './sessionRecord'

/** A question, whole. There is one of each, beside the takes, whatever sessions ask it. */
export const QuestionRecordSchema = z.object({
  format: z.literal('soundcheck-question'),
  version: VersionSchema,
  id: QuestionIdSchema,
  revision: RevisedSchema,
  pack: PackRecordSchema,
  position: z.number().int().positive(),
  /** No longer in its pack, or deleted: kept for the sessions that ask it. */
  isRetired: z.boolean(),
  isDeleted: z.boolean(),
  /** When it was hidden; older records know of no such thing. */
  deletedAtMs: AtMsSchema.nullable().default(null),
  ...shapeOf(QUESTION_BELONGINGS),
})

export type QuestionRecord = z.infer<typeof QuestionRecordSchema>

interface QuestionRow {
  id: string
  library_id: string | null
  revision: number | null
  pack_id: string
  position: number
  retired: number
  is_deleted: number
  deleted_at_ms: number | null
}

const QUESTION_ROWS = `SELECT id, library_id, revision, pack_id, position, retired, is_deleted,
    deleted_at_ms, ${belongingColumns(QUESTION_BELONGINGS)}
  FROM questions`

/** Null when there is no such question. */
export function questionRecord(db: Database, questionId: string): QuestionRecord | null {
  const [record] = questionRecords(db, [questionId])
  return record ?? null
}

/** The records of many, of those that are there. */
export function* questionRecords(
  db: Database,
  questionIds: readonly string[],
): Generator<QuestionRecord, void> {
  const find = db.prepare<[string], QuestionRow>(`${QUESTION_ROWS} WHERE id = ?`)
  const packs = new Map<string, PackRecord>()
  for (const questionId of questionIds) {
    const row = find.get(questionId)
    if (!row) continue
    const pack = packs.get(row.pack_id) ?? packRecord(db, row.pack_id)
    packs.set(row.pack_id, pack)
    yield recordFromRow(row, pack)
  }
}

function recordFromRow(row: QuestionRow, pack: PackRecord): QuestionRecord {
  return {
    format: 'soundcheck-question',
    version: RECORD_VERSION,
    id: row.id,
    revision: revisionOf(row.library_id, row.revision),
    pack,
    position: row.position,
    isRetired: row.retired === 1,
    isDeleted: row.is_deleted === 1,
    deletedAtMs: row.deleted_at_ms,
    ...fieldsIn(QUESTION_BELONGINGS, row),
  }
}

export function hasQuestion(db: Database, questionId: string): boolean {
  return db.prepare('SELECT 1 FROM questions WHERE id = ?').get(questionId) !== undefined
}
