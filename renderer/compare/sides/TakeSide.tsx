import { type ReactNode, type KeyboardEvent } from 'react'
import type { ErrorWords } from '../../../shared/errors'
import { formatClock, formatMoment } from '../../lib/format'
import { Trouble } from '../../ui/Trouble'
import { PositionSlider } from '../../player/PositionSlider'
import { TakeWaveform } from '../../player/TakeWaveform'
import type { Duel } from '../duel/duel'
import { LoopBand } from '../duel/LoopBand'
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
}

/** One of the two takes. Whatever is touched of it makes it the one that is heard. */
export function TakeSide(props: TakeSideProps) {
  const { letter, side, duel, isHeard, isBroken, axisMs, select } = props
  const { take, marks } = side
  const player = duel.playerOf(letter)
  const hear = () => duel.hear(letter)
  const hearOnArrow = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement && event.key !== 'Tab') hear()
  }
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
      <div
        className={styles['scale']}
        style={{ width: `${(100 * take.durationMs) / axisMs}%` }}
        onPointerDownCapture={hear}
        onKeyDownCapture={hearOnArrow}
      >
        <SideMarks letter={letter} marks={marks} duel={duel} lengthMs={take.durationMs} />
        <div className={styles['stage']}>
          <TakeWaveform player={player} takeId={take.id} />
          <LoopBand duel={duel} letter={letter} />
          {!isHeard && <OtherPlayhead duel={duel} letter={letter} />}
        </div>
        <PositionSlider player={player} disabled={isBroken} />
      </div>
      {isBroken && <Trouble words={UNPLAYABLE} />}
    </section>
  )
}
