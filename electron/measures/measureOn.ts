import type { BackgroundThread } from '../background/thread'
import type { Measure } from './measurer'

/** Measuring takes as long as it takes: in a thread of its own it holds up nobody. */
export function measureOn(thread: BackgroundThread): Measure {
  return (file, watch) => thread.runWatched('measure', watch, file)
}
