/** Ranks of rows that compare as their places do. */
export function packRanks(ids: readonly string[]): string[] {
  return ids.map((_, index) => rankOf(index))
}

/** The rank of a row that stood at this place, counted from 0, before it was deleted. */
export function deletedRank(index: number): string {
  // Just before the one that has this place now.
  return `${rankOf(index - 1)}+`
}

function rankOf(index: number): string {
  return String(index + 1).padStart(6, '0')
}

/** Before which pack one has to be put to go a step up or down; undefined: it cannot go there. */
export function beforeWhich(
  ids: readonly string[],
  packId: string,
  step: -1 | 1,
): string | null | undefined {
  const index = ids.indexOf(packId)
  const to = index + step
  if (index === -1 || to < 0 || to >= ids.length) return undefined
  return step === -1 ? ids[to] : (ids[to + 1] ?? null)
}
