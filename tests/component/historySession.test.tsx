import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PastSessionScreen } from '../../renderer/pastSession/PastSessionScreen'
import { AppError } from '../../shared/errors'
import type { Session, Take } from '../../shared/model'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'
import { silentAudio } from './mediaElements'
import { id, sampleQuestion, sampleSession, sampleTake } from './samples'

// A canvas is needed to draw it; what it draws is tested where it is real, in the e2e tests.
vi.mock('../../renderer/player/TakeWaveform', () => ({ TakeWaveform: () => null }))

const withTakes = (...takes: Take[]) =>
  sampleSession({ questions: [sampleQuestion(1, { takes }), sampleQuestion(2)] })

function takeOfSession(session: Session, takeId: string): Take {
  return session.questions.flatMap(({ takes }) => takes).find(({ id: one }) => one === takeId)!
}

function show(session: Session, soughtId?: string) {
  const bridge = fakeBridge({
    'sessions.open': () => session,
    'sessions.delete': () => undefined,
    'takes.peaks': () => new Uint8Array(),
    'takes.examine': ({ takeId }) => takeOfSession(session, takeId),
  })
  render(
    <AppFrame>
      <PastSessionScreen sessionId={session.id} takeId={soughtId} />
    </AppFrame>,
  )
  return bridge
}

