import { PASTED_DRAFT_ID } from '../../../shared/defaults'
import type { Draft } from '../../../shared/questions/questionFields'
import type { Database } from '../database/database'
import { newId } from '../database/ids'
import { leaveTombstones } from '../database/tombstones'
import { noSuchQuestion } from './questionFields'

interface StoredDraft {
  id: string
  questionId: string | null
  draft: Draft
}

/** Of a question that is not there yet. */
const NEW = ''

/** The form of this question as it was left, with null that of a new one; null when there is none. */
export function readDraft(db: Database, questionId: string | null): Draft | null {
  const draft = db
    .prepare<[string], string>('SELECT draft FROM question_drafts WHERE question_id = ?')
    .pluck()
    .get(questionId ?? NEW)
  return draft === undefined ? null : (JSON.parse(draft) as Draft)
}

/**
 * Keeps what stands in the form, in place of what was kept before.
 * @throws {AppError} NOT_FOUND when its question is gone: nobody would come back to it
 */
export function keepDraft(
  db: Database,
  { questionId, draft }: { questionId: string | null; draft: Draft },
): void {
  const isOfQuestion = questionId !== null && questionId !== PASTED_DRAFT_ID
  if (isOfQuestion && !isThere(db, questionId)) throw noSuchQuestion(questionId)
  insertDraft(db, { id: newId(), questionId, draft })
}

/**
 * Removes the form. It leaves a tombstone by an id of its own, because its words may stand in a
 * backup, and its question goes on.
 * @returns whether there was one
 */
export function discardDraft(db: Database, questionId: string | null): boolean {
  const discard = db.transaction(() => {
    const ids = db
      .prepare<[string], string>('DELETE FROM question_drafts WHERE question_id = ? RETURNING id')
      .pluck()
      .all(questionId ?? NEW)
    leaveTombstones(db, ids)
    return ids.length > 0
  })
  return discard()
}

/** Puts these in the place of whatever there is. */
export function replaceDrafts(db: Database, drafts: readonly StoredDraft[]): void {
  db.prepare('DELETE FROM question_drafts').run()
  for (const draft of drafts) insertDraft(db, draft)
}

function isThere(db: Database, questionId: string): boolean {
  const find = db.prepare('SELECT 1 FROM questions WHERE id = ? AND is_deleted = 0')
  return find.get(questionId) !== undefined
}

function insertDraft(db: Database, { id, questionId, draft }: StoredDraft): void {
  db.prepare(
    `INSERT INTO question_drafts (id, question_id, draft) VALUES (@id, @questionId, @draft)
     ON CONFLICT (question_id) DO UPDATE SET draft = excluded.draft`,
  ).run({ id, questionId: questionId ?? NEW, draft: JSON.stringify(draft) })
}
