import { AppError } from '../../../shared/errors'
import type { PackKind } from '../../../shared/model'
import type { PackTarget } from '../../../shared/questions/questionFields'
import type { Database } from '../database/database'
import { newId } from '../database/ids'

/** A pack that the person has made or brought in, as it is stored. */
interface OwnPack {
  id: string
  kind: PackKind
  title: string
  description: string
  language: string
  position: number
  deletedAtMs: number | null
}

const USUAL_LANGUAGE = 'en'

/** Of one's own, and neither hidden nor gone. */
const OWN = `kind <> 'built-in' AND deleted_at_ms IS NULL AND is_deleted = 0`

/** Makes an empty pack after those that are there. @returns its id */
export function createPack(
  db: Database,
  {
    title,
    language,
    kind = 'own',
  }: { title: string; language?: string | undefined; kind?: PackKind | undefined },
): string {
  const id = newId()
  insertPack(db, {
    id,
    kind,
    title,
    description: '',
    language: language ?? USUAL_LANGUAGE,
    position: 1 + lastPosition(db),
    deletedAtMs: null,
  })
  return id
}

/** The pack that questions are to go into, made where it is new. @throws {AppError} NOT_FOUND, BAD_REQUEST */
export function packFor(db: Database, into: PackTarget): string {
  if (!('packId' in into)) return createPack(db, into)
  requireOwnPack(db, into.packId)
  return into.packId
}

/** @throws {AppError} NOT_FOUND, BAD_REQUEST for a pack of the app */
export function changePack(
  db: Database,
  {
    packId,
    ...changes
  }: {
    packId: string
    title?: string | undefined
    description?: string | undefined
    language?: string | undefined
  },
): void {
  requireOwnPack(db, packId)
  const { title = null, description = null, language = null } = changes
  db.prepare(
    `UPDATE packs SET title = coalesce(@title, title),
       description = coalesce(@description, description), language = coalesce(@language, language)
     WHERE id = @packId`,
  ).run({ packId, title, description, language })
}

/**
 * Puts the pack before the other one, or at the end of those of one's own.
 * @throws {AppError} NOT_FOUND, BAD_REQUEST for a pack of the app
 */
export function movePack(
  db: Database,
  { packId, beforePackId }: { packId: string; beforePackId: string | null },
): void {
  const move = db.transaction(() => {
    requireOwnPack(db, packId)
    if (beforePackId !== null) requireOwnPack(db, beforePackId)
    const others = db
      .prepare<[string], string>(
        `SELECT id FROM packs WHERE kind <> 'built-in' AND is_deleted = 0 AND id <> ?
         ORDER BY position, id`,
      )
      .pluck()
      .all(packId)
    const at = beforePackId === null ? -1 : others.indexOf(beforePackId)
    if (packId === beforePackId) return
    const ordered = others.toSpliced(at === -1 ? others.length : at, 0, packId)
    const set = db.prepare(
      'UPDATE packs SET position = @position WHERE id = @id AND position <> @position',
    )
    ordered.forEach((id, index) => set.run({ id, position: index + 1 }))
  })
  move.immediate()
}

/** @throws {AppError} NOT_FOUND for one that is not there, BAD_REQUEST for one of the app */
export function requireOwnPack(db: Database, packId: string): void {
  const pack = db
    .prepare<[string], { isOwn: number }>(
      `SELECT ${OWN} AS isOwn FROM packs
       WHERE id = ? AND deleted_at_ms IS NULL AND is_deleted = 0`,
    )
    .get(packId)
  if (!pack) throw new AppError('NOT_FOUND', `No pack ${packId}`)
  if (!pack.isOwn) throw new AppError('BAD_REQUEST', `The pack ${packId} comes with the app`)
}

/** Puts these in the place of whatever there is; what questions or sessions still refer to stays. */
export function replaceOwnPacks(db: Database, packs: readonly OwnPack[]): void {
  const ids = new Set(packs.map(({ id }) => id))
  const known = db
    .prepare<[], string>(`SELECT id FROM packs WHERE kind <> 'built-in' AND is_deleted = 0`)
    .pluck()
    .all()
  for (const id of known) if (!ids.has(id)) removePackRow(db, id)
  for (const pack of packs) insertPack(db, pack)
}

/** Removes the row unless something refers to it. @returns whether it is gone */
export function removePackRow(db: Database, packId: string): boolean {
  return (
    db
      .prepare(
        `DELETE FROM packs WHERE id = @packId
           AND NOT EXISTS (SELECT 1 FROM questions WHERE pack_id = @packId)
           AND NOT EXISTS (SELECT 1 FROM sessions WHERE pack_id = @packId)`,
      )
      .run({ packId }).changes > 0
  )
}

/** One of the app that has this id stays as it is. */
function insertPack(db: Database, pack: OwnPack): void {
  db.prepare(
    `INSERT INTO packs (id, kind, title, description, language, position, deleted_at_ms, digest)
     VALUES (@id, @kind, @title, @description, @language, @position, @deletedAtMs, '')
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title,
       description = excluded.description, language = excluded.language,
       position = excluded.position, deleted_at_ms = excluded.deleted_at_ms, is_deleted = 0
     WHERE digest = ''`,
  ).run(pack)
}

function lastPosition(db: Database): number {
  const last = db.prepare<[], number | null>(
    `SELECT max(position) FROM packs WHERE kind <> 'built-in' AND is_deleted = 0`,
  )
  return last.pluck().get() ?? 0
}
