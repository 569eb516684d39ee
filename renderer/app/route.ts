import { useSyncExternalStore } from 'react'

/** Where in the app one is. It lives in the URL's hash, so that links are links and Back works. */
export type Route =
  | { screen: 'practice' }
  | { screen: 'session'; sessionId: string }
  | { screen: 'history' }
  | { screen: 'pastSession'; sessionId: string }
  | { screen: 'settings' }

const SESSION = /^#\/session\/([0-9a-f-]{36})$/
const PAST_SESSION = /^#\/history\/([0-9a-f-]{36})$/

/** The link to a route, for `<a href>`. */
export function href(route: Route): string {
  switch (route.screen) {
    case 'practice':
      return '#/practice'
    case 'session':
      return `#/session/${route.sessionId}`
    case 'history':
      return '#/history'
    case 'pastSession':
      return `#/history/${route.sessionId}`
    case 'settings':
      return '#/settings'
  }
}

/** Anything that is not a route leads to Practice. */
export function parseRoute(hash: string): Route {
  const session = SESSION.exec(hash)?.[1]
  if (session) return { screen: 'session', sessionId: session }
  const pastSession = PAST_SESSION.exec(hash)?.[1]
  if (pastSession) return { screen: 'pastSession', sessionId: pastSession }
  if (hash === '#/history') return { screen: 'history' }
  if (hash === '#/settings') return { screen: 'settings' }
  return { screen: 'practice' }
}

/** Goes to a screen. */
export function go(route: Route): void {
  window.location.hash = href(route)
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The hash of the current route; parse it with parseRoute. */
export function useHash(): string {
  return useSyncExternalStore(subscribe, () => window.location.hash)
}
