import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react'
import type { EventPayload } from '../shared/contract'
import { listen } from './api'
import { Layout } from './app/Layout'
import { rememberPlace } from './app/placeToReturn'
import { go, parseRoute, useHash, type Route } from './app/route'
import { ShortcutsDialog } from './keys/ShortcutsDialog'
import { HistoryScreen } from './history/HistoryScreen'
import { PastSessionScreen } from './pastSession/PastSessionScreen'
import { useCommands } from './keys/useCommands'
import { PracticeScreen } from './practice/PracticeScreen'
import { RecoveredDialog } from './recovery/RecoveredDialog'
import { SessionScreen } from './session/SessionScreen'
import { SettingsScreen } from './settings/SettingsScreen'
import { useSettings } from './settings/SettingsContext'
import { tellLibraryChanged } from './lib/libraryChanges'
import { WelcomeScreen } from './welcome/WelcomeScreen'

// Loaded when somebody goes there: the first paint of the app must not wait for them.
const QuestionScreen = lazy(async () => ({
  default: (await import('./question/QuestionScreen')).QuestionScreen,
}))
const CompareScreen = lazy(async () => ({
  default: (await import('./compare/CompareScreen')).CompareScreen,
}))

/** Which screen stands in the window. */
export function App() {
  const { settings } = useSettings()
  const hash = useHash()
  const route = parseRoute(hash)
  const [showsShortcuts, setShowsShortcuts] = useState(false)

  useEffect(() => rememberPlace(parseRoute(hash)), [hash])
  useEffect(() => listen('library.changed', tellLibraryChanged), [])
  const commands = {
    shortcuts: () => setShowsShortcuts(true),
    newSession: () => go({ screen: 'practice' }),
    practice: () => go({ screen: 'practice' }),
    history: () => go({ screen: 'history' }),
    settings: () => go({ screen: 'settings' }),
  }
  useCommands(commands, 'app')
  const chooseInMenu = useEffectEvent(({ command, byKey }: EventPayload<'menu.command'>) => {
    // By key it comes here only when it was not wanted: a dialog is open, a take is made.
    if (!byKey) commands[command]()
  })
  useEffect(() => listen('menu.command', (chosen) => chooseInMenu(chosen)), [])

  return (
    <>
      {settings.welcomed ? (
        // A screen of its own for each place: each starts at its top. Other takes are chosen within
        // the screen that compares, which keeps the focus on what chooses them.
        <Screen
          key={route.screen === 'compare' ? route.questionId : hash}
          route={route}
          onShowShortcuts={() => setShowsShortcuts(true)}
        />
      ) : (
        <WelcomeScreen />
      )}
      {/* Above the welcome too: a database that was lost took the settings with it. */}
      <RecoveredDialog />
      <ShortcutsDialog open={showsShortcuts} onOpenChange={setShowsShortcuts} />
    </>
  )
}

interface ScreenProps {
  readonly route: Route
  readonly onShowShortcuts: () => void
}

function Screen({ route, onShowShortcuts }: ScreenProps) {
  switch (route.screen) {
    case 'practice':
      return (
        <Layout current="Practice">
          <PracticeScreen />
        </Layout>
      )
    case 'session':
      return <SessionScreen sessionId={route.sessionId} />
    case 'history':
      return (
        <Layout current="History">
          <HistoryScreen />
        </Layout>
      )
    case 'pastSession':
      return (
        <Layout current="History">
          <PastSessionScreen sessionId={route.sessionId} takeId={route.takeId} />
        </Layout>
      )
    case 'question':
      return (
        <Layout current="History">
          <Suspense>
            <QuestionScreen questionId={route.questionId} />
          </Suspense>
        </Layout>
      )
    case 'compare':
      return (
        <Layout current="History">
          <Suspense>
            <CompareScreen {...route} />
          </Suspense>
        </Layout>
      )
    case 'settings':
      return (
        <Layout current="Settings">
          <SettingsScreen onShowShortcuts={onShowShortcuts} />
        </Layout>
      )
  }
}
