import { AppError } from '../../../shared/errors'
import type { Choice } from '../../../shared/questionHistory'
import type { Database } from '../database/database'
import { findTake } from './takes'

/** Newest first, between takes that are shown. */
export function listChoices(db: Database, shownIds: ReadonlySet<string>): Choice[] {
  const ofTake = db.prepare<[string], Choice>(
    `SELECT better_take_id AS betterTakeId, other_take_id AS otherTakeId,
       chosen_at_ms AS chosenAtMs
     FROM choices WHERE better_take_id = ?`,
  )
  return [...shownIds]
    .flatMap((takeId) => ofTake.all(takeId))
    .filter(({ otherTakeId }) => shownIds.has(otherTakeId))
    .toSorted((one, other) => other.chosenAtMs - one.chosenAtMs)
}

/**
 * Keeps that one take was better than another.
 * @throws {AppError} NOT_FOUND when either is not there, BAD_REQUEST when they do not answer the
 * same question, or not the same follow-up of it
 */
export function insertChoice(db: Database, choice: Choice): void {
  const [better, other] = [choice.betterTakeId, choice.otherTakeId].map((takeId) => {
    const take = findTake(db, takeId)
    if (!take || take.deletedAtMs !== null) throw new AppError('NOT_FOUND', `No take ${takeId}`)
    return take
  })
  const isSameAsked =
    better?.questionId === other?.questionId && better?.followUp === other?.followUp
  if (!isSameAsked || better?.id === other?.id) {
    throw new AppError('BAD_REQUEST', 'Two takes of one question are compared')
  }
  db.prepare(
    `INSERT INTO choices (better_take_id, other_take_id, chosen_at_ms)
     VALUES (@betterTakeId, @otherTakeId, @chosenAtMs) ON CONFLICT DO NOTHING`,
  ).run(choice)
}

/** Puts these choices in the place of whatever the take has; those whose takes are both there. */
export function replaceChoices(db: Database, takeId: string, choices: readonly Choice[]): void {
  db.prepare('DELETE FROM choices WHERE better_take_id = ? OR other_take_id = ?').run(
    takeId,
    takeId,
  )
  const insert = db.prepare(
    `INSERT INTO choices (better_take_id, other_take_id, chosen_at_ms)
     VALUES (@betterTakeId, @otherTakeId, @chosenAtMs) ON CONFLICT DO NOTHING`,
  )
  for (const choice of betweenTakes(db, choices)) insert.run(choice)
}

/** Those whose takes are both there. */
export function betweenTakes(db: Database, choices: readonly Choice[]): Choice[] {
  const isThere = db.prepare('SELECT 1 FROM takes WHERE id = ?')
  return choices.filter((choice) =>
    [choice.betterTakeId, choice.otherTakeId].every((takeId) => isThere.get(takeId) !== undefined),
  )
}
