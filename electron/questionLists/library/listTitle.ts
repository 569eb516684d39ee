import type { Database } from 'better-sqlite3'

/** What a list is called that is of several packs. */
const USUAL_TITLE = 'Questions'

/** What a list of these questions is called: as their pack, where it is one. */
export function listTitle(db: Database, questionIds: readonly string[]): string {
  const titles = db
    .prepare<[string], string>(
      `SELECT DISTINCT packs.title FROM json_each(?) AS wanted
       CROSS JOIN questions ON questions.id = wanted.value
       CROSS JOIN packs ON packs.id = pack_id LIMIT 2`,
    )
    .pluck()
    .all(JSON.stringify(questionIds))
  return titles.length === 1 ? titles[0]! : USUAL_TITLE
}
