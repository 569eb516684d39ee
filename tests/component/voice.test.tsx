import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useExample } from '../../renderer/example/useExample'
import { useVoice } from '../../renderer/example/useVoice'
import { FakeSpeech, FakeUtterance, LOCAL } from './fakeSpeech'
import { sampleQuestion } from './samples'

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

const voice = (language = 'en') => renderHook(() => useVoice(language))

describe('the voice of the system', () => {
  it('reads with a voice of this machine, in the language', () => {
    const { result } = voice()
    act(() => result.current.speak('Hello'))
    expect(result.current.state).toBe('speaking')
    expect(speech.spoken).toMatchObject([{ text: 'Hello', lang: 'en', voice: LOCAL }])
    act(() => void speech.spoken[0]?.dispatchEvent(new Event('end')))
    expect(result.current.state).toBe('silent')
  })

  it('reads another language with a voice of that language', () => {
    const { result } = voice('de')
    act(() => result.current.speak('Guten Tag'))
    expect(speech.spoken).toMatchObject([{ lang: 'de', voice: GERMAN }])
  })

  it.each([
    ['en-GB', 'en-GB'],
    ['en-US', 'en-US'],
    ['en', 'en-AU'],
    ['EN-us', 'en-US'],
    ['de-AT', 'de_DE'],
  ])('for %s is %s: of the very region, else as the system has chosen', (language, lang) => {
    const of = (tag: string, isDefault = false) => ({
      localService: true,
      lang: tag,
      default: isDefault,
    })
    speech.voices = [of('en-US'), of('de_DE'), of('en-GB'), of('en-AU', true)]
    const { result } = voice(language)
    act(() => result.current.speak('Hello'))
    expect(speech.spoken[0]?.voice).toMatchObject({ lang })
  })

  it('is missing for a language that no voice speaks, and says so', () => {
    const { result } = voice('pl')
    act(() => result.current.speak('Dzień dobry'))
    expect(speech.spoken).toEqual([])
    expect(result.current.state).toBe('missing')
    expect(result.current.missingWords).toBe('This system has no voice for this language')
    speech.voices = []
    act(() => void speech.dispatchEvent(new Event('voiceschanged')))
    expect(result.current.missingWords).toBe('This system has no voice to read with')
  })

  it('never reads with a voice of the network, and counts none', () => {
    speech.voices = [NETWORK]
    const { result } = voice()
    expect(result.current.state).toBe('missing')
    act(() => result.current.speak('Hello'))
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
    act(() => result.current.speak('First'))
    act(() => result.current.speak('Second'))
    speech.cancel.mockClear()
    act(() => void speech.spoken[0]?.dispatchEvent(new Event(late)))
    expect(result.current.state).toBe('speaking')
    expect(speech.cancel).not.toHaveBeenCalled()
  })

  it('notices an end that is never told', () => {
    const { result } = voice()
    act(() => result.current.speak('Hello'))
    act(() => void vi.advanceTimersByTime(2000))
    expect(result.current.state).toBe('speaking')
    speech.speaking = false
    act(() => void vi.advanceTimersByTime(1000))
    expect(result.current.state).toBe('silent')
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is silent when the screen is left', () => {
    const { result, unmount } = voice()
    act(() => result.current.speak('Hello'))
    unmount()
    expect(speech.cancel).toHaveBeenCalled()
    expect(vi.getTimerCount()).toBe(0)
  })

  it('is missing where there is no speech at all', () => {
    vi.stubGlobal('speechSynthesis', undefined)
    const { result } = voice()
    act(() => result.current.speak('Hello'))
    act(() => result.current.stop())
    expect(result.current.state).toBe('missing')
  })
})

describe('an example', () => {
  it('is read in the language of its question', () => {
    const question = sampleQuestion(1, { language: 'de' })
    const { result } = renderHook(() => useExample(question, true))
    act(() => result.current.listen())
    expect(speech.spoken).toMatchObject([
      { text: question.exampleAnswers[0]?.text, lang: 'de', voice: GERMAN },
    ])
  })
})
