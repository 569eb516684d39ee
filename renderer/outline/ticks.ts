import type { OutlineTick } from '../../shared/questions/questionRequests'

/**
 * The lines that can be ticked at a take. The newest take is asked about the outline as it is now,
 * an older one about what it was when it was ticked.
 */
export function linesToTick(
  ticked: readonly OutlineTick[],
  outline: readonly string[],
  isNewest: boolean,
): OutlineTick[] {
  if (ticked.length > 0 && (!isNewest || outline.length === 0)) return [...ticked]
  const said = new Set(ticked.flatMap(({ line, isSaid }) => (isSaid ? [line] : [])))
  return outline.map((line) => ({ line, isSaid: said.has(line) }))
}
