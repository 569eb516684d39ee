import { useId, useMemo } from 'react'
import { languageOptions } from '../../lists/target/languages'
import styles from './Fields.module.css'

interface LanguageFieldProps {
  /** As in BCP 47; empty: that of the pack. */
  readonly language: string
  readonly onChange: (language: string) => void
}

/** In which language the question is asked and answered. */
export function LanguageField({ language, onChange }: LanguageFieldProps) {
  const id = useId()
  const options = useMemo(() => languageOptions(language === '' ? [] : [language]), [language])
  return (
    <div className={styles['choice']}>
      <label htmlFor={id} className={styles['label']}>
        Language
      </label>
      <select id={id} value={language} onChange={({ target }) => onChange(target.value)}>
        <option value="">That of its pack</option>
        {options.map((each) => (
          <option key={each.language} value={each.language}>
            {each.name}
          </option>
        ))}
      </select>
    </div>
  )
}
