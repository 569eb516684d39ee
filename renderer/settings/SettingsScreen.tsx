import { useState } from 'react'
import type { Settings } from '../../shared/model'
import { Page } from '../app/Page'
import { Trouble } from '../ui/Trouble'
import { troubleOf } from '../ui/troubleWords'
import { AboutSection } from './AboutSection'
import { AppearanceSection } from './AppearanceSection'
import { BackupsSection } from './backups/BackupsSection'
import { MicrophoneSection } from './MicrophoneSection'
import { RecordingsSection } from './RecordingsSection'
import { useSettings } from './SettingsContext'

interface SettingsScreenProps {
  readonly onShowShortcuts: () => void
}

/** Every setting there is, on one page; each is stored as soon as it is changed. */
export function SettingsScreen({ onShowShortcuts }: SettingsScreenProps) {
  const { settings, change } = useSettings()
  const [trouble, setTrouble] = useState<{ error: unknown } | null>(null)

  const store = (part: Partial<Settings>) => {
    change(part).then(
      () => setTrouble(null),
      (error: unknown) => setTrouble({ error }),
    )
  }

  return (
    <Page heading="Settings">
      {trouble && <Trouble {...troubleOf(trouble.error)} />}
      <MicrophoneSection settings={settings} onChange={store} />
      <AppearanceSection theme={settings.theme} onChange={(theme) => store({ theme })} />
      <RecordingsSection />
      <BackupsSection />
      <AboutSection onShowShortcuts={onShowShortcuts} />
    </Page>
  )
}
