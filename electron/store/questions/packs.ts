import { createHash } from 'node:crypto'
import type { Database } from '../database/database'
import { HAS_LAYER } from './questionLayer'
import type { Pack, PackQuestion } from '../../../shared/pack'

/**
 * Makes the store's pack the same as this one; does nothing when it is the same already. Ids are
 * stable, so sessions and takes keep their questions. A question that left the pack stays, retired,
 * as long as a session asks it or the person has put something on it.
 * @param digest by which whoever calls knows this pack again, in place of one of its words
 * @param position its place among the packs of the app
 */
export function savePack(
  db: Database,
  pack: Pack,
  { digest = digestOf(pack), position = 0 }: { digest?: string; position?: number } = {},
): void {
  const save = db.transaction(() => {
    if (isSaved(db, pack.id, digest)) return
    const { id, title, description, language } = pack
    db.prepare(
      `INSERT INTO packs (id, title, description, language, digest, position)
       VALUES (@id, @title, @description, @language, @digest, @position)
       ON CONFLICT (id) DO UPDATE SET title = excluded.title, description = excluded.description,
         language = excluded.language, digest = excluded.digest, position = excluded.position`,
    ).run({ id, title, description, language, digest, position })
    // First all, then those that are still in the pack come back: what belongs to them stays.
    db.prepare('UPDATE questions SET retired = 1 WHERE pack_id = ?').run(pack.id)
    saveQuestions(db, pack)
    removeUnaskedRetired(db, pack.id)
  })
  save.immediate()
}

/** Tells whether a pack has changed. */
function digestOf(pack: object): string {
  return createHash('sha256').update(JSON.stringify(pack)).digest('hex')
}

/** Whether this is what the pack was when it was last saved. */
export function isSaved(db: Database, packId: string, digest: string): boolean {
  return db.prepare('SELECT digest FROM packs WHERE id = ?').pluck().get(packId) === digest
}

function removeUnaskedRetired(db: Database, packId: string): void {
  db.prepare(
    `DELETE FROM questions WHERE pack_id = ? AND retired = 1 AND NOT ${HAS_LAYER} AND NOT EXISTS
       (SELECT 1 FROM session_questions WHERE question_id = questions.id)`,
  ).run(packId)
}

function saveQuestions(db: Database, pack: Pack): void {
  const save = db.prepare(
    `INSERT INTO questions (id, pack_id, position, question, short_title, why_they_ask,
       example_answers, talking_points, pitfalls, follow_ups, outline, tags, language,
       target_shortest_ms, target_longest_ms)
     VALUES (@id, @packId, @position, @question, @shortTitle, @whyTheyAsk,
       @exampleAnswers, @talkingPoints, @pitfalls, @followUps, @outline, @tags, @language,
       @targetShortestMs, @targetLongestMs)
     ON CONFLICT (id) DO UPDATE SET pack_id = excluded.pack_id, position = excluded.position,
       question = excluded.question, short_title = excluded.short_title,
       why_they_ask = excluded.why_they_ask, example_answers = excluded.example_answers,
       talking_points = excluded.talking_points, pitfalls = excluded.pitfalls,
       follow_ups = excluded.follow_ups, outline = excluded.outline,
       tags = excluded.tags, language = excluded.language,
       target_shortest_ms = excluded.target_shortest_ms,
       target_longest_ms = excluded.target_longest_ms, retired = 0
     WHERE is_deleted = 0`,
  )
  pack.questions.forEach((question, index) => {
    save.run({ packId: pack.id, position: index + 1, ...columns(pack.id, question) })
  })
}

function columns(packId: string, question: PackQuestion): Record<string, string | number | null> {
  const [shortest, longest] = question.targetSeconds
  return {
    id: `${packId}/${question.id}`,
    question: question.question,
    shortTitle: question.shortTitle ?? null,
    whyTheyAsk: question.whyTheyAsk,
    exampleAnswers: JSON.stringify(question.exampleAnswers),
    talkingPoints: JSON.stringify(question.talkingPoints),
    pitfalls: JSON.stringify(question.pitfalls),
    followUps: JSON.stringify(question.followUps),
    outline: JSON.stringify(question.outline),
    tags: JSON.stringify(question.tags),
    language: question.language ?? null,
    targetShortestMs: shortest * 1000,
    targetLongestMs: longest * 1000,
  }
}
