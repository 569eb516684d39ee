import './app/trustedTypes'
import '@fontsource-variable/inter/wght.css'
import '@fontsource-variable/source-serif-4/opsz.css'
import './styles/tokens.css'
import './styles/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { DEFAULT_SETTINGS } from '../shared/defaults'
import { request } from './api'
import { App } from './App'
import { SettingsProvider } from './settings/SettingsContext'
import { Announcer } from './ui/Announcer'
import { UndoProvider } from './ui/Undo'

// Settings come first: they decide between the welcome and the app, and nothing should flash.
// Without them the app still works, with what it would have on its first day.
const settings = await request('settings.read').catch(() => ({
  ...DEFAULT_SETTINGS,
  welcomed: true,
}))

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
createRoot(root).render(
  <StrictMode>
    <SettingsProvider initial={settings}>
      <Announcer>
        <UndoProvider>
          <App />
        </UndoProvider>
      </Announcer>
    </SettingsProvider>
  </StrictMode>,
)
