import type { BackgroundThread } from '../background/thread'
import type { Measure } from './measurer'

/**
 * For the thread that measures: what streams by is forgotten at once. Left alone, the thread would
 * let it pile up to some 150 MB before it tidies.
 */
export const THREAD_LIMITS = { maxYoungGenerationSizeMb: 8 }

/** Measuring takes as long as it takes: in a thread of its own it holds up nobody. */
export function measureOn(thread: BackgroundThread): Measure {
  return (file, watch) => thread.runWatched('measure', watch, file)
}
