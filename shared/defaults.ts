import type { Rating, Settings } from './model'

/*
 * Constants that the page needs at run time. They live apart from the schemas, so that the page
 * does not load a schema library for the sake of a number.
 */

/** After this long a deleted take or session is gone for good. */
export const UNDO_MS = 30_000

export const MAX_NOTES_CHARACTERS = 20_000

export const RATING_NAMES: Record<Rating, string> = { 1: 'Again', 2: 'Hard', 3: 'Good', 4: 'Easy' }

export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  microphoneId: null,
  processing: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
  speed: 1,
  welcomed: false,
}
