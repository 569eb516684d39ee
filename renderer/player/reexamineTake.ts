import { request } from '../api'

/**
 * Has main look at the file of a take that would not play; what it finds is stored.
 * @returns the take's other length, or null when nothing was found that could make it play
 */
export async function reexamineTake(takeId: string, durationMs: number): Promise<number | null> {
  // Without an answer the take is what it was before: one that cannot be played.
  const take = await request('takes.examine', { takeId }).catch(() => null)
  if (take?.state !== 'ready' || take.durationMs === durationMs) return null
  return take.durationMs
}
