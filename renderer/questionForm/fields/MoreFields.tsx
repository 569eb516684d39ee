import { MAX_SHORT_TITLE_CHARACTERS } from '../../../shared/defaults'
import { Disclosure } from '../../ui/disclosure/Disclosure'
import { TextField } from '../../ui/field/TextField'
import { LanguageField } from './LanguageField'
import styles from './Fields.module.css'
import type { FormFields } from './formFields'

interface MoreFieldsProps extends FormFields {
  readonly isOpen: boolean
  readonly onToggle: (isOpen: boolean) => void
}

/** What has a sensible value as long as nobody says otherwise. */
export function MoreFields({ isOpen, onToggle, values, problems, set }: MoreFieldsProps) {
  return (
    <div className={styles['more']}>
      <Disclosure words="More about the question" isOpen={isOpen} onToggle={onToggle}>
        <div className={styles['folded']}>
          <div className={styles['pair']}>
            <TextField
              label="Short title"
              hint="What it is called in lists"
              maxLength={MAX_SHORT_TITLE_CHARACTERS}
              value={values.shortTitle}
              onChange={(title) => set('shortTitle', title)}
            />
            <LanguageField
              language={values.language}
              onChange={(language) => set('language', language)}
            />
          </div>
          <div className={styles['pair']}>
            <TextField
              label="Talking points"
              rows={3}
              hint="One a line"
              value={values.talkingPoints}
              problem={problems.talkingPoints}
              onChange={(points) => set('talkingPoints', points)}
            />
            <TextField
              label="Pitfalls"
              rows={3}
              hint="One a line"
              value={values.pitfalls}
              problem={problems.pitfalls}
              onChange={(pitfalls) => set('pitfalls', pitfalls)}
            />
          </div>
          <div className={styles['pair']}>
            <TextField
              label="Shortest answer that fits"
              hint="Minutes and seconds"
              value={values.shortest}
              problem={problems.shortest}
              onChange={(length) => set('shortest', length)}
            />
            <TextField
              label="Longest answer that fits"
              hint="Minutes and seconds"
              value={values.longest}
              problem={problems.longest}
              onChange={(length) => set('longest', length)}
            />
          </div>
        </div>
      </Disclosure>
    </div>
  )
}
