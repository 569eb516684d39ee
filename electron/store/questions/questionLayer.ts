import type { QuestionLayer } from '../../../shared/questions/questionFields'
import type { Database } from '../database/database'
import { noSuchQuestion } from './questionFields'

export interface LayerRow {
  own_outline: string
  own_example_answers: string
  own_tags: string
  is_starred: number
  is_not_for_me: number
}

export const LAYER_COLUMNS = 'own_outline, own_example_answers, own_tags, is_starred, is_not_for_me'

/** Whether the person has put anything on the question. */
export const HAS_LAYER = `(own_outline <> '[]' OR own_example_answers <> '[]' OR own_tags <> '[]'
  OR is_starred = 1 OR is_not_for_me = 1)`

export function layerFromRow(row: LayerRow): QuestionLayer {
  return {
    outline: JSON.parse(row.own_outline) as string[],
    exampleAnswers: JSON.parse(row.own_example_answers) as QuestionLayer['exampleAnswers'],
    tags: JSON.parse(row.own_tags) as string[],
    isStarred: row.is_starred === 1,
    isNotForMe: row.is_not_for_me === 1,
  }
}

/** What the person has put on the question. @throws {AppError} NOT_FOUND */
export function readLayer(db: Database, questionId: string): QuestionLayer {
  const row = db
    .prepare<[string], LayerRow>(`SELECT ${LAYER_COLUMNS} FROM questions WHERE id = ?`)
    .get(questionId)
  if (!row) throw noSuchQuestion(questionId)
  return layerFromRow(row)
}

/** Puts this in the place of whatever there is. */
export function writeLayer(db: Database, questionId: string, layer: QuestionLayer): void {
  db.prepare(
    `UPDATE questions SET own_outline = @outline, own_example_answers = @exampleAnswers,
       own_tags = @tags, is_starred = @isStarred, is_not_for_me = @isNotForMe
     WHERE id = @questionId`,
  ).run({
    questionId,
    outline: JSON.stringify(layer.outline),
    exampleAnswers: JSON.stringify(layer.exampleAnswers),
    tags: JSON.stringify(layer.tags),
    isStarred: Number(layer.isStarred),
    isNotForMe: Number(layer.isNotForMe),
  })
}

type LayerChanges = { [Name in keyof QuestionLayer]?: QuestionLayer[Name] | undefined }

/**
 * Changes some of it, on any question that is there. One that is hidden takes the last words too:
 * they are there when the deletion is undone.
 * @throws {AppError} NOT_FOUND
 */
export function changeLayer(
  db: Database,
  { questionId, layer }: { questionId: string; layer: LayerChanges },
): void {
  const change = db.transaction(() => {
    const now = readLayer(db, questionId)
    refuseGone(db, questionId)
    const said = Object.entries(layer).filter(([, value]) => value !== undefined)
    writeLayer(db, questionId, { ...now, ...(Object.fromEntries(said) as Partial<QuestionLayer>) })
  })
  change.immediate()
}

/** Of a question that was deleted for good its words alone stay. */
function refuseGone(db: Database, questionId: string): void {
  const isGone = db.prepare('SELECT 1 FROM questions WHERE id = ? AND is_deleted = 1')
  if (isGone.get(questionId)) throw noSuchQuestion(questionId)
}
