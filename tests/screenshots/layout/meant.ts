import type { Meant } from './faults'

/** In a test's annotations: the place in the list of an entry that excused something there. */
export const EXCUSED = 'meant layout'

/**
 * All that is meant to be cut, to overlap or to scroll, and why. An entry that excuses nothing in a
 * whole run is reported: what it was for is gone.
 */
export const MEANT: readonly Meant[] = [
  {
    kind: 'overlap',
    what: '[role="toolbar"][aria-label="Pauses"] button',
    over: '[aria-label="Flags on the waveform"]',
    because: 'A flag stands where its mark is, and that may be at a pause.',
  },
]
