import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { PracticeScreen } from '../../renderer/practice/PracticeScreen'
import { SettingsProvider } from '../../renderer/settings/SettingsContext'
import { UndoProvider } from '../../renderer/ui/Undo'
import { DEFAULT_SETTINGS } from '../../shared/defaults'
import { AppError } from '../../shared/errors'
import type { Today } from '../../shared/practice/practiceRequests'
import './dialogElement'
import { fakeBridge } from './fakeBridge'
import {
  id,
  samplePack,
  sampleSession,
  sampleToday,
  sampleTodayQuestion,
  sampleUnfinished,
} from './samples'

const region = () => screen.findByRole('region', { name: 'Today' })
const items = async () =>
  within(await screen.findByRole('list', { name: "Today's questions" }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
const start = () => screen.findByRole('button', { name: "Start today's practice" })

const EVENING = sampleToday({
  state: 'open',
  questions: [
    sampleTodayQuestion(1, {
      shortTitle: 'Two teams',
      reason: { kind: 'rated', rating: 1, day: '2026-11-22', daysAgo: 1 },
    }),
    sampleTodayQuestion(2, { reason: { kind: 'notSaid', days: 9 } }),
    sampleTodayQuestion(3),
  ],
  remainingMs: 9 * 60_000,
})

function show(today: Today, more: Parameters<typeof fakeBridge>[0] = {}) {
  const bridge = fakeBridge({
    'packs.list': () => [samplePack()],
    'practice.today': () => today,
    'sessions.start': () => sampleSession({ id: id(7) }),
    ...more,
  })
  const { unmount } = render(
    <SettingsProvider initial={DEFAULT_SETTINGS}>
      <UndoProvider>
        <PracticeScreen />
      </UndoProvider>
    </SettingsProvider>,
  )
  return { bridge, unmount }
}

describe('Today', () => {
  beforeEach(() => {
    window.location.hash = ''
  })

  it('says what to practise, and why', async () => {
    show(EVENING)
    expect(await items()).toEqual([
      'Two teams You rated it Again yesterday',
      'What is question 2? Not said for 9 days',
      'What is question 3? New',
    ])
    expect((await region()).textContent).toContain('3 questions, about 9 min')
  })

  it.each([
    [{ kind: 'asked' }, 'They asked it'],
    [{ kind: 'rated', rating: 2, day: '2026-11-17', daysAgo: 6 }, 'You rated it Hard on Tuesday'],
    [{ kind: 'leftOut', line: 'the result' }, 'You left out “the result”'],
    [{ kind: 'notSaid', days: 1 }, 'Not said for a day'],
    [{ kind: 'starred' }, 'Starred'],
  ] as const)('gives a reason: %o', async (reason, words) => {
    show({ ...EVENING, questions: [sampleTodayQuestion(1, { reason })] })
    expect((await items())[0]).toContain(words)
  })

  it('starts with exactly these, by Enter too, and is the one thing to do first', async () => {
    const { bridge } = show(EVENING, { 'sessions.unfinished': () => sampleUnfinished() })
    const primary = (await start(), screen.getAllByRole('button')).filter(({ className }) =>
      className.includes('primary'),
    )
    expect(primary.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining("Start today's practice"),
    ])
    await userEvent.keyboard('{Enter}')
    expect(bridge.inputs('sessions.start')).toEqual([
      { kind: 'today', questionIds: EVENING.questions.map(({ questionId }) => questionId) },
    ])
    await waitFor(() => expect(window.location.hash).toBe(`#/session/${id(7)}`))
  })

  it('begins at the question that is pressed', async () => {
    const { bridge } = show(EVENING, { 'sessions.visit': () => undefined })
    await userEvent.click(await screen.findByRole('button', { name: /^What is question 2/ }))
    expect(bridge.inputs('sessions.visit')).toEqual([
      { sessionId: id(7), questionId: EVENING.questions[1]!.questionId },
    ])
  })

  it('asks only what is left of a half done evening', async () => {
    const [first, ...others] = EVENING.questions
    const questions = [{ ...first!, isSaid: true }, ...others]
    const { bridge } = show({ ...EVENING, questions, remainingMs: 6 * 60_000 })
    expect((await items())[0]).toBe('Two teams Said today')
    expect((await region()).textContent).toContain('1 of 3 questions said, about 6 min left')
    expect(screen.queryByRole('button', { name: 'Not today: What is question 1?' })).toBeNull()
    await userEvent.click(await start())
    expect(bridge.inputs('sessions.start')).toMatchObject([
      { questionIds: others.map(({ questionId }) => questionId) },
    ])
  })

  it('puts one off till tomorrow, and takes that back', async () => {
    let isPutOff = false
    const { bridge } = show(EVENING, {
      'practice.today': () => ({
        ...EVENING,
        questions: isPutOff ? EVENING.questions.slice(1) : EVENING.questions,
      }),
      'practice.putOff': (input) => {
        isPutOff = input.isPutOff
        return undefined
      },
    })
    await userEvent.click(
      await screen.findByRole('button', { name: 'Not today: What is question 1?' }),
    )
    await waitFor(async () => expect(await items()).toHaveLength(2))
    expect(screen.getByText('Put off till tomorrow')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect(await items()).toHaveLength(3))
    expect(bridge.inputs('practice.putOff').map((input) => input.isPutOff)).toEqual([true, false])
  })

  it('says what was done, when there is more, and offers one more', async () => {
    const { bridge } = show(
      sampleToday({
        state: 'done',
        questions: EVENING.questions.map((question) => ({ ...question, isSaid: true })),
        done: { questionCount: 3, takeCount: 5, spokenMs: 8 * 60_000 },
        next: { day: '2026-11-24', questionCount: 4 },
        oneMore: sampleTodayQuestion(9),
      }),
    )
    const text = (await region()).textContent
    expect(text).toContain('Done for today.')
    expect(text).toContain('3 questions said in 5 takes, 8 min spoken.')
    expect(text).toContain('Next: 4 questions tomorrow.')
    expect(screen.queryByRole('button', { name: "Start today's practice" })).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'One more: What is question 9?' }))
    expect(bridge.inputs('sessions.start')).toMatchObject([{ kind: 'one' }])
  })

  it('says so when nothing is due, and when there is nothing to practise at all', async () => {
    const bare = show(sampleToday({ next: { day: '2026-11-26', questionCount: 1 } }))
    expect((await region()).textContent).toContain('Nothing needs to be said today.')
    expect((await region()).textContent).toContain('Next: 1 question on Thursday.')
    bare.unmount()
    show(sampleToday({ state: 'noQuestions' }))
    expect((await region()).textContent).toContain('There is nothing to practise')
  })

  it('keeps the packs when today cannot be told, and asks again', async () => {
    const { bridge } = show(EVENING, {
      'practice.today': () => {
        throw new AppError('INTERNAL')
      },
    })
    expect(await screen.findByRole('group', { name: 'Backend Developer' })).toBeDefined()
    bridge.answer({ 'practice.today': () => EVENING })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await items()).toHaveLength(3)
  })

  it('has the best takes to hear on the day before and the day itself, and no others', async () => {
    const takes = [
      {
        takeId: id(31),
        sessionId: id(7),
        questionId: 'backend-developer/question-1',
        question: 'What is question 1?',
        shortTitle: 'Two teams',
        language: 'en',
        durationMs: 94_000,
      },
    ]
    const learning = show(EVENING)
    await items()
    expect(learning.bridge.inputs('practice.bestTakes')).toEqual([])
    learning.unmount()
    show({ ...EVENING, phase: 'dayBefore' }, { 'practice.bestTakes': () => takes })
    const link = await screen.findByRole('link', { name: 'Two teams' })
    expect(link.getAttribute('href')).toBe(`#/history/${id(7)}/${id(31)}`)
    expect((await region()).textContent).toContain('1:34')
    expect((await region()).textContent).toContain('Tomorrow is the day.')
  })

  it('says that nothing new comes any more, where nothing does', async () => {
    const [known] = EVENING.questions
    const last = show({ ...EVENING, phase: 'lastDays' })
    expect((await region()).textContent).not.toContain('Nothing new')
    last.unmount()
    show({ ...EVENING, phase: 'lastDays', questions: [known!] })
    expect((await region()).textContent).toContain('Nothing new any more')
  })

  it('asks again when the day has turned', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    try {
      const endsAtMs = Date.now() + 60_000
      const { bridge } = show({ ...EVENING, endsAtMs })
      await items()
      expect(bridge.inputs('practice.today')).toHaveLength(1)
      bridge.answer({ 'practice.today': () => sampleToday() })
      act(() => void vi.advanceTimersByTime(61_000))
      await waitFor(() => expect(bridge.inputs('practice.today').length).toBeGreaterThan(1))
    } finally {
      vi.useRealTimers()
    }
  })

  it('is made of what one chooses, at any time', async () => {
    const { bridge } = show(EVENING, {
      'packs.list': () => [
        samplePack(),
        samplePack({ id: 'behavioural', title: 'Behavioural, any job' }),
        samplePack({ id: 'questions-to-ask', title: 'Questions to ask them' }),
      ],
      'settings.change': (part) => ({ ...DEFAULT_SETTINGS, ...(part as object) }),
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Change what you practise' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'What you practise' }))
    const box = (name: string) => dialog.findByRole<HTMLInputElement>('checkbox', { name })
    expect((await box('Backend Developer')).checked).toBe(true)
    expect((await box('Questions to ask them')).checked).toBe(false)
    expect((await box('My own questions')).checked).toBe(true)
    await userEvent.click(await box('Behavioural, any job'))
    await userEvent.selectOptions(dialog.getByRole('combobox'), '30 minutes')
    expect(bridge.inputs('settings.change')).toEqual([
      { practiceScope: { packIds: ['backend-developer'], includesOwn: true } },
      { practiceMinutes: 30 },
    ])
    await waitFor(() => expect(bridge.inputs('practice.today').length).toBeGreaterThan(1))
  })
})
