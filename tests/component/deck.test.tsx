import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Capture } from '../../renderer/capture/capture'
import type { CaptureState } from '../../renderer/capture/captureMachine'
import type { MicrophoneInUse } from '../../renderer/microphone/openedMicrophone'
import type { CaptureView } from '../../renderer/capture/useCapture'
import { sounding } from '../../renderer/player/playback'
import { Deck } from '../../renderer/session/deck/Deck'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'

const TAKE = { takeId: 'take-1', takeNumber: 1 }
const SUBJECT = { sessionId: 'session-1', questionId: 'trial/alpha' }
const READY: CaptureState = { kind: 'ready', fault: null }
const IN_USE: MicrophoneInUse = {
  label: 'System default',
  isFallback: false,
  isDoubtful: false,
  isMoved: false,
}
const RECORDING: CaptureState = { kind: 'recording', missing: null, ...TAKE }
const SAVING: CaptureState = { kind: 'saving', fault: null, wish: null, ...TAKE }
const FAILED: CaptureState = { kind: 'failed', reason: 'missing', fault: null }

beforeEach(() => {
  // jsdom cannot draw; the wave is tested elsewhere.
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
})

function deck({ recordableMs = 3_600_000, hasTake = false } = {}) {
  fakeBridge({ 'disk.room': () => ({ recordableMs }) })
  const source = new Capture()
  const onRecord = vi.fn()
  const frame = (state: CaptureState, microphone: MicrophoneInUse | null = null) => {
    const { levels, record, withdraw, pause, resume, stop, retry, dismissFault } = source
    const acts = { levels, record, withdraw, pause, resume, stop, retry, dismissFault }
    const capture: CaptureView = {
      ...source.snapshot.get(),
      state,
      microphone,
      ...acts,
      source,
    }
    return (
      <AppFrame>
        <Deck
          capture={capture}
          target={{ shortestMs: 60_000, longestMs: 120_000 }}
          hasTake={hasTake}
          onRecord={onRecord}
          kept={[]}
          onPause={() => {}}
          onMicrophone={() => {}}
        />
      </AppFrame>
    )
  }
  const { rerender } = render(frame(RECORDING))
  const become = (state: CaptureState, microphone?: MicrophoneInUse) =>
    rerender(frame(state, microphone))
  return { onRecord, become, levels: source.levels, hint: source.hint }
}

