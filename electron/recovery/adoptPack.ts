import type { PackRecord } from '../records/recordFormat'
import type { Database } from '../store/database/database'

/**
 * Makes the pack where there is none of this id. Without a digest of any pack: should the pack itself
 * come back, it is saved anew.
 */
export function adoptPack(db: Database, { isDeleted, ...pack }: PackRecord): void {
  db.prepare(
    `INSERT INTO packs (id, title, description, language, kind, is_deleted, digest)
     VALUES (@id, @title, '', @language, @kind, @isDeleted, '') ON CONFLICT (id) DO NOTHING`,
  ).run({ ...pack, isDeleted: Number(isDeleted) })
}
