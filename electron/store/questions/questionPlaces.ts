import type { Database } from '../database/database'

/** Between two questions of one's own there is room for others, so that moving one moves no other. */
const GAP = 1024

/**
 * Places for so many questions of a pack, in their order: before this one, or at the end. Where
 * there is no room between two, the whole pack gets new places first.
 * @param moving questions that are given the places, and so stand in nobody's way
 */
export function placesIn(
  db: Database,
  packId: string,
  {
    count,
    before,
    moving = [],
  }: { count: number; before: string | null; moving?: readonly string[] },
): number[] {
  const placed = placesBefore(db, packId, { count, before, moving })
  if (placed) return placed
  spread(db, packId)
  return placesBefore(db, packId, { count, before, moving }, GAP) ?? []
}

function placesBefore(
  db: Database,
  packId: string,
  { count, before, moving }: { count: number; before: string | null; moving: readonly string[] },
  step = 0,
): number[] | null {
  const next = before === null ? null : placeOf(db, before)
  const previous = lastPlace(db, packId, next, moving)
  if (next === null)
    return Array.from({ length: count }, (_, index) => previous + GAP * (index + 1))
  const room = (next - previous) / (count + 1)
  if (room >= 1)
    return Array.from({ length: count }, (_, index) => Math.floor(previous + room * (index + 1)))
  if (step === 0) return null
  // More than fit between two: everything from there on makes way.
  db.prepare(
    `UPDATE questions SET position = position + @way WHERE pack_id = @packId AND position >= @next`,
  ).run({ packId, next, way: (count + 1) * step })
  return Array.from({ length: count }, (_, index) => next + step * index)
}

function placeOf(db: Database, questionId: string): number | null {
  return (
    db
      .prepare<[string], number>('SELECT position FROM questions WHERE id = ?')
      .pluck()
      .get(questionId) ?? null
  )
}

/** The last place that is taken before this one; 0 when none is. */
function lastPlace(
  db: Database,
  packId: string,
  next: number | null,
  moving: readonly string[],
): number {
  return (
    db
      .prepare<[object], number | null>(
        `SELECT max(position) FROM questions
         WHERE pack_id = @packId AND (@next IS NULL OR position < @next)
           AND id NOT IN (SELECT value FROM json_each(@moving))`,
      )
      .pluck()
      .get({ packId, next, moving: JSON.stringify(moving) }) ?? 0
  )
}

/** Puts all questions of the pack apart again. */
function spread(db: Database, packId: string): void {
  const ids = db
    .prepare<[string], string>('SELECT id FROM questions WHERE pack_id = ? ORDER BY position, id')
    .pluck()
    .all(packId)
  const set = db.prepare('UPDATE questions SET position = ? WHERE id = ?')
  ids.forEach((id, index) => set.run(GAP * (index + 1), id))
}
