import { useEffect } from 'react'
import { request } from '../../api'
import { useAnswer } from '../../lib/useAnswer'

const ASK_EVERY_MS = 5_000

const askForRoom = () => request('disk.room')
/** No answer is no news: recording itself finds out. */
const KEEPS_WHAT_IS_KNOWN = { onRefreshFailed: () => {} }

/**
 * How much more can be recorded before the disk is full, in milliseconds of sound; null until it is
 * known. Asks at once and then again and again.
 */
export function useDiskRoom(): number | null {
  const [room, askAgain] = useAnswer(askForRoom, KEEPS_WHAT_IS_KNOWN)
  useEffect(() => {
    const timer = setInterval(askAgain, ASK_EVERY_MS)
    return () => clearInterval(timer)
  }, [askAgain])
  return room.state === 'ready' ? room.value.recordableMs : null
}
