import type { Take } from '../../shared/model'
import { setTakeRecovered } from './recoveredTakes'
import { listRecordingTakes } from '../store/takes/takes'
import { finishTakeWithSound, type FinishTools } from '../takes/finishTake'

/**
 * Finishes the takes that a crash left open. Those without any sound are forgotten. One that cannot
 * be finished now is left for the next start.
 * @param open as they were before anything recorded
 * @returns the takes that were saved
 */
export async function recoverTakes(
  tools: FinishTools,
  open: readonly Take[] = listRecordingTakes(tools.db),
): Promise<Take[]> {
  const saved: Take[] = []
  for (const take of open) {
    try {
      // Said first: a second crash in the middle of this must not hide it.
      setTakeRecovered(tools.db, { takeId: take.id, isRecovered: true })
      const finished = await finishTakeWithSound(tools, take)
      if (finished) saved.push(finished)
    } catch (error) {
      console.error(`Take ${take.id} cannot be recovered yet`, error)
    }
  }
  return saved
}
