import { useEffect, useState } from 'react'
import type { LevelFeed } from '../level/levelFeed'

/** Louder than a quiet room, softer than a quiet voice. */
const VOICE_FROM_DB = -45
/** Long enough that a knock on the table is not a voice: 0.3 s of frames, small gaps allowed. */
const FRAMES_TO_BELIEVE = 15

/** Turns true, and stays true, once something like a voice came in. */
export function useHeard(levels: LevelFeed): boolean {
  const [heard, setHeard] = useState(false)
  useEffect(() => {
    if (heard) return
    let loudFrames = 0
    let next = levels.count
    return levels.subscribe(() => {
      for (let frame = Math.max(next, levels.first); frame < levels.count; frame += 1) {
        const isLoud = levels.rmsDbAt(frame) > VOICE_FROM_DB
        loudFrames = isLoud ? loudFrames + 1 : Math.max(0, loudFrames - 0.25)
        if (loudFrames >= FRAMES_TO_BELIEVE) setHeard(true)
      }
      next = levels.count
    })
  }, [levels, heard])
  return heard
}
