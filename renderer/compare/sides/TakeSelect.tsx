import { type RefObject, useEffect, useRef } from 'react'
import { takeName } from './takeNames'
import type { Letter, Side } from './sides'
import styles from './Sides.module.css'

interface TakeSelectProps {
  readonly letter: Letter
  readonly sides: readonly Side[]
  /** The id of a take, 'example', or what is not there any more. */
  readonly value: string
  /** What the other side shows: it cannot be both. */
  readonly other: string
  /** The question has an example, and this side may show it. */
  readonly hasExample: boolean
  readonly onChoose: (value: string) => void
  /** The side on which a take was just chosen. */
  readonly chosenRef: RefObject<Letter | null>
}

/** Which take this side is; newest first, because the last ones are compared most. */
export function TakeSelect({ letter, sides, value, other, chosenRef, ...props }: TakeSelectProps) {
  const { hasExample, onChoose } = props
  const select = useRef<HTMLSelectElement>(null)
  // Other takes need other players, and a page around them: whoever chose one goes on from here.
  useEffect(() => {
    if (chosenRef.current !== letter) return
    chosenRef.current = null
    select.current?.focus()
  }, [chosenRef, letter])
  const isKnown = sides.some(({ take }) => take.id === value) || (hasExample && value === 'example')
  return (
    <select
      ref={select}
      aria-label={`Choose take ${letter}`}
      className={styles['select']}
      value={isKnown ? value : ''}
      onChange={(event) => onChoose(event.target.value)}
    >
      {!isKnown && (
        <option value="" disabled>
          Choose a take
        </option>
      )}
      {sides.toReversed().map(({ take }) => (
        <option key={take.id} value={take.id} disabled={take.id === other}>
          {takeName(take)}
        </option>
      ))}
      {hasExample && <option value="example">Example answer</option>}
    </select>
  )
}
