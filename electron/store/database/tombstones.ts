import type { Database } from './database'

/** Leaves the ids of what is deleted, by which it goes from the backups. */
export function leaveTombstones(db: Database, ids: Iterable<string>): void {
  const leave = db.prepare('INSERT OR IGNORE INTO tombstones (id) VALUES (?)')
  for (const id of ids) leave.run(id)
}

export function listTombstones(db: Database): string[] {
  return db.prepare<[], string>('SELECT id FROM tombstones').pluck().all()
}

/** What these stood for is in no copy any more. */
export function forgetTombstones(db: Database, ids: Iterable<string>): void {
  const forget = db.prepare('DELETE FROM tombstones WHERE id = ?')
  const forgetAll = db.transaction(() => {
    for (const id of ids) forget.run(id)
  })
  forgetAll.immediate()
}

/** Only a question's id says of which pack it is; those of takes, sessions and packs do not. */
export function isOfQuestion(id: string): boolean {
  return id.includes('/')
}
