import type { Migration } from './migration'

/*
 * The search tables are no part of the numbered schema any more: they are made from the rest of
 * it whenever they are not as they should be (see ../../search/searchTables.ts).
 */
export const searchTablesAside: Migration = {
  version: 5,
  up: (db) => {
    for (const table of ['questions', 'takes']) {
      for (const event of ['insert', 'update', 'delete']) {
        db.exec(`DROP TRIGGER IF EXISTS ${table}_after_${event}`)
      }
    }
    db.exec('DROP TABLE IF EXISTS question_search; DROP TABLE IF EXISTS note_search;')
  },
}
