import type { RequestName } from '../shared/contract'

/*
 * A take may be saved, or something deleted brought back, after the screen that asked for it is
 * gone. Whoever shows what is stored listens here and asks main again.
 */

/** What changes the library behind the back of the screen that is shown. */
const CHANGES: ReadonlySet<RequestName> = new Set<RequestName>([
  'takes.finish',
  'takes.restore',
  'sessions.restore',
])

const listeners = new Set<() => void>()

/** Calls back after such a change; returns the function that stops it. */
export function onStored(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Tells everybody of a request that main has carried out. */
export function tellStored(name: RequestName): void {
  if (CHANGES.has(name)) listeners.forEach((listener) => listener())
}
