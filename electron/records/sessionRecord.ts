import { z } from 'zod'
import {
  QuestionIdSchema,
  SessionIdSchema,
  SessionKindSchema,
  SessionSettingsSchema,
} from '../../shared/model'
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

/** A session and which questions it asks. It lies with its takes. */
export const SessionRecordSchema = z
  .object({
    format: z.literal('soundcheck-session'),
    version: VersionSchema,
    id: SessionIdSchema,
    revision: RevisedSchema,
    /** Older records are of packs. A kind of a newer Soundcheck is a list of questions all the same. */
    kind: SessionKindSchema.default('pack').catch('chosen'),
    /** In older records it is the pack's. */
    title: z.string().nullable().default(null),
    settings: SessionSettingsSchema.default({}).catch({}),
    /** Null when the questions come from several packs. */
    pack: PackRecordSchema.nullable(),
    startedAtMs: AtMsSchema,
    finishedAtMs: AtMsSchema.nullable(),
    currentQuestionId: QuestionIdSchema,
    deletedAtMs: AtMsSchema.nullable(),
    /**
     * In the order in which they are asked. Each question has a record of its own; the first version
     * had their words here.
     */
    questions: z.array(z.object({ id: QuestionIdSchema, question: z.string().optional() })).min(1),
  })
  .refine(({ questions, currentQuestionId }) => {
    const ids = new Set(questions.map(({ id }) => id))
    return ids.size === questions.length && ids.has(currentQuestionId)
  })
  .transform((record) => ({ ...record, title: record.title ?? record.pack?.title ?? '' }))

export type SessionRecord = z.infer<typeof SessionRecordSchema>

type SessionRow = Pick<
  SessionRecord,
  'id' | 'kind' | 'title' | 'startedAtMs' | 'finishedAtMs' | 'currentQuestionId' | 'deletedAtMs'
> & {
  libraryId: string | null
  revision: number | null
  packId: string | null
  /** JSON */
  settings: string
}

const SESSION_COLUMNS = `id, library_id AS libraryId, revision, kind, title, settings,
  pack_id AS packId,
  started_at_ms AS startedAtMs, finished_at_ms AS finishedAtMs,
  current_question_id AS currentQuestionId, deleted_at_ms AS deletedAtMs`

/** Null when there is no such session. */
export function sessionRecord(db: Database, sessionId: string): SessionRecord | null {
  const row = db
    .prepare<[string], SessionRow>(`SELECT ${SESSION_COLUMNS} FROM sessions WHERE id = ?`)
    .get(sessionId)
  if (!row) return null
  const questions = db
    .prepare<[string], { id: string }>(
      `SELECT question_id AS id FROM session_questions WHERE session_id = ? ORDER BY position`,
    )
    .all(sessionId)
  const { libraryId, revision, packId, settings, ...rest } = row
  return {
    format: 'soundcheck-session',
    version: RECORD_VERSION,
    ...rest,
    revision: revisionOf(libraryId, revision),
    settings: SessionSettingsSchema.parse(JSON.parse(settings)),
    pack: packId === null ? null : packRecord(db, packId),
    questions,
  }
}

export function packRecord(db: Database, packId: string): PackRecord {
  const pack = db
    .prepare<[string], Omit<PackRecord, 'isDeleted'> & { isDeleted: number }>(
      'SELECT id, title, language, kind, is_deleted AS isDeleted FROM packs WHERE id = ?',
    )
    .get(packId)
  if (pack) return { ...pack, isDeleted: pack.isDeleted === 1 }
  // A foreign key holds it; without one nothing is known but its id.
  return { id: packId, title: packId, language: 'en', kind: 'built-in', isDeleted: false }
}

export function hasSession(db: Database, sessionId: string): boolean {
  return db.prepare('SELECT 1 FROM sessions WHERE id = ?').get(sessionId) !== undefined
}

export function listSessionIds(db: Database): string[] {
  return db.prepare<[], string>('SELECT id FROM sessions ORDER BY id').pluck().all()
}
