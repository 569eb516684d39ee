import type { RestoreChanges } from '../../shared/backup'
import { adoptSession, adoptTake } from './adopt'
import type { Database } from './database'
import {
  allTakeRecords,
  listSessionIds,
  sessionRecord,
  takeRecord,
  type TakeRecord,
} from './records'
import { markTakeDamaged, markTakeReady } from './takes'

/** How many bytes of sound there are of a take; null when there is none any more. */
export type SoundOf = (take: TakeRecord) => number | null

/** What is to be done about one take of the backup. */
type Step =
  | { kind: 'bring-back'; take: TakeRecord; sizeBytes: number }
  | { kind: 'without-sound' }
  | { kind: 'change'; take: TakeRecord }

/** What restoring would change. Only reads. */
export function previewRestore(db: Database, backup: Database, soundOf: SoundOf): RestoreChanges {
  return plan(db, backup, soundOf).changes
}

/**
 * Brings back what the backup holds: its sessions and takes that are gone, as far as there is sound
 * of them, and the notes, ratings and best takes as they were. What is newer stays. All of it or,
 * when anything fails, nothing.
 * @returns what has changed, and the ids of the takes and sessions concerned
 */
export function restoreBackup(
  db: Database,
  backup: Database,
  soundOf: SoundOf,
): { changes: RestoreChanges; takeIds: string[]; sessionIds: string[] } {
  const { changes, steps, sessionIds } = plan(db, backup, soundOf)
  const apply = db.transaction(() => {
    copyQuestions(db, backup)
    const show = db.prepare('UPDATE sessions SET deleted_at_ms = NULL WHERE id = ?')
    for (const sessionId of sessionIds) {
      const record = sessionRecord(backup, sessionId)
      if (!record) continue
      adoptSession(db, record)
      show.run(sessionId)
    }
    for (const step of steps) if (step.kind === 'bring-back') bringBack(db, step)
    const changed = steps.flatMap((step) => (step.kind === 'change' ? [step.take] : []))
    for (const take of changed) changeBack(db, take)
    for (const take of changed.filter(({ isBest }) => isBest)) makeBest(db, take)
  })
  apply.immediate()
  const takeIds = steps.flatMap((step) => ('take' in step ? [step.take.id] : []))
  return { changes, takeIds, sessionIds }
}

function plan(
  db: Database,
  backup: Database,
  soundOf: SoundOf,
): { changes: RestoreChanges; steps: Step[]; sessionIds: string[] } {
  const steps: Step[] = []
  let takesInBoth = 0
  for (const take of allTakeRecords(backup)) {
    if (take.deletedAtMs !== null || take.durationMs === null) continue
    const now = takeRecord(db, take.id)
    if (now) takesInBoth += 1
    const step = now ? changeOf(now, take) : bringBackOf(take, soundOf)
    if (step) steps.push(step)
  }
  const sessionIds = sessionsToBringBack(db, backup, steps)
  const count = (kind: Step['kind']): number => steps.filter((step) => step.kind === kind).length
  const changes = {
    sessionsBack: sessionIds.length,
    takesBack: count('bring-back'),
    takesWithoutSound: count('without-sound'),
    takesChanged: count('change'),
    takesKept: takeCount(db) - takesInBoth,
  }
  return { changes, steps, sessionIds }
}

function bringBackOf(take: TakeRecord, soundOf: SoundOf): Step {
  const sizeBytes = soundOf(take)
  return sizeBytes === null ? { kind: 'without-sound' } : { kind: 'bring-back', take, sizeBytes }
}

function changeOf(now: TakeRecord, then: TakeRecord): Step | null {
  const isSame =
    now.notes === then.notes &&
    now.rating === then.rating &&
    now.isBest === then.isBest &&
    now.deletedAtMs === null
  return isSame ? null : { kind: 'change', take: then }
}

/** Those that are gone or hidden, and have a take that comes back or is there. */
function sessionsToBringBack(db: Database, backup: Database, steps: readonly Step[]): string[] {
  const wanted = new Set(steps.flatMap((step) => ('take' in step ? [step.take.sessionId] : [])))
  const isShown = db.prepare('SELECT 1 FROM sessions WHERE id = ? AND deleted_at_ms IS NULL')
  const hasTakes = db.prepare('SELECT 1 FROM takes WHERE session_id = ?')
  return listSessionIds(backup).filter(
    (id) => !isShown.get(id) && (wanted.has(id) || hasTakes.get(id) !== undefined),
  )
}

function takeCount(db: Database): number {
  return db.prepare<[], number>('SELECT count(*) FROM takes').pluck().get() ?? 0
}

/** Packs and questions that are gone, whole; those that are there are newer. */
function copyQuestions(db: Database, backup: Database): void {
  for (const table of ['packs', 'questions']) {
    const columns = backup
      .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map(({ name }) => name)
      .filter((name) => name !== 'key')
    const insert = db.prepare(
      `INSERT INTO ${table} (${columns.join(', ')})
       VALUES (${columns.map((name) => `@${name}`).join(', ')}) ON CONFLICT (id) DO NOTHING`,
    )
    for (const row of backup.prepare(`SELECT ${columns.join(', ')} FROM ${table}`).iterate()) {
      insert.run(row)
    }
  }
}

function bringBack(db: Database, { take, sizeBytes }: Extract<Step, { kind: 'bring-back' }>): void {
  adoptTake(db, take)
  const closed = { takeId: take.id, durationMs: take.durationMs ?? 0, sizeBytes }
  if (take.isDamaged) markTakeDamaged(db, closed)
  else markTakeReady(db, closed)
}

function changeBack(db: Database, take: TakeRecord): void {
  db.prepare(
    `UPDATE takes SET notes = @notes, rating = @rating, is_best = 0, deleted_at_ms = NULL
     WHERE id = @id`,
  ).run({ id: take.id, notes: take.notes, rating: take.rating })
}

function makeBest(db: Database, { id, sessionId, questionId }: TakeRecord): void {
  db.prepare('UPDATE takes SET is_best = 0 WHERE session_id = ? AND question_id = ?').run(
    sessionId,
    questionId,
  )
  db.prepare('UPDATE takes SET is_best = 1 WHERE id = ?').run(id)
}
