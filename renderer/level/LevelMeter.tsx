import { useEffect, useRef } from 'react'
import { liveCanvasContext } from '../lib/liveCanvas'
import { Scope } from '../lib/scope'
import { watchColours } from '../waveform/colours'
import { drawWithSound } from './drawWithSound'
import { FLOOR_DB, type LevelFeed } from './levelFeed'
import styles from './LevelMeter.module.css'
import { MeterBallistics } from './meterBallistics'
import { litSegments, paintMeter } from './paintMeter'

/** Assistive technology is told at most this often. */
const SPEAK_EVERY_MS = 200

interface LevelMeterProps {
  readonly capture: { readonly levels: LevelFeed }
  /** Nothing is drawn: the level means nothing now. */
  readonly isAtRest?: boolean
}

/** The input level as a row of segments, like a tape deck's. Words for it are said beside it. */
export function LevelMeter({ capture: { levels }, isAtRest = false }: LevelMeterProps) {
  const meter = useRef<HTMLDivElement>(null)
  const lit = useRef<HTMLCanvasElement>(null)

  useEffect(() => {
    if (!meter.current || !lit.current || isAtRest) return
    return follow(levels, meter.current, lit.current)
  }, [levels, isAtRest])

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
      <canvas ref={lit} className={styles['lit']} />
    </div>
  )
}

/** Moves the parts by hand: so many levels are too many for renders. What ends it leaves it dark. */
function follow(levels: LevelFeed, meter: HTMLElement, lit: HTMLCanvasElement): () => void {
  const context = liveCanvasContext(lit)
  const ballistics = new MeterBallistics()
  let shownSegments = 0
  let spokenAtMs = 0
  // Light or dark, the style sheet knows. Asking it costs more than painting: empty until needed.
  let colour = ''
  const paint = (segments: number) => {
    shownSegments = segments
    if (!context) return
    colour ||= getComputedStyle(lit).color
    paintMeter(context, segments, colour)
  }
  const scope = new Scope()
  scope.add(() => {
    if (context) paintMeter(context, 0, colour)
    speak(meter, FLOOR_DB)
  })
  if (context) {
    scope.add(
      watchColours(() => {
        colour = ''
        paint(shownSegments)
      }),
    )
  }

  const draw = (nowMs: number): boolean => {
    ballistics.advance(nowMs, levels.peakDb)
    const { levelDb } = ballistics

    const segments = litSegments(levelDb)
    if (segments !== shownSegments) paint(segments)
    if (nowMs - spokenAtMs >= SPEAK_EVERY_MS) {
      speak(meter, Math.round(levelDb))
      spokenAtMs = nowMs
    }
    return !ballistics.isAtRest
  }
  scope.add(drawWithSound(levels, draw))
  return () => scope.dispose()
}

function speak(meter: HTMLElement, levelDb: number): void {
  const value = String(levelDb)
  if (meter.getAttribute('aria-valuenow') === value) return
  meter.setAttribute('aria-valuenow', value)
  meter.setAttribute('aria-valuetext', `${value} dBFS`)
}
