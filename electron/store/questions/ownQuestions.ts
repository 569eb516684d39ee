import type { RequestInput, RequestOutput } from '../../../shared/contract'
import { AppError } from '../../../shared/errors'
import { MAX_ITEMS } from '../../../shared/defaults'
import { changingMany } from '../search/searchTables'
import { SEARCHED_QUESTIONS } from '../search/searched'
import type { Database } from '../database/database'
import { discardDraft } from './drafts'
import { packFor } from './ownPacks'
import {
  fieldReader,
  fieldWriter,
  newQuestionId,
  noSuchQuestion,
  questionInserter,
} from './questionFields'
import { readLayer, writeLayer } from './questionLayer'
import { placesIn } from './questionPlaces'

/** What a copy has of its own from the beginning; the star and "Not for me" stay where they are. */
const COPIED = `question, short_title, why_they_ask, example_answers, talking_points, pitfalls,
  follow_ups, outline, tags, target_shortest_ms, target_longest_ms, own_outline,
  own_example_answers, own_tags`

/** What a pack of the app says is not changed: a copy of it is. */
const OWN = `(SELECT kind FROM packs WHERE packs.id = questions.pack_id) <> 'built-in'`

/** Makes a question at the end of a pack of one's own. @throws {AppError} NOT_FOUND, BAD_REQUEST */
export function createQuestion(
  db: Database,
  { into, fields, outline }: RequestInput<'questions.create'>,
): RequestOutput<'questions.create'> {
  const create = db.transaction(() => {
    const packId = packFor(db, into)
    const [position] = placesIn(db, packId, { count: 1, before: null })
    const questionId = questionInserter(db)({ packId, position: position ?? 1, fields })
    if (outline) writeLayer(db, questionId, { ...readLayer(db, questionId), outline })
    discardDraft(db, null)
    return { questionId, packId }
  })
  return create.immediate()
}

/** @throws {AppError} NOT_FOUND, BAD_REQUEST for a question of the app */
export function updateQuestion(
  db: Database,
  { questionId, fields, outline }: RequestInput<'questions.update'>,
): void {
  const update = db.transaction(() => {
    requireOwn(db, [questionId])
    fieldWriter(db)(questionId, fieldReader(db)(questionId), fields)
    if (outline) writeLayer(db, questionId, { ...readLayer(db, questionId), outline })
    discardDraft(db, questionId)
  })
  update.immediate()
}

/**
 * Makes questions of one's own out of any, with what one has put on them, at the end of a pack.
 * @throws {AppError} NOT_FOUND, BAD_REQUEST
 */
export function copyQuestions(
  db: Database,
  { questionIds, into }: RequestInput<'questions.copy'>,
): RequestOutput<'questions.copy'> {
  const copy = db.transaction(() => {
    const packId = packFor(db, into)
    const places = placesIn(db, packId, { count: questionIds.length, before: null })
    // In one statement each: every change of a row is brought into the search anew.
    const insert = db.prepare(
      `INSERT INTO questions (id, pack_id, position, ${COPIED}, language)
       SELECT @id, @packId, @position, ${COPIED}, coalesce(language,
         (SELECT language FROM packs WHERE packs.id = pack_id AND language <>
           (SELECT language FROM packs WHERE packs.id = @packId)))
       FROM questions WHERE id = @from AND is_deleted = 0`,
    )
    const ids = questionIds.map((from, index) => {
      const id = newQuestionId()
      if (insert.run({ id, packId, position: places[index] ?? 1, from }).changes === 0)
        throw noSuchQuestion(from)
      return id
    })
    return { questionIds: ids, packId }
  })
  return copy.immediate()
}

/** Puts questions of one's own elsewhere, in this order. @throws {AppError} NOT_FOUND, BAD_REQUEST */
export function moveQuestions(
  db: Database,
  { questionIds, into, beforeQuestionId }: RequestInput<'questions.move'>,
): { packId: string } {
  const move = db.transaction(() => {
    const ids = [...new Set(questionIds)]
    requireOwn(db, ids)
    const packId = packFor(db, into)
    const isInPack = db.prepare('SELECT 1 FROM questions WHERE id = ? AND pack_id = ?')
    const before =
      beforeQuestionId !== null && isInPack.get(beforeQuestionId, packId) ? beforeQuestionId : null
    if (before !== null && ids.includes(before))
      throw new AppError('BAD_REQUEST', 'A question cannot stand before itself')
    const places = placesIn(db, packId, { count: ids.length, before, moving: ids })
    const set = db.prepare('UPDATE questions SET pack_id = ?, position = ? WHERE id = ?')
    ids.forEach((id, index) => set.run(packId, places[index], id))
    return { packId }
  })
  return move.immediate()
}

/** Those of a question of the app are the person's own. @throws {AppError} NOT_FOUND, BAD_REQUEST */
export function tagQuestions(
  db: Database,
  { questionIds, add, remove }: RequestInput<'questions.tag'>,
): void {
  const retag = (tags: readonly string[], more: readonly string[]): string => {
    const all = [...new Set([...tags, ...more])].filter((tag) => !remove.includes(tag))
    // Its form could not be saved any more.
    if (all.length > Math.max(MAX_ITEMS, tags.length))
      throw new AppError('BAD_REQUEST', `A question has ${String(MAX_ITEMS)} tags at most`)
    return JSON.stringify(all)
  }
  const tag = db.transaction(() => {
    const read = db.prepare<[string], { tags: string; ownTags: string; isOwn: number }>(
      `SELECT tags, own_tags AS ownTags, ${OWN} AS isOwn FROM questions
       WHERE id = ? AND is_deleted = 0`,
    )
    const write = db.prepare('UPDATE questions SET tags = ?, own_tags = ? WHERE id = ?')
    changingMany(db, SEARCHED_QUESTIONS, questionIds.length, () => {
      for (const id of questionIds) {
        const row = read.get(id)
        if (!row) throw noSuchQuestion(id)
        const [tags, ownTags] = [row.tags, row.ownTags].map((json) => JSON.parse(json) as string[])
        write.run(
          row.isOwn ? retag(tags ?? [], add) : row.tags,
          retag(ownTags ?? [], row.isOwn ? [] : add),
          id,
        )
      }
    })
  })
  tag.immediate()
}

/** @throws {AppError} NOT_FOUND when one is not there, BAD_REQUEST when one is the app's */
export function requireOwn(db: Database, questionIds: readonly string[]): void {
  const { known, own } = db
    .prepare<[string], { known: number; own: number | null }>(
      `SELECT count(*) AS known, sum(${OWN}) AS own FROM questions
       WHERE id IN (SELECT value FROM json_each(?)) AND is_deleted = 0`,
    )
    .get(JSON.stringify(questionIds)) ?? { known: 0, own: 0 }
  const wanted = new Set(questionIds).size
  if (known < wanted) throw new AppError('NOT_FOUND', 'Not every question is there')
  if (own !== wanted) throw new AppError('BAD_REQUEST', 'A question of the app cannot be changed')
}
