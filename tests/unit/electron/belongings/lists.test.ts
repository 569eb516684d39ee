import { expect, test } from 'vitest'
import { LIBRARY_BELONGINGS } from '../../../../electron/belongings/libraryBelongings'
import type { DerivedBelonging, RecordedBelonging } from '../../../../electron/belongings/belonging'
import { QUESTION_BELONGINGS } from '../../../../electron/belongings/questionBelongings'
import { TAKE_BELONGINGS } from '../../../../electron/belongings/takeBelongings'
import { readLibrary } from '../../../../electron/store/database/revisions'
import { recordTake, start, trialStore } from '../store/fixture'

const LISTS = [
  ['takes', TAKE_BELONGINGS],
  ['questions', QUESTION_BELONGINGS],
  ['library', LIBRARY_BELONGINGS],
] as const

const TABLES = LISTS.flatMap(([ownerTable, belongings]) =>
  (belongings as readonly (RecordedBelonging | DerivedBelonging)[]).flatMap(({ tables }) =>
    tables.map((table) => ({ ownerTable, ...table })),
  ),
)

test.each(TABLES.filter(({ name, ownerTable }) => name !== ownerTable && ownerTable !== 'library'))(
  'rows of $name go with their owner, by $owner',
  ({ ownerTable, name, owner }) => {
    const keys = trialStore().prepare(`SELECT * FROM pragma_foreign_key_list('${name}')`).all()
    expect(keys).toContainEqual(
      expect.objectContaining({ from: owner, table: ownerTable, on_delete: 'CASCADE' }),
    )
  },
)

/** Tables of the schema that are no belonging of anything, and why. */
const OTHER_TABLES = [
  'packs', // where questions come from; in the record of each of them
  'sessions', // a record of their own
  'session_questions', // in the record of the session
  'tombstones', // what is not there any more
  'search_pending', // made anew from the rest
  'ancestors', // in the record of the library, by name
  'practice_summaries', // made anew from the takes
  'put_off_questions', // for a day: nothing that anybody would miss
]

test('every table is on a list, or none of those that belong to a take, a question or the library', () => {
  const tables = trialStore()
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%'`,
    )
    .pluck()
    .all()
  const listed = new Set([...TABLES.map(({ name }) => name), ...OTHER_TABLES, 'library'])
  expect(tables.filter((name) => !listed.has(name))).toEqual([])
})

test('what can be made again is not counted', () => {
  const db = trialStore()
  const { id } = recordTake(db, start(db).id)
  const before = readLibrary(db)
  for (const { name, owner } of TABLES) {
    if (name !== 'measures') continue
    db.prepare(`INSERT INTO ${name} (${owner}, version) VALUES (?, 1)`).run(id)
  }
  expect(readLibrary(db)).toEqual(before)
})