describe('the recorder', () => {
  it('keeps the focus on its button from Stop to the next Record', async () => {
    const { onRecord, become } = deck()
    screen.getByRole('button', { name: 'Stop' }).focus()
    become(SAVING)
    const record = screen.getByRole('button', { name: 'Record' })
    expect(document.activeElement).toBe(record)
    become(READY)
    expect(document.activeElement).toBe(record)
    await userEvent.keyboard('{Enter}')
    expect(onRecord).toHaveBeenCalledOnce()
  })

  it('can be asked a moment too early, says so, and how to take it back', async () => {
    const { onRecord, become } = deck()
    become({ kind: 'opening', fault: null, wish: null })
    const record = () => screen.getByRole('button', { name: 'Record' })
    await userEvent.click(record())
    expect(onRecord).toHaveBeenCalledOnce()
    become({ kind: 'opening', fault: null, wish: SUBJECT })
    expect(record().getAttribute('aria-pressed')).toBe('true')
    const recorder = within(screen.getByRole('region', { name: 'Recorder' }))
    expect(recorder.getByText(/^Recording starts as soon as it is open. Press R/)).toBeDefined()
    become({ ...SAVING, wish: SUBJECT })
    expect(recorder.getByText(/^The next take starts as soon as this one is/)).toBeDefined()
    become(SAVING)
    expect(record().getAttribute('aria-pressed')).toBeNull()
  })

  it('tells how much still fits when the disk is nearly full, in its own place and to be heard', async () => {
    deck({ recordableMs: 3 * 60_000 })
    const words = 'Room for about 3 minutes of recording on this disk.'
    const recorder = screen.getByRole('region', { name: 'Recorder' })
    expect(await within(recorder).findByText(words)).toBeTruthy()
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain(words))
  })

  it('cannot record without a microphone', () => {
    const { become } = deck()
    become(FAILED)
    expect(screen.getByRole('button', { name: 'Record' })).toHaveProperty('disabled', true)
  })

  it('tells screen readers what is wrong with the sound', () => {
    const { become } = deck()
    become({ ...RECORDING, missing: 'sound' })
    const region = document.querySelector('[aria-live]')
    expect(region?.textContent).toContain('No sound arrives.')
  })

  it('says "Recording" only while sound arrives', () => {
    const { become } = deck()
    expect(screen.getByText('Recording')).toBeDefined()
    become({ ...RECORDING, missing: 'sound' })
    expect(screen.queryByText('Recording')).toBeNull()
    expect(screen.getByText('Waiting for sound')).toBeDefined()
  })

  it('offers another microphone where this one sends nothing, and only then', async () => {
    const opened = vi.fn()
    HTMLSelectElement.prototype.showPicker = opened
    const { become, hint } = deck()
    const choose = () => screen.queryByRole('button', { name: 'Choose microphone' })
    become(READY)
    expect(choose()).toBeNull()
    act(() => hint.set('no-signal'))
    await userEvent.click(choose()!)
    expect(opened).toHaveBeenCalledOnce()
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Microphone' }))
    // In the middle of a take nobody is sent elsewhere.
    become(RECORDING)
    expect(choose()).toBeNull()
  })

  it('names the microphone that is really open, and tells when it is another one', () => {
    const { become } = deck()
    const microphone = { ...IN_USE, label: 'Desk' }
    const menu = screen.getByRole<HTMLSelectElement>('combobox', { name: 'Microphone' })
    const shown = () => menu.selectedOptions[0]?.textContent
    become(READY, microphone)
    expect(shown()).toBe('Desk (default)')
    const region = document.querySelector('[aria-live]')
    expect(region?.textContent).toBe('')
    become(READY, { ...microphone, label: 'Headset' })
    expect(region?.textContent).toBe('Microphone: Headset')
    expect(shown()).toBe('Headset (default)')
  })

  it('warns that the system may have given the take another microphone', () => {
    const { become } = deck()
    become(RECORDING, { ...IN_USE, isDoubtful: true })
    const recorder = screen.getByRole('region', { name: 'Recorder' })
    expect(within(recorder).getByText(/microphones have changed/i)).toBeDefined()
  })

  it('draws the live wave before the first take, and later only while one is made', () => {
    const wave = () => screen.queryByRole('img', { name: 'Live waveform' })
    const { become } = deck({ hasTake: true })
    expect(wave()).not.toBeNull()
    become(SAVING)
    expect(wave()).not.toBeNull()
    become(READY)
    expect(wave()).toBeNull()
  })

  it('draws it before the first take, while nothing is recorded', () => {
    const { become } = deck()
    become(READY)
    expect(screen.queryByRole('img', { name: 'Live waveform' })).not.toBeNull()
  })

  it('shows no level while a take plays, which is all that the microphone hears then', () => {
    const { become, levels } = deck({ hasTake: true })
    become(READY)
    const level = () => screen.getByRole('meter').getAttribute('aria-valuenow')
    const hear = () =>
      act(() => {
        levels.push({ lowest: -0.5, highest: 0.5, rms: 0.35, clippedCount: 0, frames: 960 }, false)
        levels.tell()
      })
    vi.spyOn(performance, 'now').mockReturnValue(10_000)
    hear()
    expect(level()).toBe('-6')
    act(() => sounding.set(true))
    expect(level()).toBe('-60')
    hear()
    expect(level()).toBe('-60')
    act(() => sounding.set(false))
    vi.spyOn(performance, 'now').mockReturnValue(20_000)
    hear()
    expect(level()).toBe('-6')
  })
})
