import { createContext, useCallback, useContext, useState, type ReactNode } from 'react'
import { DEFAULT_SETTINGS } from '../../shared/defaults'
import type { Settings } from '../../shared/model'
import { request } from '../api'

interface SettingsAccess {
  settings: Settings
  /** Stores the change, then shows it. Rejects with an AppError when it could not be stored. */
  change: (change: Partial<Settings>) => Promise<void>
}

const SettingsContext = createContext<SettingsAccess>({
  settings: DEFAULT_SETTINGS,
  change: () => Promise.resolve(),
})

export function useSettings(): SettingsAccess {
  return useContext(SettingsContext)
}

export function SettingsProvider({
  initial,
  children,
}: {
  initial: Settings
  children: ReactNode
}) {
  const [settings, setSettings] = useState(initial)
  const change = useCallback(async (part: Partial<Settings>) => {
    setSettings(await request('settings.change', part))
  }, [])
  return <SettingsContext value={{ settings, change }}>{children}</SettingsContext>
}
