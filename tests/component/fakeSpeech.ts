import { vi } from 'vitest'

/* jsdom has no speech: utterances that end when the test says so. */

export const LOCAL = { localService: true, lang: 'en-US', name: 'Here' }

export class FakeUtterance extends EventTarget {
  lang = ''
  voice: unknown = null
  readonly text: string

  constructor(text: string) {
    super()
    this.text = text
  }
}

export class FakeSpeech extends EventTarget {
  voices: unknown[]
  speaking = false
  readonly spoken: FakeUtterance[] = []

  constructor(voices: unknown[]) {
    super()
    this.voices = voices
  }

  getVoices = () => this.voices
  cancel = vi.fn(() => {
    this.speaking = false
  })
  speak = (utterance: FakeUtterance) => {
    this.spoken.push(utterance)
    this.speaking = true
  }
}
