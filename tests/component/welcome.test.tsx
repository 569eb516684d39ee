import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { WelcomeScreen } from '../../renderer/welcome/WelcomeScreen'
import { DEFAULT_SETTINGS } from '../../shared/defaults'
import { AppError } from '../../shared/errors'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'
import { samplePack } from './samples'
import { fakeMicrophones, type FakeMicrophones } from './microphones'

function show() {
  const bridge = fakeBridge({
    'packs.list': () => [
      samplePack({ id: 'acme', kind: 'own', title: 'Acme' }),
      samplePack(),
      samplePack({ id: 'behavioural', title: 'Behavioural, any job' }),
      samplePack({ id: 'questions-to-ask', title: 'Questions to ask them' }),
    ],
    'settings.change': (change) => ({ ...DEFAULT_SETTINGS, ...(change as object) }),
  })
  render(
    <AppFrame settings={DEFAULT_SETTINGS}>
      <WelcomeScreen />
    </AppFrame>,
  )
  return bridge
}

describe('Welcome', () => {
  let microphones: FakeMicrophones
  beforeEach(() => {
    window.location.hash = ''
    microphones = fakeMicrophones()
  })

  it('says three things and stores that they were read', async () => {
    const bridge = show()
    expect(screen.getByRole('heading', { name: 'Welcome', level: 1 })).toBeDefined()
    expect(screen.getAllByRole('listitem')).toHaveLength(3)
    await userEvent.click(screen.getByRole('button', { name: 'Get started' }))
    expect(bridge.inputs('settings.change')).toMatchObject([{ welcomed: true }])
    expect(window.location.hash).toBe('#/practice')
    expect(microphones.getUserMedia).not.toHaveBeenCalled()
  })

  it('asks what the interview is for, with one chosen already', async () => {
    const bridge = show()
    const purpose = within(
      await screen.findByRole('radiogroup', { name: 'What is your interview for?' }),
    )
    await purpose.findByRole('radio', { name: 'Backend Developer' })
    const radios = purpose.getAllByRole<HTMLInputElement>('radio')
    expect(radios.map(({ labels }) => labels?.[0]?.textContent)).toEqual([
      'Backend Developer',
      'Behavioural, any job',
      'My own questions',
    ])
    expect(radios.map(({ checked }) => checked)).toEqual([true, false, false])
    await userEvent.click(radios[1]!)
    await userEvent.click(screen.getByRole('button', { name: 'Get started' }))
    await userEvent.click(radios[2]!)
    await userEvent.click(screen.getByRole('button', { name: 'Get started' }))
    expect(bridge.inputs('settings.change')).toEqual([
      { welcomed: true, practiceScope: { packIds: ['behavioural'], includesOwn: true } },
      { welcomed: true, practiceScope: { packIds: [], includesOwn: true } },
    ])
  })

  it.each([
    ['NotAllowedError', 'Soundcheck is not allowed to use the microphone.'],
    ['NotFoundError', 'There is no microphone.'],
    ['NotReadableError', 'Another program holds the microphone.'],
    ['AbortError', 'The microphone does not start.'],
  ])('says what is wrong with the microphone after %s', async (name, words) => {
    microphones.getUserMedia.mockRejectedValue(new DOMException('', name))
    show()
    await userEvent.click(screen.getByRole('button', { name: 'Check microphone' }))
    expect((await screen.findByRole('alert')).textContent).toContain(words)
    expect(screen.getByRole('combobox', { name: 'Microphone' })).toBeDefined()
    const attempts = microphones.getUserMedia.mock.calls.length
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(microphones.getUserMedia.mock.calls.length).toBeGreaterThan(attempts)
    expect(screen.getByRole('button', { name: 'Get started' })).toBeDefined()
  })

  it('says why when it cannot be remembered', async () => {
    const bridge = show()
    bridge.answer({
      'settings.change': () => {
        throw new AppError('DISK_FULL')
      },
    })
    await userEvent.click(screen.getByRole('button', { name: 'Get started' }))
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
  })
})
