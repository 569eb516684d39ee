import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { FinishedScreen } from '../../renderer/finished/FinishedScreen'
import { SAME_INTENT_MS } from '../../renderer/lib/oneIntent'
import { AppError } from '../../shared/errors'
import type { Rating, Session } from '../../shared/model'
import { fakeBridge } from './fakeBridge'
import { id, sampleQuestion, sampleSession, sampleTake } from './samples'

/** A session of three questions whose one take each was rated so. */
function ratedSession(...ratings: (Rating | null)[]): Session {
  return sampleSession({
    questions: ratings.map((rating, index) =>
      sampleQuestion(index + 1, {
        shortTitle: `Title ${index + 1}`,
        takes: [
          sampleTake(index + 1, {
            rating,
            questionId: `backend-developer/question-${index + 1}`,
            durationMs: 40_900,
          }),
        ],
      }),
    ),
  })
}

function show(open: () => Session) {
  const bridge = fakeBridge({
    'sessions.open': open,
    'sessions.start': () => sampleSession({ id: id(7) }),
  })
  render(<FinishedScreen sessionId={id(1)} />)
  return bridge
}

/** Until Enter is no second press of the one that finished the session. */
const settle = () => new Promise((resolve) => setTimeout(resolve, SAME_INTENT_MS))

describe('Session finished', () => {
  beforeEach(() => {
    window.location.hash = ''
  })

  it('says what was done, and practises again what was rated Again or Hard', async () => {
    const bridge = show(() => ratedSession(1, 3, 2))
    const heading = screen.getByRole('heading', { name: 'Session finished', level: 1 })
    expect(document.activeElement).toBe(heading)
    expect(
      await screen.findByText('You answered 3 of 3 questions. 3 takes are kept, 2:02 spoken.'),
    ).toBeDefined()
    const weak = within(screen.getByRole('list', { name: 'Worth another try' }))
    expect(weak.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      'Title 1Again',
      'Title 3Hard',
    ])
    await userEvent.click(screen.getByRole('button', { name: 'Practise these again' }))
    expect(bridge.inputs('sessions.start')).toEqual([
      {
        kind: 'weak',
        questionIds: ['backend-developer/question-1', 'backend-developer/question-3'],
      },
    ])
    await waitFor(() => expect(window.location.hash).toBe(`#/session/${id(7)}`))
  })

  it('makes a session of the question itself where it was one', async () => {
    const bridge = show(() => ratedSession(3, 1))
    await userEvent.click(await screen.findByRole('button', { name: 'Practise this again' }))
    expect(bridge.inputs('sessions.start')).toEqual([
      { kind: 'one', questionId: 'backend-developer/question-2' },
    ])
  })

  it('leads to the session to be heard where nothing went badly', async () => {
    show(() => ratedSession(3, 4, null))
    await screen.findByRole('button', { name: 'Listen to your session' })
    expect(screen.queryByRole('list')).toBeNull()
    // Pressed twice to finish the session, Enter does nothing here.
    await userEvent.keyboard('{Enter}')
    expect(window.location.hash).toBe('')
    await settle()
    await userEvent.keyboard('{Enter}')
    expect(window.location.hash).toBe(`#/history/${id(1)}`)
  })

  it('leads back to Practice, by Enter too when the button has the focus', async () => {
    show(() => ratedSession(1))
    const back = await screen.findByRole('button', { name: 'Back to Practice' })
    await settle()
    back.focus()
    await userEvent.keyboard('{Enter}')
    expect(window.location.hash).toBe('#/practice')
  })

  it.each([
    [
      'was not kept',
      () => {
        throw new AppError('NOT_FOUND')
      },
    ],
    ['lost its takes', () => sampleSession()],
  ])('says kindly that there is nothing where the session %s', async (_what, open) => {
    show(open)
    expect(await screen.findByText(/^Nothing of this session is kept/)).toBeDefined()
    expect(screen.queryByRole('alert')).toBeNull()
    await settle()
    await userEvent.keyboard('{Enter}')
    expect(window.location.hash).toBe('#/practice')
  })

  it('says so when main cannot tell', async () => {
    show(() => {
      throw new AppError('INTERNAL')
    })
    expect((await screen.findByRole('alert')).textContent).toContain('INTERNAL')
    expect(screen.getByRole('button', { name: 'Back to Practice' })).toBeDefined()
  })

  it('counts what does not fit a short list', async () => {
    show(() => ratedSession(1, 1, 2, 2, 1, 2, 1, 2))
    const weak = within(await screen.findByRole('list', { name: 'Worth another try' }))
    expect(weak.getAllByRole('listitem')).toHaveLength(6)
    expect(screen.getByText('and 2 more questions')).toBeDefined()
  })
})
