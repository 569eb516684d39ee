import { useEffect, useState } from 'react'
import { request } from '../../api'

const ASK_EVERY_MS = 5_000

/**
 * How much more can be recorded before the disk is full, in milliseconds of sound; null until it is
 * known. Asks at once and then again and again. No answer is no news: recording itself finds out.
 */
export function useDiskRoom(): number | null {
  const [recordableMs, setRecordableMs] = useState<number | null>(null)
  useEffect(() => {
    let current = true
    const ask = () => {
      request('disk.room').then(
        (room) => {
          if (current) setRecordableMs(room.recordableMs)
        },
        () => {},
      )
    }
    ask()
    const timer = setInterval(ask, ASK_EVERY_MS)
    return () => {
      current = false
      clearInterval(timer)
    }
  }, [])
  return recordableMs
}
