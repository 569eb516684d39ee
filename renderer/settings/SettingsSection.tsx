import { useId, type ReactNode } from 'react'
import styles from './Settings.module.css'

interface SettingsSectionProps {
  readonly title: string
  readonly children: ReactNode
}

/** A group of settings, its name in the margin beside it. */
export function SettingsSection({ title, children }: SettingsSectionProps) {
  const titleId = useId()
  return (
    <section aria-labelledby={titleId} className={styles['section']}>
      <h2 id={titleId} className={styles['title']}>
        {title}
      </h2>
      <div className={styles['content']}>{children}</div>
    </section>
  )
}
