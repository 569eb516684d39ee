import { act, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MockScreen } from '../../renderer/mock/MockScreen'
import { USUAL_MOCK } from '../../shared/mock/mockDefaults'
import type { MockSettings } from '../../shared/mock/mockSettings'
import type { Session } from '../../shared/model'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'
import { FakeSpeech, FakeUtterance, LOCAL } from './fakeSpeech'
import { fakeMicrophones } from './microphones'
import { id, sampleQuestion, sampleSession, sampleTake } from './samples'

let speech: FakeSpeech
beforeEach(() => {
  speech = new FakeSpeech([LOCAL])
  vi.stubGlobal('speechSynthesis', speech)
  vi.stubGlobal('SpeechSynthesisUtterance', FakeUtterance)
  window.location.hash = `#/session/${id(1)}`
})
afterEach(() => vi.unstubAllGlobals())

const sessionWith = (mock: Partial<MockSettings>, change: Partial<Session> = {}) =>
  sampleSession({
    kind: 'mock',
    title: 'Mock interview',
    finishedAtMs: null,
    settings: { mock: { ...USUAL_MOCK, ...mock } },
    ...change,
  })

function show(session: Session, microphone: 'refused' | 'opening' = 'opening') {
  const { getUserMedia } = fakeMicrophones()
  if (microphone === 'opening') getUserMedia.mockReturnValue(new Promise<never>(() => {}))
  const bridge = fakeBridge({
    'sessions.visit': () => undefined,
    'sessions.finish': () => undefined,
    'app.keepAwake': () => undefined,
  })
  render(
    <AppFrame>
      <MockScreen session={session} />
    </AppFrame>,
  )
  return bridge
}

const heading = () => screen.getByRole('heading', { level: 1 })
const said = () => act(() => void speech.spoken.at(-1)!.dispatchEvent(new Event('end')))

describe('a mock interview that runs', () => {
  it('shows the question and nothing else, and keeps the display on', async () => {
    const bridge = show(sessionWith({}))
    expect(heading().textContent).toBe('What is question 1?')
    expect(document.activeElement).toBe(heading())
    expect(screen.getByText('Question 1 of 3')).toBeDefined()
    expect(await screen.findByRole('timer', { name: 'Think time' })).toBeDefined()
    expect(screen.queryByRole('timer', { name: 'Elapsed' })).toBeNull()
    expect(screen.queryByRole('navigation')).toBeNull()
    expect(screen.queryByText(/example/i)).toBeNull()
    expect(bridge.inputs('sessions.visit')).toHaveLength(1)
    expect(bridge.inputs('app.keepAwake')[0]).toEqual({ isOn: true })
  })

  it('says the question, and says it again where its text is hidden', async () => {
    show(sessionWith({ speaks: true, hidesText: true }))
    expect(heading().textContent).toBe('Question 1')
    expect(document.body.textContent).not.toContain('What is question 1?')
    expect(speech.spoken.map(({ text }) => text)).toEqual(['What is question 1?'])
    expect(screen.queryByRole('button', { name: 'Start answering' })).toBeNull()
    said()
    await userEvent.click(screen.getByRole('button', { name: 'Repeat' }))
    expect(speech.spoken).toHaveLength(2)
    expect(screen.queryByRole('timer', { name: 'Think time' })).toBeNull()
    said()
    expect(screen.getByRole('timer', { name: 'Think time' })).toBeDefined()
  })

  it('shows what no voice of the system can say', () => {
    speech.voices = []
    show(sessionWith({ speaks: true, hidesText: true }))
    expect(heading().textContent).toBe('What is question 1?')
    expect(screen.queryByRole('button', { name: 'Repeat' })).toBeNull()
  })

  it('can be left: nothing was said, and it is asked again', async () => {
    const bridge = show(sessionWith({}))
    await userEvent.click(screen.getByRole('button', { name: 'Leave interview' }))
    expect(heading().textContent).toBe('The interview waits')
    expect(screen.getByText(/^Nothing was said yet/)).toBeDefined()
    expect(bridge.inputs('app.keepAwake').at(-1)).toEqual({ isOn: false })
    await userEvent.click(screen.getByRole('button', { name: 'Go on with question 1' }))
    expect(heading().textContent).toBe('What is question 1?')
  })

  it('stops without a microphone, says so, and offers to go on', async () => {
    show(sessionWith({}), 'refused')
    const alert = within(await screen.findByRole('alert'))
    expect(alert.getByText('Soundcheck is not allowed to use the microphone.')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Go on with question 1' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Back to Practice' })).toBeDefined()
  })
})

describe('a mock interview that is come back to', () => {
  const questions = [
    sampleQuestion(1, { takes: [sampleTake(1, { questionId: sampleQuestion(1).id })] }),
    sampleQuestion(2),
  ]

  it('waits, and goes on with the first question without an answer', async () => {
    show(sessionWith({}, { questions, questionCount: 2 }))
    expect(screen.getByText(/^What you said to 1 of 2 questions is kept/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Go on with question 2' }))
    expect(heading().textContent).toBe('What is question 2?')
  })

  it('can be finished there', async () => {
    const bridge = show(sessionWith({}, { questions, questionCount: 2 }))
    await userEvent.click(screen.getByRole('button', { name: 'Finish interview' }))
    expect(bridge.inputs('sessions.finish')).toEqual([{ sessionId: id(1) }])
    expect(window.location.hash).toBe(`#/session/${id(1)}/interview-finished`)
  })
})
