import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Capture } from '../../renderer/capture/capture'
import type { CaptureState } from '../../renderer/capture/captureMachine'
import type { MicrophoneInUse } from '../../renderer/microphone/openedMicrophone'
import type { CaptureView } from '../../renderer/capture/useCapture'
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

function deck(recordableMs = 3_600_000) {
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
          hasTake={false}
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
  return { onRecord, become }
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
    deck(3 * 60_000)
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
})
