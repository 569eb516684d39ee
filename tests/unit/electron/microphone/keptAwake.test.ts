import { powerSaveBlocker } from 'electron'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { KeptAwake } from '../../../../electron/microphone/keptAwake'

const running = vi.hoisted(() => new Set<number>())

vi.mock('electron', () => {
  let last = 0
  const start = vi.fn(() => {
    running.add((last += 1))
    return last
  })
  return { powerSaveBlocker: { start, stop: (id: number) => running.delete(id) } }
})

let awake = new KeptAwake()

beforeEach(() => {
  vi.useFakeTimers()
  vi.mocked(powerSaveBlocker.start).mockClear()
  awake = new KeptAwake()
})

afterEach(() => {
  awake.dispose()
  expect(running.size).toBe(0)
  vi.useRealTimers()
})

test('the machine stays awake until the last take has ended', () => {
  awake.holdFor('one')
  awake.holdFor('two')
  awake.releaseFor('one')
  awake.releaseFor('one')
  expect(running.size).toBe(1)
  awake.releaseFor('two')
  expect(running.size).toBe(0)
  // The screen may go dark.
  expect(vi.mocked(powerSaveBlocker.start).mock.calls).toEqual([['prevent-app-suspension']])
})

test('a take that gives no sound for five minutes lets it sleep, and wakes it when it goes on', () => {
  awake.holdFor('paused')
  vi.advanceTimersByTime(4 * 60_000)
  awake.holdFor('paused')
  vi.advanceTimersByTime(4 * 60_000)
  expect(running.size).toBe(1)
  vi.advanceTimersByTime(60_000)
  expect(running.size).toBe(0)
  awake.holdFor('paused')
  expect(running.size).toBe(1)
  awake.releaseFor('paused')
  expect(running.size).toBe(0)
})
