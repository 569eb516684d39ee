import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { LevelFeed } from '../../renderer/level/levelFeed'
import { hearingWords } from '../../renderer/microphone/hearingWords'
import { useHeard } from '../../renderer/microphone/useHeard'

/** Frames of 20 ms at this loudness, three at a time. */
function speak(levels: LevelFeed, rmsDb: number, frames: number): void {
  const rms = 10 ** (rmsDb / 20)
  const frame = { lowest: -rms, highest: rms, rms, clippedCount: 0, frames: 960 }
  act(() => {
    for (let index = 0; index < frames; index += 1) {
      levels.push(frame, false)
      if (index % 3 === 2) levels.tell()
    }
    levels.tell()
  })
}

describe('hearing a voice', () => {
  it('takes a third of a second of it', () => {
    const levels = new LevelFeed()
    const { result } = renderHook(() => useHeard(levels))
    speak(levels, -30, 10)
    expect(result.current).toBe(false)
    speak(levels, -30, 5)
    expect(result.current).toBe(true)
  })

  it('stays heard in the pauses', () => {
    const levels = new LevelFeed()
    const { result } = renderHook(() => useHeard(levels))
    speak(levels, -30, 20)
    speak(levels, -70, 500)
    expect(result.current).toBe(true)
  })

  it('is not fooled by a quiet room or a knock on the table', () => {
    const levels = new LevelFeed()
    const { result } = renderHook(() => useHeard(levels))
    speak(levels, -55, 500)
    for (let knocks = 0; knocks < 10; knocks += 1) {
      speak(levels, -10, 5)
      speak(levels, -60, 50)
    }
    expect(result.current).toBe(false)
  })
})

describe('the words for it', () => {
  it('asks, then confirms', () => {
    expect(hearingWords(null, false)).toBe('Say something')
    expect(hearingWords(null, true)).toBe('I can hear you')
  })

  it('takes a pause in the speech for a pause', () => {
    expect(hearingWords('silent', true)).toBe('I can hear you')
  })

  it('names the problem, also when all was well before', () => {
    expect(hearingWords('no-signal', true)).toMatch(/^No sound comes in/)
    expect(hearingWords('clipping', true)).toMatch(/^That is too loud/)
    expect(hearingWords('silent', false)).toMatch(/^It is very quiet/)
  })
})
