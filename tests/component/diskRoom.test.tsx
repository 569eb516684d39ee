import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { useDiskRoom } from '../../renderer/session/deck/useDiskRoom'
import { AppError } from '../../shared/errors'
import { fakeBridge } from './fakeBridge'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const wait = (durationMs: number) => act(() => vi.advanceTimersByTimeAsync(durationMs))

it('asks at once and every five seconds, and no more once the screen is left', async () => {
  let recordableMs = 60_000
  const bridge = fakeBridge({ 'disk.room': () => ({ recordableMs }) })
  const { result, unmount } = renderHook(useDiskRoom)
  expect(result.current).toBeNull()
  await wait(0)
  expect(result.current).toBe(60_000)
  recordableMs = 20_000
  await wait(4999)
  expect(result.current).toBe(60_000)
  await wait(1)
  expect(result.current).toBe(20_000)
  unmount()
  await wait(60_000)
  expect(bridge.inputs('disk.room')).toHaveLength(2)
})

it('keeps what it knows when there is no answer', async () => {
  const bridge = fakeBridge({ 'disk.room': () => ({ recordableMs: 60_000 }) })
  const { result } = renderHook(useDiskRoom)
  await wait(0)
  bridge.answer({
    'disk.room': () => {
      throw new AppError('INTERNAL')
    },
  })
  await wait(15_000)
  expect(result.current).toBe(60_000)
  expect(bridge.inputs('disk.room')).toHaveLength(4)
})
