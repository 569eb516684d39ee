import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// Testing Library cleans up by itself only where test functions are globals; here they are imported.
afterEach(cleanup)

// What comes a moment later comes later on a busy machine.
configure({ asyncUtilTimeout: 10_000 })

/** jsdom lays nothing out: nothing has a size, and none ever changes. */
class NoSizes implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= NoSizes
