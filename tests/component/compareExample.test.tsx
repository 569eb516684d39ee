import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { compare, reviewed, said } from './comparing'
import { FakeSpeech, FakeUtterance, LOCAL } from './fakeSpeech'

vi.mock('../../renderer/player/TakeWaveform', () => ({ TakeWaveform: () => null }))

let speech: FakeSpeech

beforeEach(() => {
  window.location.hash = ''
  speech = new FakeSpeech([LOCAL])
  vi.stubGlobal('speechSynthesis', speech)
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance)
})

const withExample = (language = 'en') =>
  compare([reviewed(1)], { takeB: 'example' }, undefined, language)
const press = (keys: string) => userEvent.keyboard(keys)
const current = () =>
  screen.getAllByRole('region').find((side) => side.ariaCurrent === 'true')?.ariaLabel

describe('a take against the example', () => {
  it('has the text beside the take', async () => {
    await withExample()
    expect(screen.getByRole('region', { name: 'Take A' })).toBeDefined()
    const example = screen.getByRole('region', { name: 'Example answer' })
    expect(example.textContent).toContain('I reach for Go.')
    expect(screen.getByText('An example, not the answer.')).toBeDefined()
  })

  it('goes between playing and reading with one key, one at a time', async () => {
    const { sounds } = await withExample()
    await press('f')
    expect(sounds.playing()).toHaveLength(1)
    expect(said()).toBe('Take A at 0:00')
    await press('f')
    expect(sounds.playing()).toEqual([])
    expect(speech.spoken.map(({ text }) => text)).toEqual(['I reach for Go.\n\nIt is boring.'])
    expect(screen.getByRole('button', { name: 'Stop listening' })).toBeDefined()
    expect(current()).toBe('Example answer')
    await press('f')
    expect(speech.cancel).toHaveBeenCalled()
    expect(sounds.playing()).toHaveLength(1)
    expect(current()).toBe('Take A')
  })

  it('is read in the language of the question, by a voice of that language', async () => {
    const german = { localService: true, lang: 'de-DE', name: 'Hier' }
    speech.voices = [...speech.voices, german]
    await withExample('de')
    await press('e')
    expect(speech.spoken).toMatchObject([{ lang: 'de', voice: german }])
    const example = screen.getByRole('region', { name: 'Example answer' })
    expect(example.querySelector('[lang="de"]')?.textContent).toContain('I reach for Go.')
  })

  it('says where there is no voice, and pauses for reading', async () => {
    speech.voices = []
    const { sounds } = await withExample()
    expect(screen.getByText(/This system has no voice/)).toBeDefined()
    await press(' ')
    await press('f')
    expect(sounds.playing()).toEqual([])
    expect(said()).toMatch(/^Paused/)
  })
})
