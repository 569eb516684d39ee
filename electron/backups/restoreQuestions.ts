import { isDeepStrictEqual } from 'node:util'
import { QUESTION_BELONGINGS } from '../belongings/questionBelongings'
import { belongingsOf, restoreBelongings } from '../belongings/walkBelongings'
import { mergeQuestions } from '../records/mergeRecords'
import { questionRecord, type QuestionRecord } from '../records/questionRecord'
import { adoptQuestion } from '../recovery/adoptRecord'
import { applyQuestionRecord } from '../recovery/applyRecord'
import type { Database } from '../store/database/database'
import { newerOf, readLibrary, type CountedLibrary } from '../store/database/revisions'

/* Packs and questions that a backup has. */

/** What is to be done about one question of the backup. */
export type QuestionStep =
  /** It is gone, or deleted, and comes back whole. */
  | { kind: 'bring-back'; question: QuestionRecord }
  /** It is hidden, and can be seen again. */
  | { kind: 'show'; question: QuestionRecord }
  /** The backup says something that is not said here, and nobody has changed it since. */
  | { kind: 'merge'; question: QuestionRecord }
  /** It has left its pack: only the sessions that asked it need it. */
  | { kind: 'left-over'; question: QuestionRecord }

/** What restoring would do to questions. Only reads, and only those that are not the same in both. */
export function planQuestions(db: Database, backup: Database): QuestionStep[] {
  const library = readLibrary(db)
  const now = statesIn(db)
  const packIds = new Set(db.prepare<[], string>('SELECT id FROM packs').pluck().all())
  return [...statesIn(backup)].flatMap(([id, state]) => {
    if (now.get(id) === state) return []
    const then = questionRecord(backup, id)
    if (!then || then.deletedAtMs !== null) return []
    const here = now.has(id) ? questionRecord(db, id) : null
    if (!here) return [missing(then, packIds)]
    return changeOf(here, then, library) ?? []
  })
}

/** As far as a backup can say something else: by which change it is what it is, and its deletion. */
function statesIn(db: Database): Map<string, string> {
  const rows = db.prepare<[], [string, ...unknown[]]>(
    'SELECT id, library_id, revision, is_deleted, deleted_at_ms FROM questions ORDER BY id',
  )
  return new Map(
    rows
      .raw()
      .all()
      .map(([id, ...state]) => [id, JSON.stringify(state)]),
  )
}

/** What a pack of the app does not have any more does not return to it. */
function missing(then: QuestionRecord, packIds: ReadonlySet<string>): QuestionStep {
  const hasLeft = then.pack.kind === 'built-in' && packIds.has(then.pack.id)
  if (!then.isRetired && !hasLeft) return { kind: 'bring-back', question: then }
  return { kind: 'left-over', question: { ...then, isRetired: true } }
}

function changeOf(
  now: QuestionRecord,
  then: QuestionRecord,
  library: CountedLibrary,
): QuestionStep | null {
  if (now.isDeleted && !then.isDeleted && !then.isRetired)
    return { kind: 'bring-back', question: then }
  if (now.deletedAtMs !== null) return { kind: 'show', question: { ...now, deletedAtMs: null } }
  if (now.isDeleted || then.isDeleted) return null
  const newer = newerOf(now.revision, then.revision, library)
  if (newer === 'row') return null
  const wanted = newer === 'record' && isOwn(now) ? { ...now, ...saidOf(then) } : both(now, then)
  if (!wanted || isDeepStrictEqual(saidOf(wanted), saidOf(now))) return null
  return { kind: 'merge', question: wanted }
}

/** What the app's pack says of a question is not mixed with what it said once. */
function both(now: QuestionRecord, then: QuestionRecord): QuestionRecord | null {
  if (isOwn(now)) return mergeQuestions(now, then)
  const belongings = restoreBelongings(QUESTION_BELONGINGS, now, then)
  return belongings && { ...now, ...belongings }
}

function isOwn({ pack }: QuestionRecord): boolean {
  return pack.kind !== 'built-in'
}

function saidOf(
  record: QuestionRecord,
): ReturnType<typeof belongingsOf<typeof QUESTION_BELONGINGS>> {
  return belongingsOf(QUESTION_BELONGINGS, record)
}

/** Packs first: one that is hidden, or of which the name alone is left, is there again too. */
export function restoreQuestions(
  db: Database,
  backup: Database,
  steps: readonly QuestionStep[],
): void {
  const insert = db.prepare(
    `INSERT INTO packs (id, title, description, language, digest, kind, position, is_deleted)
     VALUES (@id, @title, @description, @language, @digest, @kind, @position, @is_deleted)
     ON CONFLICT (id) DO UPDATE SET deleted_at_ms = NULL, is_deleted = 0
     WHERE excluded.is_deleted = 0 AND (deleted_at_ms IS NOT NULL OR packs.is_deleted = 1)`,
  )
  const packs = backup.prepare<[], object>('SELECT * FROM packs WHERE deleted_at_ms IS NULL')
  for (const pack of packs.iterate()) insert.run(pack)
  for (const { kind, question } of steps) {
    if (kind === 'merge' || kind === 'show') applyQuestionRecord(db, question, 'counted')
    else if (!adoptQuestion(db, question)) applyQuestionRecord(db, question, 'counted')
  }
}
