import './dialogElement'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { App } from '../../renderer/App'
import type { RequestOutput } from '../../shared/contract'
import type { Session } from '../../shared/model'
import { AppError } from '../../shared/errors'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'
import { silentAudio } from './mediaElements'
import { fakeMicrophones } from './microphones'
import { id, samplePack, sampleQuestion, sampleSession, sampleTake } from './samples'

// A canvas is needed to draw it; what it draws is tested where it is real, in the e2e tests.
vi.mock('../../renderer/player/TakeWaveform', () => ({ TakeWaveform: () => null }))

const QUESTION = 'backend-developer/question-1'
const take = (number: number, notes = '') => sampleTake(number, { questionId: QUESTION, notes })
const sessionWith = (...takes: ReturnType<typeof take>[]): Session =>
  sampleSession({ finishedAtMs: null, questions: [sampleQuestion(1, { takes })] })

function open(
  hash: string,
  session: Session | (() => Session),
  recovered: RequestOutput<'recovery.list'> = [],
) {
  window.location.hash = hash
  const bridge = fakeBridge({
    'recovery.list': () => recovered,
    'recovery.database': () => null,
    'packs.list': () => [samplePack()],
    'sessions.open': typeof session === 'function' ? session : () => session,
    'takes.peaks': () => new Uint8Array(),
    'takes.annotate': () => undefined,
  })
  render(
    <AppFrame>
      <App />
    </AppFrame>,
  )
  const becomes = (next: Session) => {
    bridge.answer({ 'sessions.open': () => next })
    act(() => bridge.emit('library.changed', undefined))
  }
  return { bridge, becomes }
}

const takes = () => within(screen.getByRole('list', { name: 'Takes' })).getAllByRole('listitem')
const notes = () => screen.findByRole('textbox', { name: 'Notes' })

describe('when main tells that the library has changed', () => {
  beforeEach(() => {
    fakeMicrophones()
    silentAudio()
    Element.prototype.scrollIntoView = vi.fn()
    // jsdom cannot draw; the wave is tested elsewhere.
    vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(null)
  })

  it('a past session shows the takes that are there now', async () => {
    const { becomes } = open(`#/history/${id(1)}`, sessionWith(take(1)))
    await screen.findByRole('list', { name: 'Takes' })
    becomes(sessionWith(take(1), take(2)))
    await waitFor(() => expect(takes()).toHaveLength(2))
  })

  it('a session does so too, and keeps what is being typed', async () => {
    const { bridge, becomes } = open(`#/session/${id(1)}`, sessionWith(take(2)))
    await userEvent.type(await notes(), 'Slower')
    becomes(sessionWith(take(1), take(2, 'Then')))
    await waitFor(() => expect(takes()).toHaveLength(2))
    expect(await notes()).toHaveProperty('value', 'Slower')
    await userEvent.type(await notes(), ', please')
    await userEvent.tab()
    await waitFor(() =>
      expect(bridge.inputs('takes.annotate').at(-1)).toEqual({
        takeId: take(2).id,
        notes: 'Slower, please',
      }),
    )
  })

  it('saves what was typed to a take that makes room for a newer one', async () => {
    const { bridge, becomes } = open(`#/session/${id(1)}`, sessionWith(take(1)))
    await userEvent.type(await notes(), 'Slower')
    becomes(sessionWith(take(1), take(2)))
    await waitFor(() => expect(takes()).toHaveLength(2))
    expect(bridge.inputs('takes.annotate').at(-1)).toEqual({ takeId: take(1).id, notes: 'Slower' })
  })

  it('shows notes that were brought back, where nothing else was typed', async () => {
    const { becomes } = open(`#/session/${id(1)}`, sessionWith(take(1, 'Now')))
    expect(await notes()).toHaveProperty('value', 'Now')
    becomes(sessionWith(take(1, 'Then')))
    await waitFor(async () => expect(await notes()).toHaveProperty('value', 'Then'))
  })

  it('opens a session that was not there before', async () => {
    const { becomes } = open(`#/session/${id(1)}`, () => {
      throw new AppError('NOT_FOUND')
    })
    expect((await screen.findByRole('alert')).textContent).toContain('not here any more')
    becomes(sessionWith(take(1)))
    expect(await screen.findByRole('list', { name: 'Takes' })).toBeDefined()
  })

  it.each([
    ['a past session', `#/history/${id(1)}`],
    ['a session', `#/session/${id(1)}`],
  ])('%s behind the dialog no longer shows a recovered take that is discarded', async (_, hash) => {
    const recovered = { take: take(2), question: 'What is question 1?' }
    const { bridge } = open(hash, sessionWith(take(1), take(2)), [recovered])
    bridge.answer({
      'takes.delete': () => {
        bridge.answer({ 'sessions.open': () => sessionWith(take(1)) })
        return undefined
      },
      'recovery.settle': () => undefined,
    })
    const dialog = await screen.findByRole('dialog', { name: 'Recovered recordings' })
    await userEvent.click(within(dialog).getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(takes()).toHaveLength(1))
  })
})
