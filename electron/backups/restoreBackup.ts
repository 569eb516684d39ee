import { isDeepStrictEqual } from 'node:util'
import type { RestoreChanges } from '../../shared/backup'
import { adoptSession, adoptTake, closeByRecord } from '../recovery/adoptRecord'
import { copyChoices } from '../store/takes/choices'
import { applyTakeRecord } from '../recovery/applyRecord'
import type { Database } from '../store/database/database'
import { replaceMarks } from '../store/takes/marks'
import { mergeTakes } from '../records/mergeRecords'
import {
  allTakeRecords,
  sessionRecord,
  takeRecord,
  type SessionRecord,
  type TakeRecord,
} from '../records/records'
import { readLibrary } from '../store/database/revisions'
import { UNANSWERED, writeRubric } from '../store/takes/rubrics'
import { setSessionDeleted } from '../store/sessions/sessions'
import { KEPT } from '../store/takes/takeRows'
import { setBestTake } from '../store/takes/takes'

/** How many bytes of sound there are of a take; null when there is none any more. */
export type SoundOf = (take: TakeRecord) => number | null

/** What is to be done about one take of the backup. */
type Step =
  | { kind: 'bring-back'; take: TakeRecord; sizeBytes: number }
  | { kind: 'without-sound' }
  | { kind: 'change'; take: TakeRecord }
  /** Nobody can tell which of two libraries is the newer one: what both say. */
  | { kind: 'merge'; take: TakeRecord }

/** What restoring would change. Only reads. */
export function previewRestore(db: Database, backup: Database, soundOf: SoundOf): RestoreChanges {
  return plan(db, backup, soundOf).changes
}

/**
 * Brings back what the backup holds: its sessions and takes that are gone, as far as there is sound
 * of them, and the notes, ratings and best takes as they were. What is not in it stays, and what the
 * backup of another library says of a take joins what is said of it here. All of it or, when
 * anything fails, nothing.
 */
export function restoreBackup(db: Database, backup: Database, soundOf: SoundOf): RestoreChanges {
  const { changes, steps, sessionIds } = plan(db, backup, soundOf)
  const takes = steps.flatMap((step) => ('take' in step ? [step.take] : []))
  const apply = db.transaction(() => {
    copyQuestions(db, backup)
    for (const sessionId of sessionIds) bringSessionBack(db, sessionRecord(backup, sessionId))
    for (const step of steps) {
      if (step.kind === 'bring-back') bringBack(db, step)
      if (step.kind === 'change') changeBack(db, step.take)
      if (step.kind === 'merge') applyTakeRecord(db, step.take, 'counted')
    }
    copyChoices(db, backup)
    for (const { id: takeId } of takes.filter(({ isBest }) => isBest)) {
      setBestTake(db, { takeId, isBest: true })
    }
  })
  apply.immediate()
  return changes
}

function plan(
  db: Database,
  backup: Database,
  soundOf: SoundOf,
): { changes: RestoreChanges; steps: Step[]; sessionIds: string[] } {
  const shownThen = new Set(shownTakeIds(backup))
  const isOfAnother = isOfAnotherLibrary(db, backup)
  const steps: Step[] = []
  for (const record of allTakeRecords(backup)) {
    if (!shownThen.has(record.id)) continue
    const take = { ...record, isBest: record.isBest && !hasNewerBest(db, record, shownThen) }
    const now = takeRecord(db, take.id)
    const step = now ? changeOf(now, take, isOfAnother) : bringBackOf(take, soundOf)
    if (step) steps.push(step)
  }
  const sessionIds = sessionsToBringBack(db, backup, steps)
  const count = (kind: Step['kind']): number => steps.filter((step) => step.kind === kind).length
  const changes = {
    sessionsBack: sessionIds.length,
    takesBack: count('bring-back'),
    takesWithoutSound: count('without-sound'),
    takesChanged: count('change'),
    takesMerged: count('merge'),
    takesKept: shownTakeIds(db).filter((id) => !shownThen.has(id)).length,
  }
  return { changes, steps, sessionIds }
}

/** What somebody sees of a database: not what they have deleted, or still record. */
function shownTakeIds(db: Database): string[] {
  return db
    .prepare<[], string>(
      `SELECT id FROM takes WHERE ${KEPT}
         AND session_id IN (SELECT id FROM sessions WHERE deleted_at_ms IS NULL)`,
    )
    .pluck()
    .all()
}

