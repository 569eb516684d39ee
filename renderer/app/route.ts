import { useSyncExternalStore } from 'react'
import { comeBack, shownHash } from './staying'

/** Where in the app one is. It lives in the URL's hash, so that links are links and Back works. */
export type Route =
  | { screen: 'practice' }
  | { screen: 'session'; sessionId: string }
  /** What a session came to, once it is finished. */
  | { screen: 'finished'; sessionId: string }
  /** The same of a mock interview. */
  | { screen: 'interviewFinished'; sessionId: string }
  | { screen: 'history' }
  /** With a take, that one is opened. */
  | { screen: 'pastSession'; sessionId: string; takeId?: string }
  /** Every question there is. */
  | { screen: 'questions' }
  | { screen: 'question'; questionId: string }
  /** B is a take, or 'example' for the question's example answer. */
  | { screen: 'compare'; questionId: string; takeA: string; takeB: string }
  /** With a week's Monday, that week is looked into. */
  | { screen: 'progress'; week?: string }
  | { screen: 'settings' }

const SESSION = /^#\/session\/([0-9a-f-]{36})$/
const FINISHED = /^#\/session\/([0-9a-f-]{36})\/finished$/
const INTERVIEW_FINISHED = /^#\/session\/([0-9a-f-]{36})\/interview-finished$/
const QUESTION = /^#\/question\/([a-z0-9-]+\/[a-z0-9-]+)$/
const COMPARE = /^#\/compare\/([a-z0-9-]+\/[a-z0-9-]+)\/([0-9a-f-]{36})\/([0-9a-f-]{36}|example)$/
const PROGRESS = /^#\/progress(?:\/(\d{4}-\d{2}-\d{2}))?$/
const PAST_SESSION = /^#\/history\/([0-9a-f-]{36})(?:\/([0-9a-f-]{36}))?$/

/** The link to a route, for `<a href>`. */
export function href(route: Route): string {
  switch (route.screen) {
    case 'practice':
      return '#/practice'
    case 'session':
      return `#/session/${route.sessionId}`
    case 'finished':
      return `#/session/${route.sessionId}/finished`
    case 'interviewFinished':
      return `#/session/${route.sessionId}/interview-finished`
    case 'history':
      return '#/history'
    case 'pastSession':
      return ['#/history', route.sessionId, route.takeId].filter(Boolean).join('/')
    case 'questions':
      return '#/questions'
    case 'question':
      return `#/question/${route.questionId}`
    case 'compare':
      return `#/compare/${route.questionId}/${route.takeA}/${route.takeB}`
    case 'progress':
      return ['#/progress', route.week].filter(Boolean).join('/')
    case 'settings':
      return '#/settings'
  }
}

/** Anything that is not a route leads to Practice. */
export function parseRoute(hash: string): Route {
  const session = SESSION.exec(hash)?.[1]
  if (session) return { screen: 'session', sessionId: session }
  const finished = FINISHED.exec(hash)?.[1]
  if (finished) return { screen: 'finished', sessionId: finished }
  const interview = INTERVIEW_FINISHED.exec(hash)?.[1]
  if (interview) return { screen: 'interviewFinished', sessionId: interview }
  const [, pastSession, takeId] = PAST_SESSION.exec(hash) ?? []
  if (pastSession) {
    return { screen: 'pastSession', sessionId: pastSession, ...(takeId && { takeId }) }
  }
  const question = QUESTION.exec(hash)?.[1]
  if (question) return { screen: 'question', questionId: question }
  const [, questionId, takeA, takeB] = COMPARE.exec(hash) ?? []
  if (questionId && takeA && takeB) return { screen: 'compare', questionId, takeA, takeB }
  const progress = PROGRESS.exec(hash)
  if (progress) return { screen: 'progress', ...(progress[1] && { week: progress[1] }) }
  if (hash === '#/questions') return { screen: 'questions' }
  if (hash === '#/history') return { screen: 'history' }
  if (hash === '#/settings') return { screen: 'settings' }
  return { screen: 'practice' }
}

/** Goes to a screen. */
export function go(route: Route): void {
  window.location.hash = href(route)
}

/** Goes to a screen in place of this one: Back leads to where this one was opened from. */
export function goInstead(route: Route): void {
  window.location.replace(href(route))
}

function subscribe(listener: () => void): () => void {
  const onChange = () => {
    comeBack()
    listener()
  }
  window.addEventListener('hashchange', onChange)
  return () => window.removeEventListener('hashchange', onChange)
}

/** The hash of the current route; parse it with parseRoute. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, shownHash)
}
