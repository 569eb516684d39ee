import { z } from 'zod'
import {
  PackIdSchema,
  ProcessingSchema,
  QuestionIdSchema,
  RatingSchema,
  SessionIdSchema,
  SessionKindSchema,
  SessionSettingsSchema,
  TakeIdSchema,
} from '../../shared/model'
import { MAX_FOLLOW_UP_CHARACTERS, MAX_NOTES_CHARACTERS } from '../../shared/defaults'
import { MarkSchema } from '../../shared/marks'
import { RubricSchema } from '../../shared/rubric'
import type { Database } from '../store/database/database'
import { RevisionSchema, revisionOf } from '../store/database/revisions'
import { isAnswered } from '../store/takes/rubrics'

/*
 * Everything that the database knows of a take and of its session, as plain data: enough to make
 * the rows again. Each take's record lies beside its sound, so that a lost database loses no take;
 * a backup is read as records too.
 */

const AtMs = z.number().int().nonnegative()

/** Of the first version, and of what nobody counted, there is none; see revisions.ts. */
const Revised = RevisionSchema.nullable().default(null)
/** What is written; the first version is still read. */
const VERSION = 2
const Version = z
  .union([z.literal(1), z.literal(VERSION)])
  .transform(() => VERSION as typeof VERSION)

export const TakeRecordSchema = z.object({
  format: z.literal('soundcheck-take'),
  version: Version,
  id: TakeIdSchema,
  revision: Revised,
  sessionId: SessionIdSchema,
  questionId: QuestionIdSchema,
  /** Older records know of no follow-ups. */
  followUp: z.string().max(MAX_FOLLOW_UP_CHARACTERS).default(''),
  number: z.number().int().positive(),
  startedAtMs: AtMs,
  /** Null while it is being recorded. */
  durationMs: z.number().nonnegative().nullable(),
  isDamaged: z.boolean(),
  microphone: z.string().max(500),
  processing: ProcessingSchema,
  isBest: z.boolean(),
  rating: RatingSchema.nullable(),
  notes: z.string().max(MAX_NOTES_CHARACTERS),
  /** Older records have neither marks nor answers. */
  marks: z.array(MarkSchema).default([]),
  rubric: RubricSchema.nullable().default(null),
  isRecovered: z.boolean(),
  deletedAtMs: AtMs.nullable(),
})

const PackRecordSchema = z.object({ id: PackIdSchema, title: z.string(), language: z.string() })

export const SessionRecordSchema = z
  .object({
    format: z.literal('soundcheck-session'),
    version: Version,
    id: SessionIdSchema,
    revision: Revised,
    /** Older records are of packs. A kind of a newer Soundcheck is a list of questions all the same. */
    kind: SessionKindSchema.default('pack').catch('chosen'),
    /** In older records it is the pack's. */
    title: z.string().nullable().default(null),
    settings: SessionSettingsSchema.default({}).catch({}),
    /** Null when the questions come from several packs. */
    pack: PackRecordSchema.nullable(),
    startedAtMs: AtMs,
    finishedAtMs: AtMs.nullable(),
    currentQuestionId: QuestionIdSchema,
    deletedAtMs: AtMs.nullable(),
    /** In the order in which they are asked. The text is for when their pack is lost too. */
    questions: z
      .array(
        z.object({
          id: QuestionIdSchema,
          question: z.string(),
          /** Where it is not the session's. */
          pack: PackRecordSchema.optional(),
        }),
      )
      .min(1),
  })
  .refine(({ questions, currentQuestionId }) => {
    const ids = new Set(questions.map(({ id }) => id))
    return ids.size === questions.length && ids.has(currentQuestionId)
  })
  .refine(({ pack, questions }) => pack !== null || questions.every((one) => one.pack))
  .transform((record) => ({ ...record, title: record.title ?? record.pack?.title ?? '' }))

export type TakeRecord = z.infer<typeof TakeRecordSchema>
export type PackRecord = z.infer<typeof PackRecordSchema>
export type SessionRecord = z.infer<typeof SessionRecordSchema>

interface TakeRecordRow {
  id: string
  library_id: string | null
  revision: number | null
  session_id: string
  question_id: string
  follow_up: string
  number: number
  state: string
  started_at_ms: number
  duration_ms: number | null
  microphone: string
  echo_cancellation: number
  noise_suppression: number
  auto_gain_control: number
  is_best: number
  rating: number | null
  notes: string
  is_recovered: number
  deleted_at_ms: number | null
  /** JSON */
  marks: string
  /** JSON */
  rubric: string | null
}

