import { useSyncExternalStore } from 'react'
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

/** A passage to hear again and again: set where one is; its edges on the wave set it exactly. */
export function LoopControls({ duel, heard, onClear }: LoopControlsProps) {
  useSyncExternalStore(duel.loop.subscribe, duel.loop.get)
  const stretch = duel.stretch(heard)
  return (
    <div role="group" aria-label="Loop" className={styles['controls']}>
      <Button look="quiet" command="loop" nth={0} onClick={() => duel.loopStart()}>
        Loop from here
      </Button>
      <Button look="quiet" command="loop" nth={1} onClick={() => duel.loopEnd()}>
        To here
      </Button>
      <span className={styles['extent']}>
        {stretch
          ? `${formatTenths(stretch.startMs)} to ${formatTenths(stretch.endMs)}`
          : 'Or drag along the time'}
      </span>
      <Button look="quiet" command="cancel" disabled={!stretch} onClick={onClear}>
        Clear loop
      </Button>
    </div>
  )
}
