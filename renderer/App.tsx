import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react'
import type { EventPayload } from '../shared/contract'
import { listen } from './api'
import { Layout } from './app/Layout'
import { placeToReturn, rememberPlaceToReturn } from './app/placeToReturn'
import { go, href, parseRoute, useHash, type Route } from './app/route'
import { ScreenBoundary } from './app/ScreenBoundary'
import { followLinks, isStaying, leaveFor } from './app/staying'
import { ShortcutsDialog } from './keys/ShortcutsDialog'
import { HistoryScreen } from './history/HistoryScreen'
import { PastSessionScreen } from './pastSession/PastSessionScreen'
import { guardMultiClicks } from './keys/multiClick'
import { useCommands } from './keys/useCommands'
import { PracticeScreen } from './practice/PracticeScreen'
import { RecoveredDialog } from './recovery/RecoveredDialog'
import { SessionScreen } from './session/SessionScreen'
import { SettingsScreen } from './settings/SettingsScreen'
import { useSettings } from './settings/SettingsContext'
import { DroppedFiles } from './lists/drop/DroppedFiles'
import { tellLibraryChanged } from './lib/libraryChanges'
import { WelcomeScreen } from './welcome/WelcomeScreen'

// Loaded when somebody goes there: the first paint of the app must not wait for them.
const FinishedScreen = lazy(async () => ({
  default: (await import('./finished/FinishedScreen')).FinishedScreen,
}))
const InterviewFinished = lazy(async () => ({
  default: (await import('./mock/finished/InterviewFinished')).InterviewFinished,
}))
const QuestionsScreen = lazy(async () => ({
  default: (await import('./questions/QuestionsScreen')).QuestionsScreen,
}))
const QuestionScreen = lazy(async () => ({
  default: (await import('./question/QuestionScreen')).QuestionScreen,
}))
const ProgressScreen = lazy(async () => ({
  default: (await import('./progress/ProgressScreen')).ProgressScreen,
}))
const WeekScreen = lazy(async () => ({
  default: (await import('./progress/week/WeekScreen')).WeekScreen,
}))
const CompareScreen = lazy(async () => ({
  default: (await import('./compare/CompareScreen')).CompareScreen,
}))

type MenuScreen = 'practice' | 'questions' | 'history' | 'progress' | 'settings'

/** Which screen stands in the window. */
export function App() {
  const { settings } = useSettings()
  const hash = useHash()
  const route = parseRoute(hash)
  const [showsShortcuts, setShowsShortcuts] = useState(false)

  useEffect(() => guardMultiClicks(), [])
  useEffect(() => followLinks(), [])
  useEffect(() => rememberPlaceToReturn(parseRoute(hash)), [hash])
  useEffect(() => listen('library.changed', tellLibraryChanged), [])
  const showShortcuts = () => setShowsShortcuts(true)
  const goByKey = (screen: MenuScreen) => () => {
    // A finger that slips does not end a take.
    if (!isStaying()) go({ screen })
  }
  useCommands(
    {
      shortcuts: showShortcuts,
      newSession: goByKey('practice'),
      practice: goByKey('practice'),
      questions: goByKey('questions'),
      history: goByKey('history'),
      progress: goByKey('progress'),
      settings: goByKey('settings'),
    },
    'app',
  )
  const chooseInMenu = useEffectEvent(({ command, byKey }: EventPayload<'menu.command'>) => {
    // By key it comes here only when it was not wanted: a dialog is open, a take is made.
    if (byKey) return
    if (command === 'shortcuts') showShortcuts()
    else void leaveFor(href({ screen: command === 'newSession' ? 'practice' : command }))
  })
  useEffect(() => listen('menu.command', (chosen) => chooseInMenu(chosen)), [])

  return (
    <>
      {settings.welcomed ? (
        // A screen of its own for each place: each starts at its top. Other takes are chosen within
        // the screen that compares, which keeps the focus on what chooses them.
        <ScreenBoundary key={route.screen === 'compare' ? route.questionId : hash}>
          <Screen route={route} onShowShortcuts={() => setShowsShortcuts(true)} />
        </ScreenBoundary>
      ) : (
        <WelcomeScreen />
      )}
      {/* Above the welcome too: a database that was lost took the settings with it. */}
      <RecoveredDialog />
      {settings.welcomed && <DroppedFiles />}
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
    case 'finished':
      return (
        <Layout current="Practice">
          <Suspense>
            <FinishedScreen sessionId={route.sessionId} />
          </Suspense>
        </Layout>
      )
    case 'interviewFinished':
      return (
        <Layout current="Practice">
          <Suspense>
            <InterviewFinished sessionId={route.sessionId} />
          </Suspense>
        </Layout>
      )
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
    case 'questions':
      return (
        <Layout current="Questions">
          <Suspense>
            <QuestionsScreen />
          </Suspense>
        </Layout>
      )
    case 'question':
      return (
        <Layout current={sectionToReturn()}>
          <Suspense>
            <QuestionScreen questionId={route.questionId} />
          </Suspense>
        </Layout>
      )
    case 'compare':
      return (
        <Layout current={sectionToReturn()}>
          <Suspense>
            <CompareScreen {...route} />
          </Suspense>
        </Layout>
      )
    case 'progress':
      return (
        <Layout current="Progress">
          <Suspense>
            {route.week === undefined ? <ProgressScreen /> : <WeekScreen day={route.week} />}
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

/** What is looked into from somewhere belongs to where its way back leads: a session is in Practice. */
function sectionToReturn(): 'Practice' | 'Questions' | 'History' | 'Progress' {
  switch (placeToReturn().screen) {
    case 'session':
      return 'Practice'
    case 'questions':
      return 'Questions'
    case 'progress':
      return 'Progress'
    default:
      return 'History'
  }
}
