import BetterSqlite3, { type Database } from 'better-sqlite3'
import { hasTable } from '../../store/database/hasTable'
import { ListError } from '../../../shared/questionLists/listProblem'
import type { ListBuilder } from '../listBuilder'
import { addNote } from './addNote'

/** Between the fields of a note. */
const FIELD_END = '\u001f'

/**
 * Reads the notes of a collection: their kinds, their fields, their tags; no cards, no history, no
 * settings. The database is a copy in memory that can only be read, and only its plain tables are.
 * @throws {ListError} SCHEMA, ZIP_DAMAGED, and as the builder does
 */
export function readCollection(bytes: Uint8Array, name: string, builder: ListBuilder): void {
  let db: Database | null = null
  try {
    db = open(bytes)
    const fieldNames = fieldNamesByKind(db)
    checkTable(db, 'notes', ['id', 'guid', 'mid', 'tags', 'flds'])
    const notes = db
      .prepare<[], { guid: string; kind: string; tags: string; fields: string }>(
        `SELECT coalesce(CAST(guid AS TEXT), '') AS guid, coalesce(CAST(mid AS TEXT), '') AS kind,
           coalesce(CAST(tags AS TEXT), '') AS tags, coalesce(CAST(flds AS TEXT), '') AS fields
         FROM notes ORDER BY id`,
      )
      .iterate()
    let row = 0
    for (const { guid, kind, tags, fields: joined } of notes) {
      row += 1
      const fields = joined.split(FIELD_END)
      const names = fieldNames.get(kind) ?? []
      const named = fields.map((_, index) => names[index] ?? '')
      const id = guid.trim() === '' ? undefined : guid
      addNote(builder, row, { names: named, fields, isHtml: true, tags, guid: id })
    }
  } catch (cause) {
    throw listErrorOfSqlite(cause, name)
  } finally {
    db?.close()
  }
}

function open(bytes: Uint8Array): Database {
  const copy = Buffer.from(bytes)
  // A database in WAL mode cannot be opened from memory; without its log it is the same as any other.
  if (copy.length > 19) copy.fill(1, 18, 20)
  const db = new BetterSqlite3(copy)
  db.pragma('trusted_schema = OFF')
  db.pragma('cell_size_check = ON')
  replaceAnkisOrder(db)
  db.pragma('query_only = ON')
  return db
}

/**
 * Anki sorts some names in an order of its own, "unicase". SQLite reads no table in whose schema
 * there is an order that it does not know, so the copy in memory gets one that it knows.
 */
function replaceAnkisOrder(db: Database): void {
  const hasIt =
    db.prepare("SELECT 1 FROM sqlite_schema WHERE sql LIKE '%unicase%'").get() !== undefined
  if (!hasIt) return
  db.unsafeMode(true)
  db.pragma('writable_schema = ON')
  db.exec("UPDATE sqlite_schema SET sql = replace(sql, 'unicase', 'nocase')")
  db.pragma('writable_schema = RESET')
  db.unsafeMode(false)
}

/** Of each kind of note the names of its fields in order; since schema 15 they have tables of their own. */
function fieldNamesByKind(db: Database): Map<string, string[]> {
  const kinds = new Map<string, string[]>()
  if (hasTable(db, 'fields')) {
    checkTable(db, 'fields', ['ntid', 'ord', 'name'])
    const rows = db.prepare<[], { kind: string; ord: number; name: string }>(
      'SELECT CAST(ntid AS TEXT) AS kind, CAST(ord AS INTEGER) AS ord, CAST(name AS TEXT) AS name FROM fields WHERE ord BETWEEN 0 AND 999',
    )
    for (const { kind, ord, name } of rows.iterate()) {
      const names = kinds.get(kind) ?? []
      names[ord] = name
      kinds.set(kind, names)
    }
    if (kinds.size > 0) return kinds
  }
  checkTable(db, 'col', ['models'])
  const models = db.prepare('SELECT CAST(models AS TEXT) FROM col').pluck().get()
  return typeof models === 'string' ? fieldNamesIn(models) : kinds
}

/** Before schema 15: JSON with all kinds of notes by id. What is not as expected has no names. */
function fieldNamesIn(models: string): Map<string, string[]> {
  try {
    const json = JSON.parse(models) as Record<string, { flds: { name: unknown }[] }>
    return new Map(
      Object.entries(json).map(([kind, { flds }]) => [kind, flds.map(({ name }) => String(name))]),
    )
  } catch {
    return new Map()
  }
}

/** A view, a virtual table or a column that is computed could run anything for as long as it likes. */
function checkTable(db: Database, name: string, columns: readonly string[]): void {
  const found = db
    .prepare<[string], { type: string; sql: string }>(
      "SELECT type, coalesce(sql, '') AS sql FROM sqlite_schema WHERE lower(name) = ?",
    )
    .all(name)
  const isPlain =
    found.length === 1 &&
    found[0]!.type === 'table' &&
    !/^\s*CREATE\s+VIRTUAL/iu.test(found[0]!.sql)
  const plain = isPlain
    ? db
        .prepare<[string], string>('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0')
        .pluck()
        .all(name)
    : []
  if (columns.every((column) => plain.includes(column))) return
  throw new ListError('SCHEMA', { path: name, happened: NO_DECK, next: EXPORT_AGAIN })
}

const NO_DECK = 'This archive is not what Anki makes of a deck.'
const EXPORT_AGAIN =
  'Export the deck from Anki again ("Anki Deck Package"), or as "Notes in Plain Text".'

function listErrorOfSqlite(error: unknown, path: string): unknown {
  if (error instanceof ListError || !(error instanceof BetterSqlite3.SqliteError)) return error
  if (/^SQLITE_(?:CORRUPT|IOERR|CANTOPEN)/u.test(error.code)) {
    const happened = 'The collection in this deck is damaged.'
    return new ListError('ZIP_DAMAGED', { path, happened }, { cause: error })
  }
  return new ListError('SCHEMA', { path, happened: NO_DECK, next: EXPORT_AGAIN }, { cause: error })
}
