import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { InterviewFinished } from '../../renderer/mock/finished/InterviewFinished'
import { AppError } from '../../shared/errors'
import type { UsualAnswers } from '../../shared/mock/usualAnswers'
import type { Session } from '../../shared/model'
import { sampleMeasures } from '../helpers/sampleMeasures'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'
import { fakeSounds, takeOfSound } from './fakeSounds'
import { id, sampleQuestion, sampleSession, sampleTake } from './samples'

/** Answers of these lengths; a minute to two fits. The first question has a follow-up that was answered. */
function interview(...lengthsMs: number[]): Session {
  const questions = lengthsMs.map((durationMs, index) => {
    const question = sampleQuestion(index + 1, { shortTitle: `Title ${index + 1}` })
    const questionId = question.id
    const takes = [sampleTake(10 * (index + 1), { questionId, durationMs, number: 1 })]
    if (index === 0) {
      const followUp = 'And then?'
      takes.push(sampleTake(11, { questionId, durationMs: 20_000, number: 2, followUp }))
    }
    return { ...question, takes }
  })
  return sampleSession({ kind: 'mock', title: 'Mock interview', questions })
}

function show(session: Session, usual: UsualAnswers | null = null) {
  const bridge = fakeBridge({
    'sessions.open': () => session,
    'sessions.usual': () => usual,
    'takes.rate': () => undefined,
    'measures.read': ({ takeId }) => ({
      state: 'ready',
      measures: sampleMeasures({ longestPauseMs: takeId === id(1020) ? 4200 : 900 }),
      usual: {
        takeCount: 5,
        timeToFirstWordMs: 800,
        longestPauseMs: 2100,
        speechShare: 0.8,
        paceWpm: 120,
        integratedLufs: -20,
      },
    }),
  })
  render(
    <AppFrame>
      <InterviewFinished sessionId={session.id} />
    </AppFrame>,
  )
  return bridge
}

const items = () => within(screen.getByRole('list', { name: 'Answers' })).getAllByRole('listitem')
const facts = () => screen.getAllByRole('definition').map(({ textContent }) => textContent)

describe('Interview finished', () => {
  beforeEach(() => {
    window.location.hash = ''
    fakeSounds()
  })

  it('lists what was said in its order, each with its length', async () => {
    show(interview(130_000, 150_000, 40_000))
    const heading = screen.getByRole('heading', { name: 'Interview finished', level: 1 })
    expect(document.activeElement).toBe(heading)
    await screen.findByRole('list', { name: 'Answers' })
    expect(items().map((item) => item.querySelectorAll('p')[0]?.textContent)).toEqual([
      'Title 1',
      'Follow-up: And then?',
      'Title 2',
      'Title 3',
    ])
    expect(items().map((item) => item.querySelectorAll('p')[1]?.firstChild?.textContent)).toEqual([
      '2:10, a fitting length',
      '0:20',
      '2:30, 30 s over 2:00',
      '0:40, 20 s under 1:00',
    ])
    expect(
      within(items()[1]!)
        .getByRole('link', { name: 'Marks and numbers of the follow-up of answer 1' })
        .getAttribute('href'),
    ).toBe(`#/history/${id(1)}/${id(1011)}`)
  })

  it('says how long it was and how silent, beside what is usual, and scores nothing', async () => {
    show(interview(130_000, 150_000, 40_000), {
      answerCount: 10,
      answerMs: 71_000,
      overCount: 2,
      underCount: 1,
    })
    await waitFor(() =>
      expect(facts()).toEqual([
        '5:40, 1:46 an answerUsually 1:11 an answer',
        '4.2 sUsually 2.1 s',
        '1 too long, 1 too short, 1 fittingIn the 10 answers before: 2 too long, 1 too short, 7 fitting',
      ]),
    )
  })

  it('says nothing of what is usual before it can', async () => {
    show(interview(130_000))
    await waitFor(() => expect(facts()[0]).toBe('2:30'))
    expect(facts()[2]).toBe('1 fitting')
  })

  it('rates an answer', async () => {
    const bridge = show(interview(130_000, 150_000))
    await screen.findByRole('list', { name: 'Answers' })
    const group = within(screen.getByRole('radiogroup', { name: 'How did answer 2 go?' }))
    await userEvent.click(group.getByRole('radio', { name: 'Hard' }))
    expect(bridge.inputs('takes.rate')).toEqual([{ takeId: id(1020), rating: 2 }])
    await waitFor(() =>
      expect(group.getByRole<HTMLInputElement>('radio', { name: 'Hard' }).checked).toBe(true),
    )
  })

  it('says that nothing is kept of one in which nothing was said', async () => {
    fakeBridge({
      'sessions.open': () => {
        throw new AppError('NOT_FOUND')
      },
      'sessions.usual': () => {
        throw new AppError('NOT_FOUND')
      },
    })
    render(
      <AppFrame>
        <InterviewFinished sessionId={id(1)} />
      </AppFrame>,
    )
    expect(await screen.findByText(/^Nothing of this interview is kept/)).toBeDefined()
  })
})

describe('listening through', () => {
  it('plays one answer after the other, or one by itself', async () => {
    window.location.hash = ''
    const sounds = fakeSounds()
    show(interview(130_000, 150_000))
    const playing = () => sounds.playing().map(takeOfSound)
    await userEvent.click(await screen.findByRole('button', { name: 'Listen to all answers' }))
    expect(playing()).toEqual([id(1010)])
    sounds.end()
    await waitFor(() => expect(playing()).toEqual([id(1011)]))
    await userEvent.click(screen.getByRole('button', { name: 'Play answer 2' }))
    expect(playing()).toEqual([id(1020)])
    sounds.end()
    await waitFor(() => expect(playing()).toEqual([]))
  })
})
