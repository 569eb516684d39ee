import { describe, expect, it } from 'vitest'
import type { InputHint } from '../../../../../renderer/level/inputHint'
import type { CaptureState } from '../../../../../renderer/capture/captureMachine'
import type { MicrophoneInUse } from '../../../../../renderer/microphone/openedMicrophone'
import { deckWords } from '../../../../../renderer/session/deck/deckWords'

const TAKE = { takeId: 'a', takeNumber: 1 }
const RECORDING: CaptureState = { kind: 'recording', missing: null, ...TAKE }
const READY: CaptureState = { kind: 'ready', fault: null }

const DESK: MicrophoneInUse = {
  label: 'Desk',
  isFallback: false,
  isDoubtful: false,
  isMoved: false,
}
const DOUBTFUL = { ...DESK, isDoubtful: true }
const MOVED = { ...DESK, isMoved: true }

const words = (state: CaptureState, hint: InputHint | null = null, microphone = DESK) =>
  deckWords(state, { hint, microphone, kept: [], hasTake: false })

describe('what the recorder says', () => {
  it('says that it records only while sound arrives', () => {
    const starting = {
      kind: 'starting',
      begun: TAKE,
      isEncoding: true,
      isHeard: false,
      pauses: false,
    } as const
    expect(words(starting).status).not.toMatch(/recording/i)
    expect(words(RECORDING).status).toBe('Recording')
    expect(words({ ...RECORDING, missing: 'sound' }).status).toBe('Waiting for sound')
    expect(words({ ...RECORDING, missing: 'chunks' }).status).not.toMatch(/recording/i)
  })

  it('puts missing data before any other hint', () => {
    expect(words({ ...RECORDING, missing: 'sound' }, 'clipping', DOUBTFUL).detail).toMatch(
      /no sound/i,
    )
    expect(words({ ...RECORDING, missing: 'chunks' }, 'muted').detail).toMatch(/stalled/i)
    expect(words(RECORDING, 'clipping').detail).toMatch(/too loud/i)
  })

  it('says that another microphone may record, when nothing more urgent is to be said', () => {
    expect(words(RECORDING, null, DOUBTFUL).detail).toMatch(/microphones have changed/i)
    expect(words(RECORDING, 'muted', DOUBTFUL).detail).toMatch(/muted/i)
    expect(words(READY, null, DOUBTFUL).detail).toBeNull()
  })

  it('says that another microphone records, when the system says so', () => {
    expect(words(RECORDING, null, MOVED).detail).toMatch(/switched to another microphone/i)
    expect(words(RECORDING, 'no-signal', MOVED).detail).toMatch(/no sound/i)
  })

  it('gives no hint while nothing is heard on purpose', () => {
    expect(words({ kind: 'paused', ...TAKE }, 'silent').detail).toBeNull()
    expect(words(READY, 'silent').detail).toMatch(/quiet/i)
  })

  it('is short enough to be read at a glance', () => {
    const hints: InputHint[] = ['silent', 'no-signal', 'muted', 'clipping']
    const details = [
      ...hints.map((hint) => words(RECORDING, hint).detail),
      words(RECORDING, null, DOUBTFUL).detail,
      words(RECORDING, null, MOVED).detail,
      words({ ...RECORDING, missing: 'sound' }).detail,
      words({ ...RECORDING, missing: 'chunks' }).detail,
    ]
    for (const detail of details) expect(detail?.length).toBeLessThan(85)
  })

  it('is not ready where nothing comes in, with and without a take to listen to', () => {
    for (const hasTake of [false, true]) {
      const status = (hint: InputHint | null) =>
        deckWords(READY, { hint, microphone: DESK, kept: [], hasTake }).status
      expect(status(null)).toBe('Ready')
      expect(status('silent')).toBe('Ready')
      expect(status('no-signal')).toBe('No sound')
      expect(status('muted')).toBe('No sound')
    }
    expect(words(RECORDING, 'no-signal').status).toBe('Recording')
  })

  it('says nothing of a quiet room or a loud loudspeaker while one listens', () => {
    const listening = (hint: InputHint) =>
      deckWords(READY, { hint, microphone: DESK, kept: [], hasTake: true }).detail
    expect(listening('silent')).toBeNull()
    expect(listening('clipping')).toBeNull()
    expect(listening('muted')).toMatch(/muted/)
    expect(listening('no-signal')).toMatch(/No sound/)
    expect(words(READY, 'silent').detail).toMatch(/quiet/)
  })
})
