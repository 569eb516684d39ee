import './dialogElement'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MockInterviewButton } from '../../renderer/mock/setup/MockInterviewButton'
import { DEFAULT_SETTINGS } from '../../shared/defaults'
import { AppError } from '../../shared/errors'
import type { Settings } from '../../shared/model'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'
import { FakeSpeech, FakeUtterance, LOCAL } from './fakeSpeech'
import { id, samplePack, sampleSession } from './samples'

// It is loaded ahead, and not what is looked at.
vi.mock('../../renderer/mock/MockScreen', () => ({ MockScreen: () => null }))

const PACKS = [
  samplePack({ id: 'acme', kind: 'own', title: 'Acme', questionCount: 4 }),
  samplePack({ id: 'empty', kind: 'own', title: 'Empty', questionCount: 0 }),
  samplePack(),
  samplePack({ id: 'questions-to-ask', title: 'Questions to ask', questionCount: 12 }),
]

function stubVoices(voices: unknown[]): void {
  vi.stubGlobal('speechSynthesis', new FakeSpeech(voices))
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance)
}

beforeEach(() => {
  window.location.hash = ''
})
afterEach(() => vi.unstubAllGlobals())

async function open(
  mock: Partial<Settings['mock']> = {},
  practiceScope: Settings['practiceScope'] = null,
) {
  const chosen = { ...DEFAULT_SETTINGS.mock, ...mock }
  const settings = { ...DEFAULT_SETTINGS, practiceScope, mock: chosen }
  const bridge = fakeBridge({
    'packs.list': () => PACKS,
    'sessions.start': () => sampleSession({ id: id(7), kind: 'mock' }),
    'settings.change': (change) => ({ ...settings, ...change }) as Settings,
  })
  render(
    <AppFrame settings={settings}>
      <MockInterviewButton />
    </AppFrame>,
  )
  await userEvent.click(screen.getByRole('button', { name: 'Mock interview' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Mock interview' }))
  await dialog.findByRole('combobox', { name: 'Questions from' })
  return { bridge, dialog }
}

type Dialog = Awaited<ReturnType<typeof open>>['dialog']
const optionsOf = (dialog: Dialog, name: string) =>
  within(dialog.getByRole('combobox', { name }))
    .getAllByRole('option')
    .map(({ textContent }) => textContent)

describe('the dialog of a mock interview', () => {
  it('offers every source with a question in it, and the times', async () => {
    const { dialog } = await open()
    expect(optionsOf(dialog, 'Questions from')).toEqual([
      'What I practise for',
      'My own questions',
      'Acme',
      'Backend Developer',
      'Questions to ask',
    ])
    expect(optionsOf(dialog, 'Think time')).toEqual([
      'None',
      '15 seconds',
      '30 seconds',
      '60 seconds',
    ])
    expect(optionsOf(dialog, 'Answer limit')).toEqual([
      "The question's",
      '1 minute',
      '2 minutes',
      '3 minutes',
      'None',
    ])
    expect(dialog.getByText('of 23, drawn at random')).toBeDefined()
  })

  it.each([
    [{ packIds: ['backend-developer'], includesOwn: false }, 'of 19, drawn at random'],
    [{ packIds: ['backend-developer'], includesOwn: true }, 'of 23, drawn at random'],
    [{ packIds: ['gone'], includesOwn: false }, 'of 23, drawn at random'],
  ])('asks what one practises for: %j', async (scope, words) => {
    const { dialog } = await open({}, scope)
    expect(dialog.getByText(words)).toBeDefined()
  })

  it('begins with what was chosen, goes there, and remembers it', async () => {
    const { bridge, dialog } = await open()
    await userEvent.selectOptions(
      dialog.getByRole('combobox', { name: 'Questions from' }),
      'My own questions',
    )
    await userEvent.selectOptions(dialog.getByRole('combobox', { name: 'Think time' }), 'None')
    await userEvent.selectOptions(
      dialog.getByRole('combobox', { name: 'Answer limit' }),
      '2 minutes',
    )
    expect(dialog.getByText('There are 4: all are asked')).toBeDefined()
    const number = dialog.getByRole('spinbutton', { name: 'How many questions' })
    await userEvent.clear(number)
    expect(dialog.getByRole<HTMLButtonElement>('button', { name: 'Begin' }).disabled).toBe(true)
    await userEvent.type(number, '3')
    await userEvent.click(dialog.getByRole('checkbox', { name: /follow-up/ }))
    await userEvent.click(dialog.getByRole('button', { name: 'Begin' }))
    await waitFor(() => expect(window.location.hash).toBe(`#/session/${id(7)}`))
    const settings = {
      thinkMs: 0,
      limit: 120_000,
      speaks: false,
      hidesText: false,
      asksFollowUps: true,
    }
    const from = { kind: 'own' }
    expect(bridge.inputs('sessions.start')).toEqual([
      { kind: 'mock', from, questionCount: 3, settings },
    ])
    expect(bridge.inputs('settings.change')).toEqual([
      { mock: { ...settings, from, questionCount: 3 } },
    ])
  })

  it('opens as it was left; a pack that is gone gives way to everything', async () => {
    const { dialog } = await open({ questionCount: 9, from: { kind: 'pack', packId: 'gone' } })
    expect(dialog.getByRole<HTMLInputElement>('spinbutton').value).toBe('9')
    expect(dialog.getByRole<HTMLSelectElement>('combobox', { name: 'Questions from' }).value).toBe(
      'scope',
    )
  })

  it('says why nothing is begun', async () => {
    const { bridge, dialog } = await open()
    bridge.answer({
      'sessions.start': () => {
        throw new AppError('DISK_FULL')
      },
    })
    await userEvent.click(dialog.getByRole('button', { name: 'Begin' }))
    expect(await dialog.findByRole('alert')).toBeDefined()
    expect(window.location.hash).toBe('')
  })
})

describe('its voice', () => {
  it('is not offered where the system has none, which it says, and stays remembered', async () => {
    stubVoices([])
    const { bridge, dialog } = await open({ speaks: true, hidesText: true })
    const speaks = dialog.getByRole<HTMLInputElement>('checkbox', { name: 'Speak the question' })
    expect([speaks.disabled, speaks.checked]).toEqual([true, false])
    expect(dialog.getByText('This system has no voice to read with')).toBeDefined()
    await userEvent.click(dialog.getByRole('button', { name: 'Begin' }))
    await waitFor(() => expect(bridge.inputs('sessions.start')).toHaveLength(1))
    expect(bridge.inputs('sessions.start')[0]).toMatchObject({
      settings: { speaks: false, hidesText: false },
    })
    expect(bridge.inputs('settings.change')).toMatchObject([{ mock: { speaks: true } }])
  })

  it('hides the text only when it speaks', async () => {
    stubVoices([LOCAL])
    const { dialog } = await open()
    const hides = () =>
      dialog.getByRole<HTMLInputElement>('checkbox', { name: "Hide the question's text" })
    expect(hides().disabled).toBe(true)
    await userEvent.click(dialog.getByRole('checkbox', { name: 'Speak the question' }))
    expect(hides().disabled).toBe(false)
  })
})
