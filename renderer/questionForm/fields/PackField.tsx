import { useId } from 'react'
import { MAX_SHORT_TITLE_CHARACTERS } from '../../../shared/defaults'
import type { PackSummary } from '../../../shared/model'
import { TextField } from '../../ui/field/TextField'
import styles from './Fields.module.css'
import type { FormFields } from './formFields'

/** An option's value is always text. */
const NEW = ''

interface PackFieldProps extends FormFields {
  readonly packs: readonly PackSummary[]
}

/** Into which pack of one's own the question goes; a new one has to be named. */
export function PackField({ packs, values, problems, set }: PackFieldProps) {
  const id = useId()
  return (
    <div className={styles['choice']}>
      <label htmlFor={id} className={styles['label']}>
        Pack
      </label>
      <select id={id} value={values.packId} onChange={({ target }) => set('packId', target.value)}>
        {packs.map((pack) => (
          <option key={pack.id} value={pack.id}>
            {pack.title}
          </option>
        ))}
        <option value={NEW}>New pack</option>
      </select>
      {values.packId === NEW && (
        <TextField
          label="Name of the pack"
          maxLength={MAX_SHORT_TITLE_CHARACTERS}
          value={values.packTitle}
          problem={problems.packTitle}
          onChange={(title) => set('packTitle', title)}
        />
      )}
    </div>
  )
}
