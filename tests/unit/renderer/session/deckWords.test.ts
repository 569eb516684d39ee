import { describe, expect, it } from 'vitest'
import type { InputHint } from '../../../../renderer/capture/inputHint'
import type { CaptureState } from '../../../../renderer/capture/machine'
import { deckWords } from '../../../../renderer/session/deckWords'

const TAKE = { takeId: 'a', takeNumber: 1 }
const RECORDING: CaptureState = { kind: 'recording', missing: null, ...TAKE }
const READY: CaptureState = { kind: 'ready', fault: null }

const words = (state: CaptureState, hint: InputHint | null = null, isDoubtful = false) =>
  deckWords(state, hint, isDoubtful)

describe('what the recorder says', () => {
  it('says that it records only while sound arrives', () => {
    const starting = { kind: 'starting', begun: TAKE, isEncoding: true, isHeard: false } as const
    expect(words(starting).status).not.toMatch(/recording/i)
    expect(words(RECORDING).status).toBe('Recording')
    expect(words({ ...RECORDING, missing: 'sound' }).status).toBe('Waiting for sound')
    expect(words({ ...RECORDING, missing: 'chunks' }).status).not.toMatch(/recording/i)
  })

  it('puts missing data before any other hint', () => {
    expect(words({ ...RECORDING, missing: 'sound' }, 'clipping', true).detail).toMatch(/no sound/i)
    expect(words({ ...RECORDING, missing: 'chunks' }, 'muted').detail).toMatch(/stalled/i)
    expect(words(RECORDING, 'clipping').detail).toMatch(/too loud/i)
  })

  it('says that another microphone may record, when nothing more urgent is to be said', () => {
    expect(words(RECORDING, null, true).detail).toMatch(/microphones have changed/i)
    expect(words(RECORDING, 'muted', true).detail).toMatch(/muted/i)
    expect(words(READY, null, true).detail).toBeNull()
  })

  it('gives no hint while nothing is heard on purpose', () => {
    expect(words({ kind: 'paused', ...TAKE }, 'silent').detail).toBeNull()
    expect(words(READY, 'silent').detail).toMatch(/quiet/i)
  })

  it('is short enough to be read at a glance', () => {
    const hints: InputHint[] = ['silent', 'no-signal', 'muted', 'clipping']
    const details = [
      ...hints.map((hint) => words(RECORDING, hint).detail),
      words(RECORDING, null, true).detail,
      words({ ...RECORDING, missing: 'sound' }).detail,
      words({ ...RECORDING, missing: 'chunks' }).detail,
    ]
    for (const detail of details) expect(detail?.length).toBeLessThan(85)
  })
})
