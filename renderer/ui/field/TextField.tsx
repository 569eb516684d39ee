import { useId, type ComponentProps } from 'react'
import { MAX_FIELD_CHARACTERS } from '../../../shared/defaults'
import styles from './TextField.module.css'

interface TextFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** How many lines are seen from the beginning; it grows with what is written. Left out: one line, and no more. */
  readonly rows?: number
  /** How to write it, below it. */
  readonly hint?: string | undefined
  /** What is wrong with it: takes the hint's place. */
  readonly problem?: string | undefined
  readonly maxLength?: number
  readonly placeholder?: string
  readonly lang?: string | undefined
  readonly onBlur?: () => void
  readonly onKeyDown?: ComponentProps<'textarea'>['onKeyDown']
}

/** A text field below its name. */
export function TextField({
  label,
  value,
  onChange,
  rows,
  hint,
  problem,
  maxLength = MAX_FIELD_CHARACTERS,
  ...rest
}: TextFieldProps) {
  const id = useId()
  const said = problem ?? hint
  const field = {
    ...rest,
    id,
    value,
    maxLength,
    dir: 'auto',
    'aria-invalid': problem !== undefined || undefined,
    'aria-describedby': said === undefined ? undefined : `${id}-said`,
  } as const
  return (
    <div className={styles['field']}>
      <label htmlFor={id} className={styles['label']}>
        {label}
      </label>
      {rows === undefined ? (
        <input
          {...(field as ComponentProps<'input'>)}
          type="text"
          className={styles['line']}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : (
        <textarea
          {...field}
          rows={rows}
          className={styles['text']}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      {said !== undefined && (
        <p id={`${id}-said`} className={problem === undefined ? styles['hint'] : styles['problem']}>
          {said}
        </p>
      )}
    </div>
  )
}
