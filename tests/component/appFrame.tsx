import type { ReactNode } from 'react'
import { DEFAULT_SETTINGS } from '../../shared/defaults'
import type { Settings } from '../../shared/model'
import { SettingsProvider } from '../../renderer/settings/SettingsContext'
import { Announcer } from '../../renderer/ui/Announcer'
import { UndoProvider } from '../../renderer/ui/Undo'

/** What stands around every screen: settings, announcements and undo. */
export function AppFrame({
  settings = { ...DEFAULT_SETTINGS, welcomed: true },
  children,
}: {
  settings?: Settings
  children: ReactNode
}) {
  return (
    <SettingsProvider initial={settings}>
      <Announcer>
        <UndoProvider>{children}</UndoProvider>
      </Announcer>
    </SettingsProvider>
  )
}
