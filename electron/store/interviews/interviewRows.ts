import { z } from 'zod'
import { ClockTimeSchema, InterviewDateSchema } from '../../../shared/interviews/interview'
import { QuestionIdSchema } from '../../../shared/model'
import { PracticeScopeSchema } from '../../../shared/practice/scope'
import type { Database } from '../database/database'

/** What was put into the calendar last. */
export const CalendarNoteSchema = z.object({
  time: ClockTimeSchema,
  /** Counts the files, so that a calendar knows which is the newer one. */
  sequence: z.number().int().nonnegative(),
  /** The last day that any of them has an entry on. */
  lastDay: InterviewDateSchema,
})
export type CalendarNote = z.infer<typeof CalendarNoteSchema>

/** An interview as it is stored. */
export const StoredInterviewSchema = z.object({
  id: z.uuidv7(),
  where: z.string(),
  date: InterviewDateSchema,
  scope: PracticeScopeSchema.nullable().catch(null),
  askedQuestionIds: z.array(QuestionIdSchema),
  toldAtMs: z.number().int().nonnegative().nullable(),
  calendar: CalendarNoteSchema.nullable().catch(null),
  deletedAtMs: z.number().int().nonnegative().nullable(),
})
export type StoredInterview = z.infer<typeof StoredInterviewSchema>

/** SQL for a JSON array of all interviews, hidden ones included, as they are stored. */
export const INTERVIEWS_JSON = `(SELECT json_group_array(json_object('id', id, 'where', place,
    'date', date, 'scope', json(scope), 'askedQuestionIds', json(asked), 'toldAtMs', told_at_ms,
    'calendar', json(calendar), 'deletedAtMs', deleted_at_ms))
  FROM (SELECT *, (SELECT json_group_array(question_id) FROM (SELECT question_id
      FROM interview_questions WHERE interview_id = interviews.id ORDER BY question_id)) AS asked
    FROM interviews ORDER BY id))`

export function readStoredInterviews(db: Database): StoredInterview[] {
  const json = db.prepare<[], string>(`SELECT ${INTERVIEWS_JSON}`).pluck().get() ?? '[]'
  return z.array(StoredInterviewSchema).parse(JSON.parse(json))
}

/** Puts these in the place of whatever there is. */
export function replaceInterviews(db: Database, interviews: readonly StoredInterview[]): void {
  db.prepare('DELETE FROM interviews').run()
  for (const interview of interviews) writeInterview(db, interview)
}

/** Puts this in the place of the one that has its id. */
export function writeInterview(db: Database, interview: StoredInterview): void {
  const { id, where, date, scope, askedQuestionIds, toldAtMs, calendar, deletedAtMs } = interview
  db.prepare(
    `INSERT INTO interviews (id, place, date, scope, told_at_ms, calendar, deleted_at_ms)
     VALUES (@id, @where, @date, @scope, @toldAtMs, @calendar, @deletedAtMs)
     ON CONFLICT (id) DO UPDATE SET place = excluded.place, date = excluded.date,
       scope = excluded.scope, told_at_ms = excluded.told_at_ms, calendar = excluded.calendar,
       deleted_at_ms = excluded.deleted_at_ms`,
  ).run({
    id,
    where,
    date,
    scope: scope && JSON.stringify(scope),
    toldAtMs,
    calendar: calendar && JSON.stringify(calendar),
    deletedAtMs,
  })
  writeAsked(db, id, askedQuestionIds)
}

/** Says which questions they asked, in place of what was said before. */
export function writeAsked(db: Database, interviewId: string, questionIds: Iterable<string>): void {
  db.prepare('DELETE FROM interview_questions WHERE interview_id = ?').run(interviewId)
  const insert = db.prepare(
    'INSERT OR IGNORE INTO interview_questions (interview_id, question_id) VALUES (?, ?)',
  )
  for (const questionId of questionIds) insert.run(interviewId, questionId)
}
