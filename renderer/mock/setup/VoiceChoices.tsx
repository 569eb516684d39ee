import { useId } from 'react'
import type { MockChoices } from '../../../shared/mock/mockSettings'
import styles from './MockDialog.module.css'

interface VoiceChoicesProps {
  readonly chosen: MockChoices
  /** Why nothing can be spoken; null: it can. */
  readonly missingWords: string | null
  readonly onChange: (part: Partial<MockChoices>) => void
}

/** How the questions are asked. What needs a voice is off where there is none, and stays remembered. */
export function VoiceChoices({ chosen, missingWords, onChange }: VoiceChoicesProps) {
  const id = useId()
  const speaks = chosen.speaks && missingWords === null
  return (
    <div className={styles['choices']}>
      <div>
        <label className={styles['choice']} data-off={missingWords !== null || undefined}>
          <input
            type="checkbox"
            checked={speaks}
            disabled={missingWords !== null}
            aria-describedby={missingWords === null ? undefined : id}
            onChange={({ target }) => onChange({ speaks: target.checked })}
          />
          Speak the question
        </label>
        {missingWords !== null && (
          <p id={id} className={styles['missing']}>
            {missingWords}
          </p>
        )}
      </div>
      <label className={styles['choice']} data-off={!speaks || undefined}>
        <input
          type="checkbox"
          checked={chosen.hidesText && speaks}
          disabled={!speaks}
          onChange={({ target }) => onChange({ hidesText: target.checked })}
        />
        {"Hide the question's text"}
      </label>
      <label className={styles['choice']}>
        <input
          type="checkbox"
          checked={chosen.asksFollowUps}
          onChange={({ target }) => onChange({ asksFollowUps: target.checked })}
        />
        Ask a follow-up after the answer
      </label>
    </div>
  )
}
