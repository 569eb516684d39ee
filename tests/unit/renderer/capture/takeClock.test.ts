import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { missingMs, TakeClock } from '../../../../renderer/capture/takeClock'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance', 'Date', 'setTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

function running(): TakeClock {
  const clock = new TakeClock()
  clock.start()
  return clock
}

describe('the clock of a take', () => {
  it('runs from its start, and not in pauses', () => {
    const clock = running()
    vi.advanceTimersByTime(1000)
    clock.pause()
    vi.advanceTimersByTime(5000)
    expect(clock.ranMs).toBe(1000)
    clock.start()
    vi.advanceTimersByTime(500)
    clock.start()
    vi.advanceTimersByTime(500)
    expect(clock.ranMs).toBe(2000)
  })

  it('runs on while the machine sleeps and the steady clock stands still', () => {
    const clock = running()
    vi.advanceTimersByTime(1000)
    vi.setSystemTime(Date.now() + 60_000)
    expect(clock.ranMs).toBe(61_000)
  })

  it('is not turned back with the date', () => {
    const clock = running()
    vi.advanceTimersByTime(1000)
    vi.setSystemTime(Date.now() - 3_600_000)
    expect(clock.ranMs).toBe(1000)
  })
})

describe('how much is missing', () => {
  it.each([
    ['nothing, when the sound is as long as the clock says', 60_000, 60_000, 0],
    ['nothing, when it is longer: the last packet is filled', 60_000, 60_300, 0],
    ['nothing that starting, stopping and pauses explain', 10_000, 9050, 0],
    ['nothing that a slow clock of the sound card explains', 3_600_000, 3_593_000, 0],
    ['all of it, once it is more than that', 10_000, 8500, 1500],
    ['all of it, in a long take too', 3_600_000, 3_590_000, 10_000],
  ])('is %s', (_, ranMs, keptMs, missing) => {
    expect(missingMs(ranMs, keptMs)).toBe(missing)
  })
})
