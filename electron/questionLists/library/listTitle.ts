import type { Database } from 'better-sqlite3'
import { AppError } from '../../../shared/errors'
import { PACK_SHOWN } from '../../store/questions/packSummaries'
import { SHOWN } from '../../store/questions/questionRows'

/** What a list is called that is of several packs. */
const USUAL_TITLE = 'Questions'

/**
 * What a list of these questions is called: as their pack, where it is one.
 * @throws {AppError} NOT_FOUND when none of them is there: nobody is asked where to put nothing
 */
export function listTitle(db: Database, questionIds: readonly string[]): string {
  const titles = db
    .prepare<[string], string>(
      `SELECT DISTINCT packs.title FROM json_each(?) AS wanted
       CROSS JOIN questions ON questions.id = wanted.value
       CROSS JOIN packs ON packs.id = pack_id
       WHERE ${PACK_SHOWN} AND ${SHOWN} LIMIT 2`,
    )
    .pluck()
    .all(JSON.stringify(questionIds))
  const [title] = titles
  if (title === undefined) throw new AppError('NOT_FOUND', 'None of these questions is there')
  return titles.length === 1 ? title : USUAL_TITLE
}
