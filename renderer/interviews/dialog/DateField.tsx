import { useId, type Ref } from 'react'
import { FIRST_INTERVIEW_DATE, LAST_INTERVIEW_DATE } from '../../../shared/defaults'
import styles from './InterviewDialog.module.css'

interface DateFieldProps {
  readonly ref: Ref<HTMLInputElement>
  /** `YYYY-MM-DD`, or empty as long as it is no date. While a year is typed it is one long ago. */
  readonly value: string
  readonly onChange: (value: string) => void
  readonly hint: string
  /** Takes the hint's place. */
  readonly problem: string | undefined
}

/** The system's own field for a date. A day that is past is one, too: the interview may be over. */
export function DateField({ ref, value, onChange, hint, problem }: DateFieldProps) {
  const id = useId()
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        Date
      </label>
      <input
        ref={ref}
        id={id}
        type="date"
        min={FIRST_INTERVIEW_DATE}
        max={LAST_INTERVIEW_DATE}
        className={styles['date']}
        value={value}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={`${id}-said`}
        onChange={({ target }) => onChange(target.value)}
      />
      <p id={`${id}-said`} className={problem === undefined ? styles['hint'] : styles['problem']}>
        {problem ?? hint}
      </p>
    </div>
  )
}
