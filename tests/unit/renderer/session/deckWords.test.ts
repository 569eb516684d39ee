import { describe, expect, it } from 'vitest'
import { deckWords } from '../../../../renderer/session/deckWords'

const TAKE = { takeId: 'a', takeNumber: 1 }

describe('what the recorder says', () => {
  it('does not say that it records before sound has arrived', () => {
    const starting = { kind: 'starting', begun: TAKE, isEncoding: true, isHeard: false } as const
    expect(deckWords(starting, null).status).not.toMatch(/recording/i)
    expect(deckWords({ kind: 'recording', missing: null, ...TAKE }, null).status).toBe('Recording')
  })

  it('puts missing data before any other hint', () => {
    const recording = { kind: 'recording', missing: 'chunks', ...TAKE } as const
    expect(deckWords(recording, 'clipping').detail).toMatch(/nothing has arrived/i)
    expect(deckWords({ ...recording, missing: null }, 'clipping').detail).toMatch(/too loud/i)
  })

  it('gives no hint while nothing is heard on purpose', () => {
    expect(deckWords({ kind: 'paused', ...TAKE }, 'silent').detail).toBeNull()
    expect(deckWords({ kind: 'ready', fault: null }, 'silent').detail).toMatch(/quiet/i)
  })
})
