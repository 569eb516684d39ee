import { useEffect, useRef } from 'react'
import type { Seekable } from '../../player/player'
import styles from '../sides/Sides.module.css'

/** Where the take that is not heard stands: at the same moment as the one that is. */
export function OtherPlayhead({ side }: { readonly side: Seekable }) {
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const follow = () => {
      const share = side.positionSeconds / Math.max(0.001, side.durationSeconds)
      if (line.current) line.current.style.left = `${100 * share}%`
    }
    follow()
    return side.subscribePosition(follow)
  }, [side])
  return <div ref={line} className={styles['playhead']} aria-hidden="true" />
}
