import type { Take } from '../../shared/model'
import { listRecordingTakes } from '../store/takes'
import { finishTakeWithSound, type FinishTools } from './finish'

/**
 * Finishes the takes that a crash left open; call it before anything records. Those without any
 * sound are forgotten. One that cannot be finished now is left for the next start.
 * @returns the takes that were saved
 */
export async function recoverTakes(tools: FinishTools): Promise<Take[]> {
  const saved: Take[] = []
  for (const take of listRecordingTakes(tools.db)) {
    try {
      const finished = await finishTakeWithSound(tools, take)
      if (finished) saved.push(finished)
    } catch (error) {
      console.error(`Take ${take.id} cannot be recovered yet`, error)
    }
  }
  return saved
}
