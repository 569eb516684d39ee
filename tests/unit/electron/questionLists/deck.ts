import { constants, zstdCompressSync } from 'node:zlib'
import BetterSqlite3 from 'better-sqlite3'
import { zipBytes, type ZipEntry } from './zipBytes'

export interface DeckNote {
  fields: string[]
  guid?: string
  tags?: string
  /** Which kind of note; the basic one when absent. */
  kind?: number
}

export const BASIC = 1_500_000_000_001
export const CLOZE = 1_500_000_000_002
const FIELDS: Record<number, string[]> = {
  [BASIC]: ['Front', 'Back'],
  [CLOZE]: ['Text', 'Back Extra'],
}

/** A collection as Anki 2.0 to 2.1.27 writes it, with the kinds of notes in JSON. */
export function oldCollection(notes: readonly DeckNote[], change = ''): Buffer {
  const db = new BetterSqlite3(':memory:')
  db.exec(`
    CREATE TABLE col (id integer primary key, crt integer not null, models text not null, decks text not null);
    CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null,
      mod integer not null, usn integer not null, tags text not null, flds text not null,
      sfld integer not null, csum integer not null, flags integer not null, data text not null);
    CREATE TABLE cards (id integer primary key, nid integer not null);
    CREATE INDEX ix_notes_usn ON notes (usn);`)
  const models = Object.entries(FIELDS).map(([id, names]) => [
    id,
    { id, name: id, flds: names.map((name, ord) => ({ name, ord })) },
  ])
  db.prepare('INSERT INTO col VALUES (1, 0, ?, ?)').run(
    JSON.stringify(Object.fromEntries(models)),
    '{}',
  )
  insertNotes(db, notes)
  if (change !== '') db.exec(change)
  return serialized(db)
}

/** A collection as Anki writes it since 2.1.28: kinds and fields are tables, sorted in a way of its own. */
export function newCollection(notes: readonly DeckNote[]): Buffer {
  const db = new BetterSqlite3(':memory:')
  // SQLite knows Anki's order of letters nowhere else: it is put into the schema behind its back.
  db.exec(`
    CREATE TABLE col (id integer primary key, crt integer not null, models text not null, decks text not null);
    CREATE TABLE notes (id integer primary key, guid text not null, mid integer not null,
      mod integer not null, usn integer not null, tags text not null, flds text not null,
      sfld integer not null, csum integer not null, flags integer not null, data text not null);
    CREATE TABLE fields (ntid integer not null, ord integer not null, name text not null COLLATE nocase,
      config blob not null, primary key (ntid, ord)) without rowid;
    CREATE UNIQUE INDEX idx_fields_name_ntid ON fields (name, ntid);`)
  db.prepare('INSERT INTO col VALUES (1, 0, ?, ?)').run('', '')
  const field = db.prepare("INSERT INTO fields VALUES (?, ?, ?, x'')")
  for (const [id, names] of Object.entries(FIELDS)) {
    names.forEach((name, ord) => field.run(BigInt(id), ord, name))
  }
  insertNotes(db, notes)
  db.unsafeMode()
  db.pragma('writable_schema = ON')
  db.exec("UPDATE sqlite_schema SET sql = replace(sql, 'nocase', 'unicase')")
  return serialized(db)
}

/** A deck as a file. */
export function deckOf(
  name: string,
  collection: Uint8Array,
  more: readonly ZipEntry[] = [],
): Buffer {
  // Anki packs as it goes: the frame does not say how long it will be.
  const params = { [constants.ZSTD_c_contentSizeFlag]: 0 }
  const content = name.endsWith('b') ? zstdCompressSync(collection, { params }) : collection
  return zipBytes([{ name, content }, { name: 'media', content: '{}' }, ...more])
}

function insertNotes(db: BetterSqlite3.Database, notes: readonly DeckNote[]): void {
  const insert = db.prepare("INSERT INTO notes VALUES (?, ?, ?, 0, 0, ?, ?, '', 0, 0, '')")
  notes.forEach(({ fields, guid, tags, kind }, index) => {
    const id = BigInt(1_600_000_000_000 + index)
    insert.run(
      id,
      guid ?? `guid-${String(index)}`,
      BigInt(kind ?? BASIC),
      tags ?? '',
      fields.join('\u001f'),
    )
  })
}

function serialized(db: BetterSqlite3.Database): Buffer {
  try {
    return db.serialize()
  } finally {
    db.close()
  }
}
