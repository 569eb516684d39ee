import { LeftOut } from './LeftOut'
import styles from './SessionOutline.module.css'
import type { QuestionOutline } from './useQuestionOutline'

/** The outline to glance at while one speaks: nothing in it can be pressed or written. */
export function OutlineLines({ outline }: { readonly outline: QuestionOutline }) {
  return (
    <ol>
      {outline.lines.map((line, index) => (
        <li key={index} className={styles['line']}>
          <span className={styles['number']} aria-hidden="true">
            {index + 1}
          </span>
          <span className={styles['words']} dir="auto">
            {line}
          </span>
          {outline.leftOut.includes(line) && <LeftOut />}
        </li>
      ))}
    </ol>
  )
}
