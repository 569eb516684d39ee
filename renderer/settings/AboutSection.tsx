import { Button } from '../ui/Button'
import { SettingsSection } from './SettingsSection'
import { useAbout } from './useAbout'
import styles from './Settings.module.css'

interface AboutSectionProps {
  readonly onShowShortcuts: () => void
}

/** What this is. */
export function AboutSection({ onShowShortcuts }: AboutSectionProps) {
  const [about] = useAbout()
  return (
    <SettingsSection title="About">
      <p className={styles['about']}>
        {about.state === 'ready' ? `Soundcheck ${about.value.version}` : 'Soundcheck'}
        <span className={styles['licence']}>Free software under the MIT licence</span>
      </p>
      <Button onClick={onShowShortcuts} aria-haspopup="dialog">
        Keyboard shortcuts
      </Button>
    </SettingsSection>
  )
}
