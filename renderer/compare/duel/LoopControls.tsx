import { useEffect, useRef, useSyncExternalStore } from 'react'
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
  const end = useRef<HTMLButtonElement>(null)
  const clear = useRef<HTMLButtonElement>(null)
  // Cleared by its own button, or by Escape on it, that is taken away from under the keyboard. Here it
  // still is there: a browser forgets where the focus was when it is disabled.
  useEffect(
    () =>
      duel.loop.subscribe(() => {
        const isCleared = duel.loop.get() === null
        if (isCleared && document.activeElement === clear.current) end.current?.focus()
      }),
    [duel],
  )
  return (
    <div role="group" aria-label="Loop" className={styles['controls']}>
      <Button look="quiet" command="loop" nth={0} onClick={() => duel.loopStart()}>
        Loop from here
      </Button>
      <Button ref={end} look="quiet" command="loop" nth={1} onClick={() => duel.loopEnd()}>
        To here
      </Button>
      <span className={styles['extent']}>
        {stretch
          ? `${formatTenths(stretch.startMs)} to ${formatTenths(stretch.endMs)}`
          : 'Or drag along the time'}
      </span>
      <Button ref={clear} look="quiet" command="cancel" disabled={!stretch} onClick={onClear}>
        Clear loop
      </Button>
    </div>
  )
}
