import { RUBRIC_ITEMS, RUBRIC_QUESTIONS, RUBRIC_STEP_NAMES } from '../../../shared/defaults'
import type { Rubric } from '../../../shared/rubric'
import styles from './TakesTable.module.css'

const STEPS = [1, 2, 3, 4]

/** The four answers about a take as four columns of up to four steps; in words for who reads them. */
export function RubricSteps({ rubric }: { readonly rubric: Rubric }) {
  const words = RUBRIC_ITEMS.map((item) => {
    const step = rubric[item]
    return `${RUBRIC_QUESTIONS[item]} ${step ? RUBRIC_STEP_NAMES[step] : 'Not answered'}`
  }).join('. ')
  return (
    <span
      role="img"
      aria-label={words}
      title={words.replaceAll('. ', '\n')}
      className={styles['rubric']}
    >
      {RUBRIC_ITEMS.map((item) => (
        <span key={item} className={styles['item']}>
          {STEPS.map((step) => (
            <span
              key={step}
              className={step <= (rubric[item] ?? 0) ? styles['done'] : styles['open']}
            />
          ))}
        </span>
      ))}
    </span>
  )
}
