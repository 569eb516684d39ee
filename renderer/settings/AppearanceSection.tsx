import { useId } from 'react'
import type { Settings } from '../../shared/model'
import { SettingsSection } from './SettingsSection'
import styles from './Settings.module.css'

const THEMES = [
  { value: 'system', name: 'System' },
  { value: 'light', name: 'Light' },
  { value: 'dark', name: 'Dark' },
] as const

interface AppearanceSectionProps {
  readonly theme: Settings['theme']
  readonly onChange: (theme: Settings['theme']) => void
}

/** Main tells the system which theme is wanted; the style sheets follow by themselves. */
export function AppearanceSection({ theme, onChange }: AppearanceSectionProps) {
  const group = useId()
  return (
    <SettingsSection title="Appearance">
      <div role="radiogroup" aria-labelledby={group} className={styles['themes']}>
        <p id={group}>Theme</p>
        <div className={styles['choices']}>
          {THEMES.map(({ value, name }) => (
            <label key={value} className={styles['appearanceChoice']}>
              <input
                type="radio"
                name={group}
                checked={theme === value}
                onChange={() => onChange(value)}
              />
              {name}
            </label>
          ))}
        </div>
      </div>
    </SettingsSection>
  )
}
