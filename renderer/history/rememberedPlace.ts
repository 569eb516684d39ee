import type { VirtualItem } from '@tanstack/react-virtual'
import { parseRoute } from '../app/route'

/** Where somebody was in the list when they opened a session. */
interface Place {
  readonly query: string
  readonly scrolledPx: number
  /** How tall the rows were, of which few are drawn. */
  readonly rows: VirtualItem[]
  readonly sessionId: string
}

let remembered: Place | null = null

/** Call when the list goes: it remembers the place when a session was opened, and forgets it otherwise. */
export function rememberHistoryPlace(place: Omit<Place, 'sessionId'>): void {
  const route = parseRoute(window.location.hash)
  remembered = route.screen === 'pastSession' ? { ...place, sessionId: route.sessionId } : null
}

/** The place to go back to in the list of this search; null for its top. */
export function rememberedPlace(query: string): Place | null {
  return remembered?.query === query ? remembered : null
}
