import type { RequestInput } from '../../../shared/contract'
import { AppError } from '../../../shared/errors'
import type { Interview } from '../../../shared/interviews/interview'
import type { Day } from '../../../shared/practice/day'
import type { PracticeScope } from '../../../shared/practice/scope'
import type { Database } from '../database/database'
import { newId } from '../database/ids'
import type { CalendarNote } from './interviewRows'

interface InterviewRow {
  id: string
  place: string
  date: string
  scope: string | null
  asked: string
  toldAtMs: number | null
  calendarTime: string | null
}

/** What they asked is what is still there of it. */
const SELECT = `SELECT id, place, date, scope, told_at_ms AS toldAtMs,
    calendar ->> 'time' AS calendarTime,
    (SELECT json_group_array(questions.id) FROM interview_questions
       JOIN questions ON questions.id = question_id JOIN packs ON packs.id = pack_id
     WHERE interview_id = interviews.id AND questions.is_deleted = 0
       AND questions.deleted_at_ms IS NULL AND packs.deleted_at_ms IS NULL) AS asked
  FROM interviews WHERE deleted_at_ms IS NULL`

/** All that are not deleted, the earliest first. */
export function listInterviews(db: Database): Interview[] {
  return db.prepare<[], InterviewRow>(`${SELECT} ORDER BY date, id`).all().map(interviewFromRow)
}

/** @throws {AppError} NOT_FOUND also when it is hidden */
export function readInterview(db: Database, interviewId: string): Interview {
  const row = db.prepare<[string], InterviewRow>(`${SELECT} AND id = ?`).get(interviewId)
  if (!row) throw noSuchInterview(interviewId)
  return interviewFromRow(row)
}

/** Writes down an interview, with null a new one. @throws {AppError} NOT_FOUND */
export function saveInterview(
  db: Database,
  { interviewId, where, date, scope }: RequestInput<'interviews.save'>,
): Interview {
  const save = db.transaction(() => {
    const id = interviewId ?? newId()
    if (interviewId === null)
      db.prepare("INSERT INTO interviews (id, place, date) VALUES (?, '', '')").run(id)
    else readInterview(db, interviewId)
    db.prepare('UPDATE interviews SET place = ?, date = ?, scope = ? WHERE id = ?').run(
      where,
      date,
      scope && JSON.stringify(scope),
      id,
    )
    return readInterview(db, id)
  })
  return save.immediate()
}

/** The next one from this day on: it is what one practises for. Null when there is none. */
export function nearestInterview(
  db: Database,
  today: Day,
): { date: Day; scope: PracticeScope | null } | null {
  const row = db
    .prepare<[string], { date: string; scope: string | null }>(
      `SELECT date, scope FROM interviews WHERE deleted_at_ms IS NULL AND date >= ?
       ORDER BY date, id LIMIT 1`,
    )
    .get(today)
  return row ? { date: row.date, scope: scopeFrom(row.scope) } : null
}

/** What was put into the calendar last; null when nothing was. */
export function readCalendarNote(db: Database, interviewId: string): CalendarNote | null {
  const note = db
    .prepare<[string], string | null>('SELECT calendar FROM interviews WHERE id = ?')
    .pluck()
    .get(interviewId)
  return typeof note === 'string' ? (JSON.parse(note) as CalendarNote) : null
}

/** @throws {AppError} NOT_FOUND */
export function writeCalendarNote(db: Database, interviewId: string, note: CalendarNote): void {
  const { changes } = db
    .prepare('UPDATE interviews SET calendar = ? WHERE id = ? AND deleted_at_ms IS NULL')
    .run(JSON.stringify(note), interviewId)
  if (changes === 0) throw noSuchInterview(interviewId)
}

export function noSuchInterview(interviewId: string): AppError {
  return new AppError('NOT_FOUND', `No interview ${interviewId}`)
}

function interviewFromRow({ place, scope, asked, ...row }: InterviewRow): Interview {
  return {
    ...row,
    where: place,
    scope: scopeFrom(scope),
    askedQuestionIds: JSON.parse(asked) as string[],
  }
}

function scopeFrom(json: string | null): PracticeScope | null {
  return json === null ? null : (JSON.parse(json) as PracticeScope)
}
