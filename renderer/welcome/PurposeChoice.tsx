import { useId } from 'react'
import type { PurposeState } from './usePurpose'
import styles from './WelcomeScreen.module.css'

/** What is practised from the first evening on. Changed at any time on Practice. */
export function PurposeChoice({ packs, chosen, choose }: PurposeState) {
  const titleId = useId()
  const choices = [...packs.map(({ id, title }) => ({ id, title })), OWN]
  return (
    <div role="radiogroup" aria-labelledby={titleId} className={styles['purpose']}>
      <p id={titleId} className={styles['claim']}>
        What is your interview for?
      </p>
      <div className={styles['choices']}>
        {choices.map(({ id, title }) => (
          <label key={id} className={styles['choice']}>
            <input
              type="radio"
              name={titleId}
              checked={chosen === id}
              onChange={() => choose(id)}
            />
            {title}
          </label>
        ))}
      </div>
    </div>
  )
}

const OWN = { id: null, title: 'My own questions' }
