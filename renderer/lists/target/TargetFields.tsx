import { useId, useMemo } from 'react'
import { MAX_SHORT_TITLE_CHARACTERS } from '../../../shared/defaults'
import { TextField } from '../../ui/field/TextField'
import { languageOptions } from './languages'
import styles from './TargetFields.module.css'
import type { TargetChoice } from './usePackTarget'

/** An option's value is always text. */
const NEW = ''

/** Into which pack questions go, and in which language they are. */
export function TargetFields({ target }: { readonly target: TargetChoice }) {
  const id = useId()
  const { packs, pack, language } = target
  const languages = useMemo(
    () => languageOptions([language, ...packs.map((each) => each.language)]),
    [language, packs],
  )
  return (
    <div className={styles['fields']}>
      <div className={styles['field']}>
        <label htmlFor={`${id}-pack`} className={styles['label']}>
          Pack
        </label>
        <select
          id={`${id}-pack`}
          value={pack?.id ?? NEW}
          onChange={({ target: { value } }) => target.choosePack(value === NEW ? null : value)}
        >
          <option value={NEW}>New pack</option>
          {packs.map((each) => (
            <option key={each.id} value={each.id}>
              {each.title}
            </option>
          ))}
        </select>
      </div>
      {!pack && (
        <div className={styles['field']}>
          <TextField
            label="Name of the pack"
            maxLength={MAX_SHORT_TITLE_CHARACTERS}
            value={target.title}
            onChange={target.nameIt}
          />
        </div>
      )}
      <div className={styles['field']}>
        <label htmlFor={`${id}-language`} className={styles['label']}>
          Language
        </label>
        <select
          id={`${id}-language`}
          value={language}
          onChange={({ target: { value } }) => target.chooseLanguage(value)}
        >
          {languages.map((each) => (
            <option key={each.language} value={each.language}>
              {each.name}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}
