import type { ReactNode, RefObject } from 'react'
import type { ErrorWords } from '../../../shared/errors'
import { formatClock, formatMoment } from '../../lib/format'
import { Trouble } from '../../ui/Trouble'
import { TakeWave } from '../../player/TakeWave'
import type { Duel } from '../duel/duel'
import { LoopBand } from '../duel/LoopBand'
import { type LoopEdge, LoopEdges } from '../duel/LoopEdges'
import { OtherPlayhead } from '../duel/OtherPlayhead'
import { SideMarks } from './SideMarks'
import type { Letter, Side } from './sides'
import styles from './Sides.module.css'

const UNPLAYABLE: ErrorWords = {
  happened: 'This recording cannot be played. Its file may be damaged.',
  kept: 'The take is kept, with its notes and its marks.',
  next: 'Choose another take to compare with.',
}

interface TakeSideProps {
  readonly letter: Letter
  readonly side: Side
  readonly duel: Duel
  readonly isHeard: boolean
  readonly isBroken: boolean
  /** The length of the common axis. */
  readonly axisMs: number
  /** Chooses another take for this side. */
  readonly select: ReactNode
  readonly focusedEdgeRef: RefObject<LoopEdge | null>
}

/** One of the two takes. Whatever is touched of it makes it the one that is heard. */
export function TakeSide(props: TakeSideProps) {
  const { letter, side, duel, isHeard, isBroken, axisMs, select } = props
  const { take, marks } = side
  const seekable = duel.sides[letter]
  return (
    <section
      aria-label={`Take ${letter}`}
      aria-current={isHeard}
      className={[styles['side'], !isHeard && styles['silent']].filter(Boolean).join(' ')}
    >
      <header className={styles['head']}>
        <h2 className={styles['heading']}>
          <span className={styles['letter']}>{letter}</span>
          <span className="visually-hidden">
            {`: Take ${take.number}, ${formatMoment(take.startedAtMs)}`}
          </span>
        </h2>
        {select}
        <span className={styles['length']}>{formatClock(take.durationMs)}</span>
      </header>
      {/* Above the wave: below it stands the time that both have. */}
      {isBroken && <Trouble words={UNPLAYABLE} />}
      <div className={styles['scale']} style={{ width: `${(100 * take.durationMs) / axisMs}%` }}>
        <TakeWave player={seekable} takeId={take.id} isBroken={isBroken} isEven={!isHeard}>
          <LoopBand duel={duel} letter={letter} />
          <SideMarks letter={letter} marks={marks} duel={duel} lengthMs={take.durationMs} />
          {isHeard ? (
            <LoopEdges duel={duel} heard={letter} focusedRef={props.focusedEdgeRef} />
          ) : (
            <OtherPlayhead side={seekable} />
          )}
        </TakeWave>
      </div>
    </section>
  )
}