/** A take that is newer than the backup and the best one by now stays the best one. */
function hasNewerBest(
  db: Database,
  { sessionId, questionId }: TakeRecord,
  shownThen: ReadonlySet<string>,
): boolean {
  const best = db
    .prepare<[string, string], string>(
      `SELECT id FROM takes
       WHERE session_id = ? AND question_id = ? AND is_best = 1 AND deleted_at_ms IS NULL`,
    )
    .pluck()
    .get(sessionId, questionId)
  return best !== undefined && !shownThen.has(best)
}

function bringBackOf(take: TakeRecord, soundOf: SoundOf): Step {
  const sizeBytes = soundOf(take)
  return sizeBytes === null ? { kind: 'without-sound' } : { kind: 'bring-back', take, sizeBytes }
}

function changeOf(now: TakeRecord, then: TakeRecord, isOfAnother: boolean): Step | null {
  const wanted = isOfAnother ? mergeTakes(now, then) : { ...then, deletedAtMs: null }
  // Together they are more than a take can have: it stays as it is, and the backup where it is.
  if (!wanted || isDeepStrictEqual(saidIn(now), saidIn(wanted))) return null
  return { kind: isOfAnother ? 'merge' : 'change', take: wanted }
}

function saidIn({ notes, rating, isBest, deletedAtMs, marks, rubric }: TakeRecord): unknown {
  return [notes, rating, isBest, deletedAtMs, marks, rubric]
}

/** One that was made before changes were counted is believed to be of this one. */
function isOfAnotherLibrary(db: Database, backup: Database): boolean {
  const { id, counter } = readLibrary(backup)
  return counter > 0 && id !== readLibrary(db).id
}

const SHOWN_SESSION_IDS = 'SELECT id FROM sessions WHERE deleted_at_ms IS NULL ORDER BY id'

/** Those that are gone or hidden, and have a take that comes back or is there. */
function sessionsToBringBack(db: Database, backup: Database, steps: readonly Step[]): string[] {
  const wanted = new Set(steps.flatMap((step) => ('take' in step ? [step.take.sessionId] : [])))
  const isShown = db.prepare('SELECT 1 FROM sessions WHERE id = ? AND deleted_at_ms IS NULL')
  const hasTakes = db.prepare('SELECT 1 FROM takes WHERE session_id = ?')
  return backup
    .prepare<[], string>(SHOWN_SESSION_IDS)
    .pluck()
    .all()
    .filter((id) => !isShown.get(id) && (wanted.has(id) || hasTakes.get(id) !== undefined))
}

/**
 * Packs and questions that are gone, whole; those that are there are newer. A question that has left
 * its pack meanwhile does not return to it: only the sessions that asked it need it.
 */
function copyQuestions(db: Database, backup: Database): void {
  const packIds = db.prepare<[], string>('SELECT id FROM packs').pluck().all()
  copyMissing(db, backup, 'packs', (pack) => pack)
  copyMissing(db, backup, 'questions', (question) =>
    packIds.includes(String(question['pack_id'])) ? { ...question, retired: 1 } : question,
  )
}

type Row = Record<string, unknown>

function copyMissing(
  db: Database,
  backup: Database,
  table: 'packs' | 'questions',
  change: (row: Row) => Row,
): void {
  const columns = backup
    .prepare<[], string>(`SELECT name FROM pragma_table_info('${table}') WHERE name <> 'key'`)
    .pluck()
    .all()
  const insert = db.prepare(
    `INSERT INTO ${table} (${columns.join(', ')})
     VALUES (${columns.map((name) => `@${name}`).join(', ')}) ON CONFLICT (id) DO NOTHING`,
  )
  const rows = backup.prepare<[], Row>(`SELECT ${columns.join(', ')} FROM ${table}`)
  for (const row of rows.iterate()) insert.run(change(row))
}

function bringSessionBack(db: Database, record: SessionRecord | null): void {
  if (!record) return
  adoptSession(db, record)
  setSessionDeleted(db, { sessionId: record.id, deletedAtMs: null })
}

function bringBack(db: Database, { take, sizeBytes }: Extract<Step, { kind: 'bring-back' }>): void {
  adoptTake(db, take)
  closeByRecord(db, take, sizeBytes)
}

/** Its place as best one follows when every take has given up its own. */
function changeBack(db: Database, take: TakeRecord): void {
  db.prepare(
    `UPDATE takes SET notes = @notes, rating = @rating, is_best = 0, deleted_at_ms = NULL
     WHERE id = @id`,
  ).run({ id: take.id, notes: take.notes, rating: take.rating })
  replaceMarks(db, take.id, take.marks)
  writeRubric(db, take.id, take.rubric ?? UNANSWERED)
}