const TAKE_ROWS = `
  SELECT takes.*,
    (SELECT json_group_array(json_object(
        'id', id, 'takeId', take_id, 'kind', kind, 'atMs', at_ms, 'note', note))
      FROM (SELECT * FROM marks WHERE take_id = takes.id ORDER BY at_ms, id)) AS marks,
    (SELECT json_object('answered', answered, 'concrete', concrete,
        'followable', followable, 'natural', natural)
      FROM rubrics WHERE take_id = takes.id) AS rubric
  FROM takes`

/** Null when there is no such take. */
export function takeRecord(db: Database, takeId: string): TakeRecord | null {
  const row = db.prepare<[string], TakeRecordRow>(`${TAKE_ROWS} WHERE id = ?`).get(takeId)
  return row ? recordFromRow(row) : null
}

/** The records of every take, oldest first. */
export function* allTakeRecords(db: Database): Generator<TakeRecord, void> {
  const rows = db.prepare<[], TakeRecordRow>(`${TAKE_ROWS} ORDER BY id`).iterate()
  for (const row of rows) yield recordFromRow(row)
}

function recordFromRow(row: TakeRecordRow): TakeRecord {
  const rubric = RubricSchema.nullable().parse(JSON.parse(row.rubric ?? 'null'))
  return {
    format: 'soundcheck-take',
    version: VERSION,
    id: row.id,
    revision: revisionOf(row.library_id, row.revision),
    sessionId: row.session_id,
    questionId: row.question_id,
    followUp: row.follow_up,
    number: row.number,
    startedAtMs: row.started_at_ms,
    durationMs: row.duration_ms,
    isDamaged: row.state === 'damaged',
    microphone: row.microphone,
    processing: {
      echoCancellation: row.echo_cancellation === 1,
      noiseSuppression: row.noise_suppression === 1,
      autoGainControl: row.auto_gain_control === 1,
    },
    isBest: row.is_best === 1,
    rating: RatingSchema.nullable().parse(row.rating),
    notes: row.notes,
    marks: z.array(MarkSchema).parse(JSON.parse(row.marks)),
    rubric: rubric && isAnswered(rubric) ? rubric : null,
    isRecovered: row.is_recovered === 1,
    deletedAtMs: row.deleted_at_ms,
  }
}

type SessionRecordRow = Omit<
  SessionRecord,
  'format' | 'version' | 'revision' | 'pack' | 'settings' | 'questions'
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
    .prepare<[string], SessionRecordRow>(`SELECT ${SESSION_COLUMNS} FROM sessions WHERE id = ?`)
    .get(sessionId)
  if (!row) return null
  const asked = db
    .prepare<[string], { id: string; question: string; packId: string }>(
      `SELECT questions.id, question, questions.pack_id AS packId FROM session_questions asked
       JOIN questions ON questions.id = asked.question_id
       WHERE asked.session_id = ? ORDER BY asked.position`,
    )
    .all(sessionId)
  const { libraryId, revision, packId, settings, ...rest } = row
  const questions = asked.map(({ packId: ofQuestion, ...question }) =>
    ofQuestion === packId ? question : { ...question, pack: packRecord(db, ofQuestion) },
  )
  return {
    format: 'soundcheck-session',
    version: VERSION,
    ...rest,
    revision: revisionOf(libraryId, revision),
    settings: SessionSettingsSchema.parse(JSON.parse(settings)),
    pack: packId === null ? null : packRecord(db, packId),
    questions,
  }
}

function packRecord(db: Database, packId: string): PackRecord {
  const pack = db
    .prepare<[string], PackRecord>('SELECT id, title, language FROM packs WHERE id = ?')
    .get(packId)
  // A foreign key holds it; without one nothing is known but its id.
  return pack ?? { id: packId, title: packId, language: 'en' }
}

export function hasSession(db: Database, sessionId: string): boolean {
  return db.prepare('SELECT 1 FROM sessions WHERE id = ?').get(sessionId) !== undefined
}

export function listSessionIds(db: Database): string[] {
  return db.prepare<[], string>('SELECT id FROM sessions ORDER BY id').pluck().all()
}
