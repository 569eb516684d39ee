import styles from './SessionOutline.module.css'
import type { QuestionOutline } from './useQuestionOutline'
import { useTicks } from './useTicks'

interface OutlineTicksProps {
  readonly takeId: string
  readonly outline: QuestionOutline
  readonly isNewest: boolean
}

/** What one wanted to say, to tick what was said. */
export function OutlineTicks({ takeId, outline, isNewest }: OutlineTicksProps) {
  const [lines, tick] = useTicks(takeId, outline, isNewest)
  return (
    <ul>
      {lines.map(({ line, isSaid }, index) => (
        <li key={index}>
          <label className={styles['tick']} onMouseDown={(event) => event.preventDefault()}>
            <input type="checkbox" checked={isSaid} onChange={() => tick(index)} />
            <span className={styles['words']} dir="auto">
              {line}
            </span>
          </label>
        </li>
      ))}
    </ul>
  )
}
