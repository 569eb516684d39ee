import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { canSay, sayAloud } from '../../renderer/mock/sayAloud'
import { FakeSpeech, FakeUtterance, LOCAL } from './fakeSpeech'

let speech: FakeSpeech
const onSaid = vi.fn()

beforeEach(() => {
  vi.useFakeTimers()
  onSaid.mockReset()
  speech = new FakeSpeech([LOCAL])
  vi.stubGlobal('speechSynthesis', speech)
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const tell = (type: string) => speech.spoken.at(-1)!.dispatchEvent(new Event(type))

it('says the words in their language, and tells once when it has', () => {
  expect([canSay('en'), canSay('de')]).toEqual([true, false])
  sayAloud('Why us?', 'en', onSaid)
  expect(speech.spoken).toMatchObject([{ text: 'Why us?', lang: 'en', voice: LOCAL }])
  expect(onSaid).not.toHaveBeenCalled()
  tell('end')
  tell('end')
  vi.advanceTimersByTime(60_000)
  expect(onSaid).toHaveBeenCalledOnce()
})

it('goes on where the voice fails, ends without a word, or hangs', () => {
  sayAloud('Why us?', 'en', onSaid)
  tell('error')
  expect(onSaid).toHaveBeenCalledTimes(1)

  sayAloud('Why us?', 'en', onSaid)
  speech.speaking = false
  vi.advanceTimersByTime(1000)
  expect(onSaid).toHaveBeenCalledTimes(2)

  sayAloud('Why us?', 'en', onSaid)
  vi.advanceTimersByTime(10_000)
  expect(onSaid).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(2000)
  expect(onSaid).toHaveBeenCalledTimes(3)
  expect(speech.speaking).toBe(false)
})

it('goes on where there is no such voice', () => {
  sayAloud('Warum wir?', 'de', onSaid)
  expect(speech.spoken).toEqual([])
  vi.advanceTimersByTime(0)
  expect(onSaid).toHaveBeenCalledOnce()
})

it('is silenced, and then tells nothing', () => {
  const silence = sayAloud('Why us?', 'en', onSaid)
  silence()
  expect(speech.speaking).toBe(false)
  tell('end')
  vi.advanceTimersByTime(60_000)
  expect(onSaid).not.toHaveBeenCalled()
})
