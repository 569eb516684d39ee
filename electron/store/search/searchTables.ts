import type { Database } from 'better-sqlite3'
import { searchForm } from '../../../shared/search/terms'
import { SEARCHED, type SearchedTable } from './searched'

/*
 * The search tables hold each text in the form in which it is compared (see shared/search), with a
 * space between any two tokens, so that SQLite's tokenizer has nothing to decide. They are made
 * from other tables and from nothing else: where the schema has not exactly the tables and triggers
 * that are wanted, because the list, the form or a table below them is new, they are made again.
 *
 * Only our own connections know the form. So what the schema's triggers do, any connection can:
 * they take old words out of the search at once, and note in `search_pending` that a row has new
 * ones. A connection of ours has a trigger of its own on that table, which brings the row into the
 * search and takes the note away, all in the same statement; notes that others leave are done when
 * the library is opened next.
 */

/** Count up when the same text has another form now; every library is then indexed anew. */
const FORM_VERSION = 1

/** Separates at spaces alone; every other ASCII character belongs to a token, as all others do. */
const TOKENIZER = `ascii tokenchars '!""#$%&''()*+,-./:;<=>?@[\\]^_\`{|}~'`

/**
 * Makes the search tables where they are missing or are not those of this Soundcheck, in one
 * transaction (3 to 14 seconds for 100,000 notes), and lets this connection write what is searched.
 * Does nothing where the tables that are searched are not there: that is for others to see.
 */
export function openSearch(db: Database): void {
  if (!SEARCHED.every(({ table }) => schemaSql(db, 'table', table))) return
  db.function('search_form', { deterministic: true }, (text) =>
    typeof text === 'string' ? searchForm(text) : '',
  )
  const isThere = wantedSchema().every(({ type, name, sql }) => schemaSql(db, type, name) === sql)
  if (!isThere) makeSearchAnew(db)
  for (const searched of SEARCHED) db.exec(ownTrigger(searched))
  if (db.prepare('SELECT 1 FROM search_pending').get() === undefined) return
  // What others left, once more: only the insertion itself brings it into the search.
  db.exec('INSERT OR REPLACE INTO search_pending SELECT * FROM search_pending')
}

/** Makes every search table anew, whatever is in them now. */
export function makeSearchAnew(db: Database): void {
  db.transaction(() => makeAll(db)).immediate()
}

/** Taking one row out of the search costs as much as bringing so many in. */
const ROWS_PER_REMOVAL = 20
/** Of fewer rows nobody notices it. */
const MANY = 200

/**
 * Work on so many rows of a searched table. Where making the search table anew afterwards is quicker
 * than taking each row out of it, that is done, in the same commit: `secure-delete` looks for every
 * word of a row in the whole of the table, which for ten thousand questions takes half a minute.
 */
export function changingMany(
  db: Database,
  searched: SearchedTable,
  count: number,
  work: () => void,
): void {
  const { table } = searched
  const total = db.prepare<[], number>(`SELECT count(*) FROM ${table}`).pluck().get() ?? 0
  if (count < MANY || count * ROWS_PER_REMOVAL < total) return work()
  const change = (): void => {
    // Empty, it is what the triggers find while the work is done.
    makeEmpty(db, searched)
    work()
    makeEmpty(db, searched)
    db.exec(`${addRows(searched)} WHERE ${hasText(searched, table)}`)
  }
  // No savepoint in a transaction: each statement goes through all that was changed since it, which
  // for ten thousand questions takes half a minute.
  if (db.inTransaction) change()
  else db.transaction(change)()
}

function makeEmpty(db: Database, searched: SearchedTable): void {
  const { searchTable } = searched
  db.exec(`DROP TABLE IF EXISTS ${searchTable}`)
  db.exec(tableOf(searched).sql)
  setUp(db, searched)
}

/** Without it a deleted note would stay in the index until its segments merge. */
function setUp(db: Database, { searchTable }: SearchedTable): void {
  db.exec(`INSERT INTO ${searchTable} (${searchTable}, rank) VALUES ('secure-delete', 1)`)
}

/**
 * Takes a search table out of a database that is closed again without being searched: whoever opens it
 * as ours makes it anew. For a copy from which many rows are removed; see changingMany.
 */
export function dropSearch(db: Database, searched: SearchedTable): void {
  for (const { type, name } of schemaOf(searched).toReversed())
    db.exec(`DROP ${type} IF EXISTS ${name}`)
}

