import { useState } from 'react'
import { request } from '../api'
import { Button } from '../ui/Button'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { SettingsSection } from './SettingsSection'
import { useAbout } from './useAbout'
import styles from './Settings.module.css'

/** Where everything lies, and what that means. */
export function RecordingsSection() {
  const [about, askAgain] = useAbout()
  const [trouble, setTrouble] = useState<{ error: unknown } | null>(null)
  const openFolder = () => {
    setTrouble(null)
    request('app.openDataFolder').catch((error: unknown) => setTrouble({ error }))
  }
  return (
    <SettingsSection title="Your recordings">
      <p className={styles['truth']}>
        Everything you record, write and choose stays in this folder. Nothing is sent anywhere.
        Soundcheck does not encrypt it: whoever can open the folder can listen. To protect it,
        switch on the disk encryption of your system.
      </p>
      <div className={styles['folder']}>
        {about.state === 'ready' && (
          <p className={styles['path']} aria-label="Data folder">
            {about.value.dataFolder}
          </p>
        )}
        <Button onClick={openFolder}>Open folder</Button>
      </div>
      {about.state === 'failed' && (
        <Trouble {...troubleOf(about.error)}>
          <Button onClick={askAgain}>Try again</Button>
        </Trouble>
      )}
      {trouble && <Trouble {...troubleOf(trouble.error)} />}
    </SettingsSection>
  )
}
