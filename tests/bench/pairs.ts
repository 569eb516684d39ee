/** Enough for a median that one disturbed run does not move. */
export const PAIRS = 9

export interface Pairs {
  value: number[]
  floor: number[]
}

/**
 * Measures both in turns, so that whatever else the machine does falls on both; which one begins
 * changes too. One of each goes before and does not count: what is done only once is done then.
 */
export async function inPairs(
  count: number,
  measure: { value: () => Promise<number>; floor: () => Promise<number> },
): Promise<Pairs> {
  await measure.floor()
  await measure.value()
  const pairs: Pairs = { value: [], floor: [] }
  for (let pair = 0; pair < count; pair += 1) {
    const order = pair % 2 === 0 ? (['floor', 'value'] as const) : (['value', 'floor'] as const)
    for (const which of order) pairs[which].push(await measure[which]())
  }
  return pairs
}
