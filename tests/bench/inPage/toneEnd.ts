import type { Page } from '@playwright/test'

/** Notes when the last sample of each tone is heard, by the clock of the loudspeaker: call before the first one. */
export function watchTones(page: Page): Promise<void> {
  return page.evaluate(() => {
    const stop = Reflect.get(OscillatorNode.prototype, 'stop')
    OscillatorNode.prototype.stop = function (this: OscillatorNode, when = 0) {
      const context = this.context as AudioContext
      this.addEventListener('ended', () => {
        const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp()
        const aheadMs = (when - contextTime) * 1000
        Reflect.set(globalThis, 'toneEndedAtMs', performanceTime + aheadMs)
      })
      stop.call(this, when)
    }
  })
}

/** When the last tone has ended, in the page's time. */
export function toneEndedAtMs(page: Page): Promise<number> {
  return page.evaluate(() => Reflect.get(globalThis, 'toneEndedAtMs') as number)
}
