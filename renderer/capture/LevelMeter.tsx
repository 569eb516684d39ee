import { useEffect, useRef } from 'react'
import { drawWhileLive } from './drawWhileLive'
import { FLOOR_DB, type LevelFeed } from './levelFeed'
import styles from './LevelMeter.module.css'
import { MeterBallistics } from './meterBallistics'

/** One segment for 2 dB; the style sheet draws as many. */
const SEGMENT_COUNT = 30
/** Assistive technology is told at most this often. */
const SPEAK_EVERY_MS = 200

interface LevelMeterProps {
  readonly capture: { readonly levels: LevelFeed }
}

/** The input level as a row of segments, like a tape deck's. Words for it are said beside it. */
export function LevelMeter({ capture: { levels } }: LevelMeterProps) {
  const meter = useRef<HTMLDivElement>(null)
  const lit = useRef<HTMLDivElement>(null)

  useEffect(() => {
    if (!meter.current || !lit.current) return
    return follow(levels, meter.current, lit.current)
  }, [levels])

  return (
    <div
      ref={meter}
      role="meter"
      aria-label="Input level"
      aria-valuemin={FLOOR_DB}
      aria-valuemax={0}
      aria-valuenow={FLOOR_DB}
      aria-valuetext={`${FLOOR_DB} dBFS`}
      className={styles['meter']}
    >
      <div ref={lit} className={styles['lit']} />
    </div>
  )
}

/** Moves the parts by hand: 50 levels a second are too many for renders. */
function follow(levels: LevelFeed, meter: HTMLElement, lit: HTMLElement): () => void {
  const ballistics = new MeterBallistics()
  let shownSegments = -1
  let spokenAtMs = 0

  return drawWhileLive(levels, (nowMs) => {
    ballistics.advance(nowMs, levels.peakDb)
    const { levelDb } = ballistics

    const segments = Math.ceil((1 - levelDb / FLOOR_DB) * SEGMENT_COUNT)
    if (segments !== shownSegments) {
      lit.style.transform = `scaleX(${segments / SEGMENT_COUNT})`
      shownSegments = segments
    }
    if (nowMs - spokenAtMs >= SPEAK_EVERY_MS) {
      const value = String(Math.round(levelDb))
      if (meter.getAttribute('aria-valuenow') !== value) {
        meter.setAttribute('aria-valuenow', value)
        meter.setAttribute('aria-valuetext', `${value} dBFS`)
      }
      spokenAtMs = nowMs
    }
    return !ballistics.isAtRest
  })
}
