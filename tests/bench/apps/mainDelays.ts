import type { ElectronApplication } from '@playwright/test'

interface Histogram {
  enable: () => void
  disable: () => void
  percentile: (percent: number) => number
  max: number
}

/** Node's own measure in the main process: a timer that is due each millisecond, and by how much it was late. */
export function watchDelays(app: ElectronApplication): Promise<void> {
  return app.evaluate(() => {
    const { monitorEventLoopDelay } = process.getBuiltinModule('node:perf_hooks')
    const histogram = monitorEventLoopDelay({ resolution: 1 })
    histogram.enable()
    Reflect.set(globalThis, 'delays', histogram)
  })
}

/** Since it was watched. */
export function delays(app: ElectronApplication): Promise<{ p99Ms: number; maxMs: number }> {
  return app.evaluate(() => {
    const histogram = Reflect.get(globalThis, 'delays') as Histogram
    histogram.disable()
    const NANOSECONDS = 1e6
    return { p99Ms: histogram.percentile(99) / NANOSECONDS, maxMs: histogram.max / NANOSECONDS }
  })
}