describe('a past session', () => {
  beforeEach(() => {
    window.location.hash = ''
    silentAudio()
  })
  afterEach(() => vi.restoreAllMocks())

  it('tells when it was, how much was said, and what was left out', async () => {
    show(withTakes(sampleTake(1), sampleTake(2)))
    expect(await screen.findByRole('heading', { level: 1 })).toBeDefined()
    expect(screen.getByText('1 of 2 questions')).toBeDefined()
    expect(screen.getByText('2 takes')).toBeDefined()
    expect(screen.getByText('3:08 spoken')).toBeDefined()
    expect(screen.getByText('1 question not answered')).toBeDefined()
    expect(screen.getByRole('heading', { name: 'What is question 1?', level: 2 })).toBeDefined()
    expect(screen.queryByRole('heading', { name: 'What is question 2?' })).toBeNull()
    const back = screen.getByRole('link', { name: 'Back to History' })
    expect(back.getAttribute('href')).toBe('#/history')
  })

  it('heads a long question with its short title', async () => {
    const long = `Tell me of ${'one thing and another, '.repeat(5)}and how it ended?`
    const question = { question: long, shortTitle: 'How it ended', takes: [sampleTake(1)] }
    show(sampleSession({ questions: [sampleQuestion(1, question)] }))
    await screen.findByRole('heading', { name: 'How it ended', level: 2 })
    expect(screen.getByText(long).tagName).toBe('P')
  })

  it('shows each take with its rating, mark and notes', async () => {
    show(withTakes(sampleTake(1, { rating: 3, isBest: true, notes: 'Slower' })))
    const takes = await screen.findByRole('list', { name: 'Takes' })
    const take = within(takes).getByRole('listitem', { name: 'Take 1' })
    for (const words of ['1:34', 'Good', 'Best', 'Slower']) {
      expect(within(take).getByText(words)).toBeDefined()
    }
  })

  it('plays one take at a time, in its place', async () => {
    show(withTakes(sampleTake(1), sampleTake(2)))
    await userEvent.click(await screen.findByRole('button', { name: 'Play take 1' }))
    expect(await screen.findByRole('button', { name: 'Pause take 1' })).toBeDefined()
    expect(screen.getByRole('slider', { name: 'Position' })).toBeDefined()

    await userEvent.click(screen.getByRole('button', { name: 'Play take 2' }))
    expect(await screen.findByRole('button', { name: 'Pause take 2' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Play take 1' })).toBeDefined()
    expect(screen.getAllByRole('slider', { name: 'Position' })).toHaveLength(1)

    await userEvent.click(screen.getByRole('button', { name: 'Pause take 2' }))
    expect(await screen.findByRole('button', { name: 'Play take 2' })).toBeDefined()
  })

  it('keeps a damaged take and says so', async () => {
    const { durationMs, ...rest } = sampleTake(1, { notes: 'Still here' })
    show(withTakes({ ...rest, state: 'damaged', durationMs }))
    const take = await screen.findByRole('listitem', { name: 'Take 1' })
    expect(within(take).getByText('Damaged')).toBeDefined()
    // Once is enough.
    expect(within(take).queryByText('Its recording cannot be played')).toBeNull()
    expect(within(take).getByText('Still here')).toBeDefined()
    expect(within(take).getByRole('button', { name: 'Play take 1' })).toHaveProperty(
      'disabled',
      true,
    )
  })

  it('marks a take whose file turns out to be broken', async () => {
    const bridge = show(withTakes(sampleTake(1)))
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockRejectedValue(new Error('no source'))
    await userEvent.click(await screen.findByRole('button', { name: 'Play take 1' }))
    expect(await screen.findByText('Its recording cannot be played')).toBeDefined()
    expect(screen.queryByText('Damaged')).toBeNull()
    expect(bridge.inputs('takes.examine')).toEqual([{ takeId: id(1001) }])
  })

  it('shows as damaged what main finds to be damaged', async () => {
    const broken: Take = { ...sampleTake(1), state: 'damaged', durationMs: 0 }
    const bridge = show(withTakes(sampleTake(1)))
    bridge.answer({
      'takes.examine': () => {
        bridge.answer({ 'sessions.open': () => withTakes(broken) })
        return broken
      },
    })
    vi.spyOn(HTMLMediaElement.prototype, 'play').mockRejectedValue(new Error('no source'))
    await userEvent.click(await screen.findByRole('button', { name: 'Play take 1' }))
    expect(await screen.findByText('Damaged')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Play take 1' })).toHaveProperty('disabled', true)
    expect(bridge.inputs('takes.examine')).toHaveLength(1)
  })

  it('folds very many takes, except the newest ones and the best one', async () => {
    const takes = Array.from({ length: 60 }, (_, index) =>
      sampleTake(index + 1, { isBest: index === 20 }),
    )
    show(withTakes(...takes))
    const list = await screen.findByRole('list', { name: 'Takes' })
    const names = () =>
      within(list)
        .getAllByRole('listitem')
        .map((item) => item.getAttribute('aria-label'))
    const folded = [60, 59, 58, 57, 56, 55, 21].map((number) => `Take ${number}`)
    expect(names()).toEqual(folded)
    const all = screen.getByRole('button', { name: 'Show all 60 takes' })
    // At the end of what it goes on with.
    expect(list.compareDocumentPosition(all)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    await userEvent.click(all)
    expect(names()).toHaveLength(60)
    expect(names().at(-1)).toBe('Take 1')
    await userEvent.click(screen.getByRole('button', { name: 'Show only the newest' }))
    expect(names()).toEqual(folded)
  })

  it('opens the take that somebody came for, silent, in sight and in focus', async () => {
    const scrolled = vi.fn()
    Element.prototype.scrollIntoView = scrolled
    const takes = Array.from({ length: 60 }, (_, index) => sampleTake(index + 1))
    show(withTakes(...takes), id(1003))
    const play = await screen.findByRole('button', { name: 'Play take 3' })
    expect(screen.getByRole('slider', { name: 'Position' })).toBeDefined()
    expect(screen.getByRole('region', { name: 'Measures' })).toBeDefined()
    await waitFor(() => expect(document.activeElement).toBe(play))
    expect(scrolled).toHaveBeenCalledOnce()
    await userEvent.click(play)
    expect(await screen.findByRole('button', { name: 'Pause take 3' })).toBeDefined()
  })

  it('shows all marks of a take, in a low window too', async () => {
    const take = sampleTake(1)
    const bridge = show(withTakes(take))
    const marks = [1000, 2000].map((atMs) => ({
      id: id(atMs),
      takeId: take.id,
      kind: 'filler' as const,
      atMs,
      note: '',
    }))
    bridge.answer({ 'marks.list': () => marks })
    await userEvent.click(await screen.findByRole('button', { name: 'Play take 1' }))
    const list = await screen.findByRole('list', { name: 'Marks' })
    expect(within(list).getAllByRole('listitem')).toHaveLength(2)
    expect(list.closest('[class*="folded"]')).toBeNull()
    expect(screen.queryByRole('button', { name: '2 marks' })).toBeNull()
  })

  it('keeps the example folded until it is asked for', async () => {
    show(withTakes(sampleTake(1)))
    const example = await screen.findByRole('button', { name: 'Example answer', expanded: false })
    expect(screen.queryByText('I reach for Go.')).toBeNull()
    await userEvent.click(example)
    expect(example.getAttribute('aria-expanded')).toBe('true')
    expect(screen.getByText('I reach for Go.')).toBeDefined()
  })

  it('leads to all takes of each question', async () => {
    show(withTakes(sampleTake(1)))
    const link = await screen.findByRole('link', { name: 'All takes of this question' })
    expect(link.getAttribute('href')).toBe('#/question/backend-developer/question-1')
  })

  it('offers to go on with any unfinished session, answered to the end or not', async () => {
    const answered = [1, 2].map((number) => sampleQuestion(number, { takes: [sampleTake(number)] }))
    show(sampleSession({ questions: answered, finishedAtMs: null }))
    await userEvent.click(await screen.findByRole('button', { name: 'Resume session' }))
    expect(window.location.hash).toBe(`#/session/${id(1)}`)
  })

  it('is called by its title, and lists what was said to follow-ups without counting it', async () => {
    const followUp = 'And who paid for it?'
    show({ ...withTakes(sampleTake(1, { followUp })), title: 'Before Monday', packId: null })
    expect(await screen.findByText('Before Monday')).toBeDefined()
    expect(screen.getByText('0 of 2 questions')).toBeDefined()
    expect(screen.getByText('2 questions not answered')).toBeDefined()
    const take = screen.getByRole('listitem', { name: 'Take 1' })
    expect(within(take).getByText(`Follow-up: ${followUp}`)).toBeDefined()
    await userEvent.click(within(take).getByRole('button', { name: 'Play take 1' }))
    expect(await screen.findByRole('button', { name: 'Pause take 1' })).toBeDefined()
  })

  it('does not offer to go on with a finished session', async () => {
    show(withTakes(sampleTake(1)))
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByRole('button', { name: 'Resume session' })).toBeNull()
  })

  it('is left when it is deleted', async () => {
    const bridge = show(withTakes(sampleTake(1)))
    await userEvent.click(await screen.findByRole('button', { name: /^Delete session from / }))
    await waitFor(() => expect(window.location.hash).toBe('#/history'))
    expect(bridge.inputs('sessions.delete')).toEqual([{ sessionId: id(1) }])
    expect(screen.getByRole('button', { name: 'Undo' })).toBeDefined()
  })

  it('says when it cannot be opened, and tries again', async () => {
    const bridge = fakeBridge({
      'sessions.open': () => {
        throw new AppError('NOT_FOUND')
      },
    })
    render(<PastSessionScreen sessionId={id(1)} />)
    expect((await screen.findByRole('alert')).textContent).toContain('not here any more')
    bridge.answer({ 'sessions.open': () => withTakes(sampleTake(1)) })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('list', { name: 'Takes' })).toBeDefined()
  })
})
