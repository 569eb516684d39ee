import { useEffect, useRef } from 'react'
import type { Duel } from './duel'
import type { Letter } from '../sides/sides'
import styles from '../sides/Sides.module.css'

interface OtherPlayheadProps {
  readonly duel: Duel
  readonly letter: Letter
}

/** Where the take that is not heard stands: at the same moment as the one that is. */
export function OtherPlayhead({ duel, letter }: OtherPlayheadProps) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const follow = () => {
      const share = duel.positionMs(letter) / Math.max(1, duel.lengthMs(letter))
      if (line.current) line.current.style.left = `${100 * share}%`
    }
    follow()
    return duel.player.subscribePosition(follow)
  }, [duel, letter])
  return <div ref={line} className={styles['playhead']} aria-hidden="true" />
}