interface SchemaEntry {
  readonly type: 'table' | 'trigger'
  readonly name: string
  /** Word for word as it stands in the schema. */
  readonly sql: string
}

const PENDING: SchemaEntry = {
  type: 'table',
  name: 'search_pending',
  sql: `CREATE TABLE search_pending ( -- for texts in form ${String(FORM_VERSION)}
    search_table TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (search_table, key)
  ) STRICT, WITHOUT ROWID`,
}

function schemaSql(db: Database, type: string, name: string): unknown {
  return db
    .prepare('SELECT sql FROM sqlite_schema WHERE type = ? AND name = ?')
    .pluck()
    .get(type, name)
}

function wantedSchema(): SchemaEntry[] {
  return [PENDING, ...SEARCHED.flatMap(schemaOf)]
}

function makeAll(db: Database): void {
  const wanted = wantedSchema()
  for (const { type, name } of wanted) db.exec(`DROP ${type} IF EXISTS ${name}`)
  for (const { sql } of wanted) db.exec(sql)
  for (const searched of SEARCHED) {
    setUp(db, searched)
    db.exec(`${addRows(searched)} WHERE ${hasText(searched, searched.table)}`)
  }
}

function tableOf({ searchTable, texts }: SearchedTable): SchemaEntry {
  const columns = texts.map(({ column }) => column).join(', ')
  return {
    type: 'table',
    name: searchTable,
    sql: `CREATE VIRTUAL TABLE ${searchTable} USING fts5 (${columns},
        tokenize = "${TOKENIZER}", prefix = '1 2 3')`,
  }
}

/*
 * Old words are taken out and written ('flush') before new ones of the same row come in. Within one
 * write, SQLite (seen in 3.54.1) misses that a row's old words have to go when the same word stands
 * about 64 times or more in the new ones: with `secure-delete`, fts5FlushOneHash looks at the first
 * byte of a size that takes two. Those words stayed in the search, and the database was called damaged.
 */
function schemaOf(searched: SearchedTable): SchemaEntry[] {
  const { table, searchTable, texts } = searched
  const madeOf = texts.flatMap((text) => text.madeOf)
  const isChanged = madeOf.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')
  const trigger = (event: string, moment: string, actions: string[]): SchemaEntry => {
    const name = `${searchTable}_after_${event}`
    const sql = `CREATE TRIGGER ${name} AFTER ${moment} BEGIN ${actions.join(' ')} END`
    return { type: 'trigger', name, sql }
  }
  const remove = `DELETE FROM ${searchTable} WHERE rowid = old.key;
    INSERT INTO ${searchTable} (${searchTable}) VALUES ('flush');`
  const forget = `DELETE FROM search_pending WHERE ${pending(searched, 'old')};`
  const note = `INSERT OR REPLACE INTO search_pending (search_table, key)
    SELECT '${searchTable}', new.key WHERE ${hasText(searched, 'new')};`
  return [
    tableOf(searched),
    trigger('insert', `INSERT ON ${table}`, [note]),
    trigger('update', `UPDATE OF ${madeOf.join(', ')} ON ${table} WHEN ${isChanged}`, [
      remove,
      forget,
      note,
    ]),
    trigger('delete', `DELETE ON ${table}`, [remove, forget]),
  ]
}

/** Lives in the connection, not in the library: it may call what only this connection has. */
function ownTrigger(searched: SearchedTable): string {
  const { table, searchTable } = searched
  return `CREATE TEMP TRIGGER IF NOT EXISTS ${searchTable}_when_pending
    AFTER INSERT ON main.search_pending WHEN new.search_table = '${searchTable}' BEGIN
      ${addRows(searched)} WHERE ${table}.key = new.key;
      DELETE FROM search_pending WHERE ${pending(searched, 'new')};
    END`
}

function pending({ searchTable }: SearchedTable, row: string): string {
  return `search_table = '${searchTable}' AND key = ${row}.key`
}

function addRows({ table, searchTable, texts }: SearchedTable): string {
  const columns = texts.map(({ column }) => column).join(', ')
  const forms = texts.map(({ text }) => `search_form(${text(table)})`).join(', ')
  return `INSERT INTO ${searchTable} (rowid, ${columns}) SELECT ${table}.key, ${forms} FROM ${table}`
}

function hasText({ texts }: SearchedTable, row: string): string {
  return texts.map(({ text }) => `coalesce(${text(row)}, '') <> ''`).join(' OR ')
}
