import type { RequestName } from '../../shared/contract'

/*
 * A take may be saved, something deleted brought back, or a backup restored after the screen that
 * asked for it is gone, a dialog may change questions above the list of them, and main finds takes
 * by itself. Whoever shows what is stored listens here and asks main again.
 */

/** What changes the library behind the back of the screen that is shown. */
const CHANGES: ReadonlySet<RequestName> = new Set<RequestName>([
  'takes.finish',
  'takes.restore',
  'takes.examine',
  'sessions.restore',
  'backups.restore',
  'questions.create',
  'questions.update',
  'questions.copy',
  'questions.move',
  'questions.tag',
  'questions.delete',
  'questions.restore',
  'questions.import',
  'interviews.save',
  'interviews.remove',
  'interviews.tell',
  'interviews.restore',
  'packs.create',
  'packs.change',
  'packs.move',
  'packs.delete',
  'packs.restore',
])

const listeners = new Set<() => void>()

/** Calls back after such a change; returns the function that stops it. */
export function onLibraryChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Tells everybody of a request that main has carried out. */
export function tellOfChangeBy(name: RequestName): void {
  if (CHANGES.has(name)) tellLibraryChanged()
}

/** Tells everybody of a change that nobody here asked for. */
export function tellLibraryChanged(): void {
  listeners.forEach((listener) => listener())
}
