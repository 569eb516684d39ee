import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useVoice } from '../../renderer/example/useVoice'
import { FakeSpeech, FakeUtterance, LOCAL } from './fakeSpeech'

const GERMAN = { localService: true, lang: 'de-DE', name: 'Hier' }
const NETWORK = { localService: false, lang: 'en-GB', name: 'Elsewhere' }

let speech: FakeSpeech

beforeEach(() => {
  vi.useFakeTimers()
  speech = new FakeSpeech([NETWORK, GERMAN, LOCAL])
  vi.stubGlobal('speechSynthesis', speech)
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const voice = () => renderHook(() => useVoice())

describe('the voice of the system', () => {
  it('reads with a voice of this machine, in the language', () => {
    const { result } = voice()
    act(() => result.current.speak('Hello', 'en'))
    expect(result.current.state).toBe('speaking')
    expect(speech.spoken).toMatchObject([{ text: 'Hello', lang: 'en', voice: LOCAL }])
    act(() => void speech.spoken[0]?.dispatchEvent(new Event('end')))
    expect(result.current.state).toBe('silent')
  })

  it('never reads with a voice of the network, and counts none', () => {
    speech.voices = [NETWORK]
    const { result } = voice()
    expect(result.current.state).toBe('missing')
    act(() => result.current.speak('Hello', 'en'))
    expect(speech.spoken).toEqual([])
    expect(result.current.state).toBe('missing')
  })

  it('is there as soon as the system has loaded it', () => {
    speech.voices = []
    const { result } = voice()
    expect(result.current.state).toBe('missing')
    speech.voices = [LOCAL]
    act(() => void speech.dispatchEvent(new Event('voiceschanged')))
    expect(result.current.state).toBe('silent')
  })

  it.each(['end', 'error'])('is not silenced by the late %s of what was cancelled', (late) => {
    const { result } = voice()
    act(() => result.current.speak('First', 'en'))
    act(() => result.current.speak('Second', 'en'))
    speech.cancel.mockClear()
    act(() => void speech.spoken[0]?.dispatchEvent(new Event(late)))
    expect(result.current.state).toBe('speaking')
    expect(speech.cancel).not.toHaveBeenCalled()
  })

  it('notices an end that is never told', () => {
    const { result } = voice()
    act(() => result.current.speak('Hello', 'en'))
    act(() => void vi.advanceTimersByTime(2000))
    expect(result.current.state).toBe('speaking')
    speech.speaking = false
    act(() => void vi.advanceTimersByTime(1000))
    expect(result.current.state).toBe('silent')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is silent when the screen is left', () => {
    const { result, unmount } = voice()
    act(() => result.current.speak('Hello', 'en'))
    unmount()
    expect(speech.cancel).toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is missing where there is no speech at all', () => {
    vi.stubGlobal('speechSynthesis', undefined)
    const { result } = voice()
    act(() => result.current.speak('Hello', 'en'))
    act(() => result.current.stop())
    expect(result.current.state).toBe('missing')
  })
})
