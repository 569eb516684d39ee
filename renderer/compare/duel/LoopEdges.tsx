import { type KeyboardEvent, type RefObject, useEffect, useRef, useSyncExternalStore } from 'react'
import { formatTenths } from '../../lib/format'
import type { Letter } from '../sides/sides'
import type { Duel } from './duel'
import styles from './Duel.module.css'

/** Which edge has the keyboard. */
export type LoopEdge = 'start' | 'end'

interface LoopEdgesProps {
  readonly duel: Duel
  /** The take that is heard: the edges are on its wave. */
  readonly heard: Letter
  /** Going to the other take takes the edges along, and the keyboard with them. */
  readonly focusedRef: RefObject<LoopEdge | null>
}

/**
 * The edges of the passage that is played again and again, as two sliders that lie over the wave:
 * only their thumbs, the edges, can be taken hold of. Without a loop they are for the keyboard alone,
 * which begins one with them.
 */
export function LoopEdges({ duel, heard, focusedRef }: LoopEdgesProps) {
  const loop = useSyncExternalStore(duel.loop.subscribe, duel.loop.get)
  const edges = useRef<HTMLDivElement>(null)
  const lengthMs = duel.lengthMs(heard)
  const { startMs, endMs } = duel.stretch(heard) ?? { startMs: 0, endMs: lengthMs }

  useEffect(() => {
    const edge = focusedRef.current
    if (edge) edges.current?.querySelector<HTMLElement>(`[data-edge="${edge}"]`)?.focus()
  }, [focusedRef])

  const slider = (edge: LoopEdge, name: string, atMs: number, onMove: (atMs: number) => void) => (
    <input
      type="range"
      data-edge={edge}
      className={styles['edge']}
      aria-label={name}
      aria-valuetext={`${formatTenths(atMs)} of take ${heard}`}
      min={0}
      max={lengthMs}
      step={100}
      value={atMs}
      onChange={(event) => onMove(event.target.valueAsNumber)}
      onKeyDown={keepArrows}
      onFocus={() => (focusedRef.current = edge)}
      onBlur={() => (focusedRef.current = null)}
    />
  )
  return (
    <div ref={edges} className={styles['edges']} data-set={loop !== null}>
      {slider('start', 'Loop start', startMs, duel.loopStart)}
      {slider('end', 'Loop end', endMs, duel.loopEnd)}
    </div>
  )
}

/** The window's own Left and Right would move the playhead as well. */
function keepArrows(event: KeyboardEvent): void {
  if (event.key.startsWith('Arrow')) event.stopPropagation()
}
