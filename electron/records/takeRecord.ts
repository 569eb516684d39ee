import { z } from 'zod'
import { MAX_FOLLOW_UP_CHARACTERS } from '../../shared/defaults'
import {
  ProcessingSchema,
  QuestionIdSchema,
  SessionIdSchema,
  TakeIdSchema,
} from '../../shared/model'
import { TAKE_BELONGINGS } from '../belongings/takeBelongings'
import { fieldsIn, belongingColumns, shapeOf } from '../belongings/walkBelongings'
import type { Database } from '../store/database/database'
import { revisionOf } from '../store/database/revisions'
import { AtMsSchema, RECORD_VERSION, RevisedSchema, VersionSchema } from './recordFormat'

/** A take: what its row says, and everything that belongs to it. It lies beside its sound. */
export const TakeRecordSchema = z.object({
  format: z.literal('soundcheck-take'),
  version: VersionSchema,
  id: TakeIdSchema,
  revision: RevisedSchema,
  sessionId: SessionIdSchema,
  questionId: QuestionIdSchema,
  /** Older records know of no follow-ups. */
  followUp: z.string().max(MAX_FOLLOW_UP_CHARACTERS).default(''),
  number: z.number().int().positive(),
  startedAtMs: AtMsSchema,
  /** Null while it is being recorded. */
  durationMs: z.number().nonnegative().nullable(),
  isDamaged: z.boolean(),
  microphone: z.string().max(500),
  processing: ProcessingSchema,
  isRecovered: z.boolean(),
  deletedAtMs: AtMsSchema.nullable(),
  ...shapeOf(TAKE_BELONGINGS),
})

export type TakeRecord = z.infer<typeof TakeRecordSchema>

interface TakeRow {
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
  is_recovered: number
  deleted_at_ms: number | null
}

const TAKE_ROWS = `SELECT takes.*, ${belongingColumns(TAKE_BELONGINGS)} FROM takes`

/** Null when there is no such take. */
export function takeRecord(db: Database, takeId: string): TakeRecord | null {
  const row = db.prepare<[string], TakeRow>(`${TAKE_ROWS} WHERE id = ?`).get(takeId)
  return row ? recordFromRow(row) : null
}

/** The records of every take, oldest first. */
export function* allTakeRecords(db: Database): Generator<TakeRecord, void> {
  const rows = db.prepare<[], TakeRow>(`${TAKE_ROWS} ORDER BY id`).iterate()
  for (const row of rows) yield recordFromRow(row)
}

function recordFromRow(row: TakeRow): TakeRecord {
  return {
    format: 'soundcheck-take',
    version: RECORD_VERSION,
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
    isRecovered: row.is_recovered === 1,
    deletedAtMs: row.deleted_at_ms,
    ...fieldsIn(TAKE_BELONGINGS, row),
  }
}
