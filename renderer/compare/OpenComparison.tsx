import { type ReactNode, useRef } from 'react'
import { useCommands } from '../keys/useCommands'
import { useSettings } from '../settings/SettingsContext'
import { useReport } from '../ui/Undo'
import { seekSeconds } from '../player/player'
import styles from './CompareScreen.module.css'
import { LoopControls } from './duel/LoopControls'
import type { LoopEdge } from './duel/LoopEdges'
import type { LoudnessMatch } from './duel/matchedLoudness'
import { MeasureTable } from './MeasureTable'
import { MarkLegend } from './sides/SideMarks'
import { type Letter, LETTERS, type Sides } from './sides/sides'
import { sliverWords } from './sides/takeNames'
import { TakeSide } from './sides/TakeSide'
import { TimeAxis } from './duel/TimeAxis'
import { Transport } from './duel/Transport'
import { useCompareActions } from './useCompareActions'
import type { HeardDuel } from './duel/useDuel'

interface OpenComparisonProps {
  readonly sides: Sides
  readonly now: HeardDuel
  readonly match: LoudnessMatch
  readonly selects: Readonly<Record<Letter, ReactNode>>
  /** Stands beside the measures. */
  readonly children: ReactNode
}

/** Both takes with everything that is known of them, on one time axis. */
export function OpenComparison({ sides, now, match, selects, children }: OpenComparisonProps) {
  const { settings, change } = useSettings()
  const report = useReport()
  const { duel, heard, broken } = now
  const actions = useCompareActions(duel)
  const focusedEdge = useRef<LoopEdge | null>(null)
  useCommands({
    play: duel.toggle,
    seek: (nth) => duel.seekBy(seekSeconds(nth)),
    flip: actions.flip,
    loop: (nth) => (nth === 0 ? actions.loopStart() : actions.loopEnd()),
    cancel: actions.clearLoop,
  })
  const axisMs = Math.max(1, ...LETTERS.map((letter) => sides[letter].take.durationMs))
  const sliver = sliverWords(sides)
  const side = (letter: Letter) => (
    <TakeSide
      letter={letter}
      side={sides[letter]}
      duel={duel}
      isHeard={heard === letter}
      isBroken={broken[letter]}
      axisMs={axisMs}
      select={selects[letter]}
      focusedEdgeRef={focusedEdge}
    />
  )
  return (
    <>
      <div className={styles['waves']}>
        {side('A')}
        <TimeAxis duel={duel} axisMs={axisMs} />
        {side('B')}
      </div>
      <MarkLegend sides={sides} />
      {sliver && <p className={styles['note']}>{sliver}</p>}
      <div className={styles['controls']}>
        <Transport
          {...now}
          match={match}
          onFlip={actions.flip}
          speed={settings.speed}
          onSpeedChange={(speed) => void change({ speed }).catch(report)}
        />
        <LoopControls duel={duel} heard={heard} onClear={actions.clearLoop} />
      </div>
      <div className={styles['columns']}>
        <MeasureTable sides={sides} />
        {children}
      </div>
    </>
  )
}
