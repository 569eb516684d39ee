import { type KeyboardEvent, useSyncExternalStore } from 'react'
import { formatTenths } from '../../lib/format'
import { Button } from '../../ui/Button'
import type { Duel } from './duel'
import styles from './Duel.module.css'
import type { Letter } from '../sides/sides'

interface LoopControlsProps {
  readonly duel: Duel
  readonly heard: Letter
  readonly onClear: () => void
}

/** A passage to hear again and again: set where one is, or exactly. */
export function LoopControls({ duel, heard, onClear }: LoopControlsProps) {
  const loop = useSyncExternalStore(duel.loop.subscribe, duel.loop.get)
  const lengthMs = duel.lengthMs(heard)
  const { startMs, endMs } = duel.stretch(heard) ?? { startMs: 0, endMs: lengthMs }
  const slider = { heard, lengthMs, isSet: loop !== null }
  return (
    <div role="group" aria-label="Loop" className={styles['controls']}>
      <Button look="quiet" command="loop" nth={0} onClick={() => duel.loopStart()}>
        Loop from here
      </Button>
      <LoopSlider {...slider} name="Loop start" atMs={startMs} onMove={duel.loopStart} />
      <Button look="quiet" command="loop" nth={1} onClick={() => duel.loopEnd()}>
        To here
      </Button>
      <LoopSlider {...slider} name="Loop end" atMs={endMs} onMove={duel.loopEnd} />
      <Button look="quiet" command="cancel" disabled={!loop} onClick={onClear}>
        Clear loop
      </Button>
    </div>
  )
}

interface LoopSliderProps {
  readonly name: string
  readonly heard: Letter
  readonly lengthMs: number
  readonly isSet: boolean
  readonly atMs: number
  readonly onMove: (atMs: number) => void
}

function LoopSlider({ name, heard, lengthMs, isSet, atMs, onMove }: LoopSliderProps) {
  const keepArrows = (event: KeyboardEvent) => {
    // The window's own Left and Right would move the playhead as well.
    if (event.key.startsWith('Arrow')) event.stopPropagation()
  }
  return (
    <label className={styles['exact']}>
      <input
        type="range"
        className={styles['slider']}
        aria-label={name}
        aria-valuetext={`${formatTenths(atMs)} of take ${heard}`}
        min={0}
        max={lengthMs}
        step={100}
        value={atMs}
        onChange={(event) => onMove(event.target.valueAsNumber)}
        onKeyDown={keepArrows}
      />
      <span className={[styles['value'], !isSet && styles['unset']].filter(Boolean).join(' ')}>
        {formatTenths(atMs)}
      </span>
    </label>
  )
}
