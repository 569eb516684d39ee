import { render } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaptureState } from '../../renderer/capture/captureMachine'
import { useAnnouncements, useHintAnnouncements } from '../../renderer/session/useAnnouncements'
import * as announcer from '../../renderer/ui/Announcer'

const TAKE = { takeId: 'take-1', takeNumber: 1 }
const READY: CaptureState = { kind: 'ready', fault: null }
const STARTING: CaptureState = {
  kind: 'starting',
  begun: null,
  isEncoding: false,
  isHeard: false,
  pauses: false,
}
const RECORDING: CaptureState = { kind: 'recording', missing: null, ...TAKE }
const PAUSED: CaptureState = { kind: 'paused', ...TAKE }

let said: string[]

beforeEach(() => {
  said = []
  const announce = (message: string) => void said.push(message)
  vi.spyOn(announcer, 'useAnnounce').mockReturnValue(announce)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

function Recorder({ state, hint }: { readonly state: CaptureState; readonly hint: string | null }) {
  useAnnouncements(state)
  useHintAnnouncements(hint)
  return null
}

function recorder() {
  const frame = (state: CaptureState, hint: string | null = null) => (
    <StrictMode>
      <Recorder state={state} hint={hint} />
    </StrictMode>
  )
  const { rerender } = render(frame(READY))
  return (state: CaptureState, hint: string | null = null) => rerender(frame(state, hint))
}

describe('what a screen reader hears of the recorder', () => {
  it('tells a start from a going on', () => {
    const become = recorder()
    for (const state of [STARTING, RECORDING, PAUSED, RECORDING]) become(state)
    expect(said).toEqual(['Recording started', 'Recording paused', 'Recording resumed'])
  })

  it('is told that sound is back', () => {
    const become = recorder()
    for (const missing of ['sound', null] as const) become({ ...RECORDING, missing })
    expect(said).toEqual(['Recording started', 'Sound is back'])
  })

  it('is told that nothing is heard, once while that stays', () => {
    const become = recorder()
    become(RECORDING, 'No sound')
    become({ ...RECORDING, takeNumber: 2 }, 'No sound')
    expect(said.filter((words) => words === 'No sound')).toHaveLength(1)
  })

  it('is not told the same again with every breath, but another hint at once', () => {
    vi.useFakeTimers()
    const become = recorder()
    for (const hint of ['Very quiet', null, 'Very quiet', 'Too loud']) become(READY, hint)
    expect(said).toEqual(['Very quiet', 'Too loud'])
    become(READY, null)
    vi.advanceTimersByTime(60_000)
    become(READY, 'Very quiet')
    expect(said).toEqual(['Very quiet', 'Too loud', 'Very quiet'])
  })
})
