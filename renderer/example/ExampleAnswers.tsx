import type { SessionQuestion } from '../../shared/model'
import styles from './ExampleAnswers.module.css'

/** What somebody else might say, folded away until it is asked for. */
export function ExampleAnswers({
  examples,
  language,
}: {
  readonly examples: SessionQuestion['exampleAnswers']
  readonly language: string
}) {
  if (examples.length === 0) return null
  return (
    <details className={styles['examples']}>
      <summary className={styles['summary']}>
        {examples.length === 1 ? 'Example answer' : 'Example answers'}
      </summary>
      {examples.map(({ label, text }) => (
        <div key={label} className={styles['example']}>
          <h3 className={styles['label']}>{label}</h3>
          <div className={styles['text']} dir="auto" lang={language}>
            {text.split(/\n{2,}/).map((paragraph, index) => (
              <p key={index}>{paragraph}</p>
            ))}
          </div>
        </div>
      ))}
    </details>
  )
}
