import { TAKE_BELONGINGS } from '../belongings/takeBelongings'
import { writeBelongings } from '../belongings/walkBelongings'
import { hasQuestion, type QuestionRecord } from '../records/questionRecord'
import { USUAL_TARGET_MS } from '../../shared/defaults'
import type { PackRecord } from '../records/recordFormat'
import type { SessionRecord } from '../records/sessionRecord'
import type { TakeRecord } from '../records/takeRecord'
import type { Database } from '../store/database/database'
import { writeRevision } from '../store/database/revisions'
import { markTakeDamaged, markTakeReady } from '../store/takes/takes'
import { adoptPack } from './adoptPack'
import { applyQuestionRecord } from './applyRecord'

/*
 * Makes rows again out of records. Nothing that is there is overwritten, so it can be run twice,
 * or be killed in the middle.
 */

/** Makes the session, whose questions must be there. */
export function adoptSession(db: Database, record: SessionRecord): void {
  const adopt = db.transaction(() => {
    if (record.pack) adoptPack(db, record.pack)
    const {
      pack,
      settings,
      questions,
      revision,
      format: _format,
      version: _version,
      ...fields
    } = record
    const made = db
      .prepare(
        `INSERT INTO sessions (id, kind, title, pack_id, settings, started_at_ms, finished_at_ms,
           current_question_id, deleted_at_ms)
         VALUES (@id, @kind, @title, @packId, @settings, @startedAtMs, @finishedAtMs,
           @currentQuestionId, @deletedAtMs)
         ON CONFLICT (id) DO NOTHING`,
      )
      .run({ ...fields, packId: pack?.id ?? null, settings: JSON.stringify(settings) })
    if (made.changes === 0) return
    const ask = db.prepare(
      `INSERT INTO session_questions (session_id, position, question_id) VALUES (?, ?, ?)`,
    )
    questions.forEach((question, index) => ask.run(record.id, index + 1, question.id))
    writeRevision(db, 'sessions', record.id, revision)
  })
  adopt.immediate()
}

/** Makes the question, with its pack. @returns whether it is new here */
export function adoptQuestion(db: Database, record: QuestionRecord): boolean {
  const adopt = db.transaction(() => {
    if (hasQuestion(db, record.id)) return false
    adoptQuestionText(db, record.pack, record)
    applyQuestionRecord(db, record)
    writeRevision(db, 'questions', record.id, record.revision)
    return true
  })
  return adopt.immediate()
}

/** The same when nothing is left of it but its words: it is retired, as left over. */
export function adoptQuestionText(
  db: Database,
  pack: PackRecord,
  { id, question }: { id: string; question: string },
): void {
  adoptPack(db, pack)
  db.prepare(
    `INSERT INTO questions (id, pack_id, position, question, why_they_ask, example_answers,
       talking_points, pitfalls, tags, target_shortest_ms, target_longest_ms, retired)
     VALUES (@id, @packId,
       1 + coalesce((SELECT max(position) FROM questions WHERE pack_id = @packId), 0),
       @question, '', '[]', '[]', '[]', '[]', @shortestMs, @longestMs, 1)
     ON CONFLICT (id) DO NOTHING`,
  ).run({ id, packId: pack.id, question, ...USUAL_TARGET_MS })
}

/**
 * Makes the take, whose session must be there, in the state `recording`: whoever has its files
 * finishes it and so finds out what can be played. A number or a place as best one that another
 * take has by now stays with that one.
 * @returns whether it is new here
 */
export function adoptTake(db: Database, record: TakeRecord): boolean {
  const adopt = db.transaction(() => {
    const { sessionId, questionId } = record
    if (db.prepare('SELECT 1 FROM takes WHERE id = ?').get(record.id)) return false
    askInSession(db, sessionId, questionId)
    const { processing } = record
    db.prepare(
      `INSERT INTO takes (id, session_id, question_id, follow_up, number, state, started_at_ms,
         microphone, echo_cancellation, noise_suppression, auto_gain_control, is_recovered,
         deleted_at_ms)
       VALUES (@id, @sessionId, @questionId, @followUp, @number, 'recording', @startedAtMs,
         @microphone, @echoCancellation, @noiseSuppression, @autoGainControl, @isRecovered,
         @deletedAtMs)`,
    ).run({
      id: record.id,
      sessionId,
      questionId,
      followUp: record.followUp,
      number: freeNumber(db, record),
      startedAtMs: record.startedAtMs,
      microphone: record.microphone,
      echoCancellation: Number(processing.echoCancellation),
      noiseSuppression: Number(processing.noiseSuppression),
      autoGainControl: Number(processing.autoGainControl),
      isRecovered: Number(record.isRecovered),
      deletedAtMs: record.deletedAtMs,
    })
    const isBest = record.isBest && !hasBest(db, record)
    writeBelongings(db, TAKE_BELONGINGS, record.id, { ...record, isBest })
    writeRevision(db, 'takes', record.id, record.revision)
    return true
  })
  return adopt.immediate()
}

/** Closes the take, whose row must be there, as its record says it was. */
export function closeByRecord(db: Database, record: TakeRecord, sizeBytes: number): void {
  const closed = { takeId: record.id, durationMs: record.durationMs ?? 0, sizeBytes }
  if (record.isDamaged) markTakeDamaged(db, closed)
  else markTakeReady(db, closed)
}

/** A take on a question that its session does not ask (its record is older) makes it ask it. */
function askInSession(db: Database, sessionId: string, questionId: string): void {
  db.prepare(
    `INSERT INTO session_questions (session_id, position, question_id)
     SELECT @sessionId,
       1 + coalesce((SELECT max(position) FROM session_questions WHERE session_id = @sessionId), 0),
       @questionId
     WHERE NOT EXISTS (SELECT 1 FROM session_questions
       WHERE session_id = @sessionId AND question_id = @questionId)`,
  ).run({ sessionId, questionId })
}

function freeNumber(db: Database, { sessionId, questionId, number }: TakeRecord): number {
  const taken = db
    .prepare<[string, string], number>(
      'SELECT number FROM takes WHERE session_id = ? AND question_id = ? ORDER BY number',
    )
    .pluck()
    .all(sessionId, questionId)
  return taken.includes(number) ? 1 + (taken.at(-1) ?? 0) : number
}

function hasBest(db: Database, { sessionId, questionId }: TakeRecord): boolean {
  return (
    db
      .prepare('SELECT 1 FROM takes WHERE session_id = ? AND question_id = ? AND is_best = 1')
      .get(sessionId, questionId) !== undefined
  )
}
