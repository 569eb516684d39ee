import { z } from 'zod'
import { MAX_NOTES_CHARACTERS } from '../../../shared/defaults'
import { RatingSchema } from '../../../shared/model'
import type { Database } from '../../store/database/database'
import { bothTexts, lowerStep } from '../bothVersions'
import { recordedBelonging } from '../belonging'

/** What the person thinks of the take: notes, rating, and whether it is the best one of its question. */
export const judgement = recordedBelonging({
  tables: [{ name: 'takes', owner: 'id' }],
  shape: {
    notes: z.string().max(MAX_NOTES_CHARACTERS),
    rating: RatingSchema.nullable(),
    isBest: z.boolean(),
  },
  json: `json_object('notes', takes.notes, 'rating', takes.rating,
    'isBest', json(iif(takes.is_best, 'true', 'false')))`,
  write: (db, takeId, { notes, rating, isBest }) => {
    if (isBest) giveUpBest(db, takeId)
    db.prepare(
      `UPDATE takes SET notes = @notes, rating = @rating, is_best = @isBest AND follow_up = ''
       WHERE id = @takeId`,
    ).run({ takeId, notes, rating, isBest: Number(isBest) })
  },
  merge: (here, there) => {
    const notes = bothTexts(here.notes, there.notes)
    if (notes.length > MAX_NOTES_CHARACTERS) return null
    const rating = lowerStep(here.rating, there.rating)
    return { notes, rating, isBest: here.isBest || there.isBest }
  },
  onRestore: 'goes back',
  isSearched: true,
})

/** One take of a question in a session can be the best one, and none of a follow-up. */
function giveUpBest(db: Database, takeId: string): void {
  db.prepare(
    `UPDATE takes SET is_best = 0
     WHERE (session_id, question_id) =
         (SELECT session_id, question_id FROM takes WHERE id = @takeId AND follow_up = '')
       AND is_best = 1 AND id <> @takeId`,
  ).run({ takeId })
}
