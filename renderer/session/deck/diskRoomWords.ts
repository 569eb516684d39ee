import { formatMinutesLeft } from '../../lib/format'

const MINUTE_MS = 60_000
/** An evening of rehearsing is about as long; more room than that is no news. */
const SAID_BELOW_MS = 15 * MINUTE_MS
/** What is left now may be gone before one sentence is. */
const FULL_BELOW_MS = 20_000

/**
 * What to say about the room that is left on the disk; null while there is enough. In steps of five
 * minutes, so that it is not read out every minute.
 */
export function diskRoomWords(recordableMs: number): string | null {
  if (recordableMs >= SAID_BELOW_MS) return null
  if (recordableMs < FULL_BELOW_MS) return 'The disk is full: free some space to record.'
  return `Room for ${formatMinutesLeft(recordableMs)} of recording on this disk.`
}
