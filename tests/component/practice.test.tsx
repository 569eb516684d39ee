import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { PracticeScreen } from '../../renderer/practice/PracticeScreen'
import { AppError } from '../../shared/errors'
import { fakeBridge } from './fakeBridge'
import { id, samplePack, sampleSession, sampleUnfinished } from './samples'

const pack = () => screen.findByRole('group', { name: 'Backend Developer' })

const unfinished = () => screen.getByRole('region', { name: 'Unfinished session' })
const facts = () =>
  within(unfinished())
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

describe('Practice', () => {
  beforeEach(() => {
    window.location.hash = ''
  })

  it('shows each pack with its size', async () => {
    fakeBridge({ 'packs.list': () => [samplePack()] })
    render(<PracticeScreen />)
    expect(screen.getByRole('heading', { name: 'Practice', level: 1 })).toBeDefined()
    expect(within(await pack()).getByText('19 questions')).toBeDefined()
    expect(within(await pack()).queryByText(/Last practised/)).toBeNull()
    expect(within(await pack()).queryByRole('button', { name: 'Resume session' })).toBeNull()
  })

  it('says when it was practised last, and how far', async () => {
    const lastPractised = { atMs: Date.now(), answeredCount: 7, questionCount: 19 }
    fakeBridge({ 'packs.list': () => [samplePack({ lastPractised })] })
    render(<PracticeScreen />)
    expect(within(await pack()).getByText('Last practised today, 7 of 19 answered')).toBeDefined()
  })

  it('counts what a session asked, also when the pack has shrunk since', async () => {
    const lastPractised = { atMs: Date.now(), answeredCount: 15, questionCount: 19 }
    fakeBridge({
      'packs.list': () => [samplePack({ questionCount: 12, lastPractised })],
      'sessions.unfinished': () => sampleUnfinished({ currentPosition: 19, questionCount: 19 }),
    })
    render(<PracticeScreen />)
    expect(within(await pack()).getByText('12 questions')).toBeDefined()
    expect((await pack()).textContent).toContain('15 of 19 answered')
    expect(unfinished().textContent).toContain('19 of 19')
  })

  it("shows packs of one's own, and says what to do with an empty one", async () => {
    const mine = samplePack({ id: 'acme', kind: 'own', title: 'Acme', description: '' })
    const empty = samplePack({
      id: 'new',
      kind: 'own',
      title: 'Nothing in it',
      description: '',
      questionCount: 0,
    })
    const aside = samplePack({ questionCount: 0 })
    const bridge = fakeBridge({
      'packs.list': () => [empty, mine, aside],
      'sessions.start': () => sampleSession({ id: id(7) }),
    })
    render(<PracticeScreen />)
    const group = (name: string) => within(screen.getByRole('group', { name }))
    await screen.findByRole('group', { name: 'Acme' })
    expect(group('Acme').getByText('Not practised yet')).toBeDefined()
    expect(group('Nothing in it').getByText(/^Nothing to ask yet/)).toBeDefined()
    expect(group('Backend Developer').getByText(/Not for me/)).toBeDefined()
    // The only one that can be started.
    await userEvent.click(screen.getByRole('button', { name: 'Start session' }))
    expect(bridge.inputs('sessions.start')).toEqual([{ kind: 'pack', packId: 'acme' }])
    await userEvent.click(group('Nothing in it').getByRole('button', { name: 'Go to Questions' }))
    expect(window.location.hash).toBe('#/questions')
  })

  it('starts a session and goes there', async () => {
    const bridge = fakeBridge({
      'packs.list': () => [samplePack()],
      'sessions.start': () => sampleSession({ id: id(7) }),
    })
    render(<PracticeScreen />)
    await userEvent.click(await screen.findByRole('button', { name: 'Start session' }))
    expect(bridge.inputs('sessions.start')).toEqual([{ kind: 'pack', packId: 'backend-developer' }])
    expect(window.location.hash).toBe(`#/session/${id(7)}`)
  })

  it('resumes the unfinished session at its question, before anything else', async () => {
    const bridge = fakeBridge({
      'packs.list': () => [samplePack()],
      'sessions.unfinished': () =>
        sampleUnfinished({ lastAtMs: new Date().setHours(8, 42, 0, 0), kind: 'pack' }),
    })
    render(<PracticeScreen />)
    const start = within(await pack()).getByRole('button', { name: 'Start session' })
    expect(within(unfinished()).getByRole('heading').textContent).toBe('Language choice')
    expect(within(unfinished()).getByRole('heading').title).toMatch(/^What language do you/)
    expect(within(unfinished()).getByRole('heading').lang).toBe('en')
    expect(facts()).toEqual(['Backend Developer', 'Question 3 of 19, today 08:42'])
    const resume = screen.getByRole('button', { name: 'Resume session' })
    // Of the two one is the first.
    expect(resume.className).toContain('primary')
    expect(start.className).not.toContain('primary')
    await userEvent.click(resume)
    expect(window.location.hash).toBe(`#/session/${id(5)}`)
    expect(bridge.inputs('sessions.start')).toEqual([])
  })

  it('resumes a session of several packs, above them', async () => {
    fakeBridge({
      'packs.list': () => [samplePack(), samplePack({ id: 'mine', title: 'Mine' })],
      'sessions.unfinished': () =>
        sampleUnfinished({
          kind: 'chosen',
          title: 'Before Monday',
          packId: null,
          questionCount: 4,
        }),
    })
    render(<PracticeScreen />)
    await pack()
    expect(facts()[0]).toBe('Before Monday')
    expect(facts()[1]).toContain('3 of 4')
    await screen.findByRole('button', { name: 'Set interview date' })
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
      'Resume session',
      'Start session',
      'Start session',
      'Set interview date',
    ])
  })

  it('resumes a session whose pack is gone, and one of a single question', async () => {
    const title = 'On microservices'
    const single = {
      title,
      currentQuestion: {
        id: 'backend-developer/microservices',
        question: 'What is your take on microservices?',
        shortTitle: title,
        language: 'en',
      },
      currentPosition: 1,
      questionCount: 1,
    }
    const bridge = fakeBridge({
      'packs.list': () => [samplePack()],
      'sessions.unfinished': () => sampleUnfinished({ packId: 'gone', title: 'Gone' }),
    })
    const { unmount } = render(<PracticeScreen />)
    await pack()
    expect(facts()[0]).toBe('Gone')
    unmount()
    bridge.answer({ 'sessions.unfinished': () => sampleUnfinished({ kind: 'one', ...single }) })
    render(<PracticeScreen />)
    await pack()
    // It is called by its question: that stands there once.
    expect(within(unfinished()).getAllByText(title)).toHaveLength(1)
  })

  it('puts the pack that was practised last first of several, and no other', async () => {
    const practised = (atMs: number) => ({ atMs, answeredCount: 1, questionCount: 19 })
    fakeBridge({
      'packs.list': () => [
        samplePack({ lastPractised: practised(1) }),
        samplePack({ id: 'mine', title: 'Mine', lastPractised: practised(2) }),
      ],
    })
    render(<PracticeScreen />)
    await pack()
    const looks = screen
      .getAllByRole('button', { name: 'Start session' })
      .map(({ className }) => /primary/.test(className))
    expect(looks).toEqual([false, true])
  })

  describe('begins with the first questions', () => {
    const starters = [1, 2, 3].map((number) => ({
      id: `backend-developer/question-${number}`,
      question: `What is question ${number}?`,
      shortTitle: number === 2 ? 'The second' : null,
      language: 'en',
    }))

    it('on the first run: at the one that is chosen', async () => {
      const bridge = fakeBridge({
        'packs.list': () => [samplePack({ starters })],
        'sessions.start': () => sampleSession({ id: id(7) }),
        'sessions.visit': () => undefined,
      })
      render(<PracticeScreen />)
      const list = await screen.findByRole('region', { name: 'Or begin with one of these' })
      const names = within(list).getAllByRole('button')
      expect(names.map(({ textContent }) => textContent)).toEqual([
        'What is question 1? ',
        'The second What is question 2?',
        'What is question 3? ',
      ])
      expect(screen.getByText('The second').dir).toBe('auto')
      await userEvent.click(screen.getByRole('button', { name: /The second/ }))
      expect(bridge.inputs('sessions.start')).toEqual([
        { kind: 'pack', packId: 'backend-developer' },
      ])
      expect(bridge.inputs('sessions.visit')).toEqual([
        { sessionId: id(7), questionId: 'backend-developer/question-2' },
      ])
      expect(window.location.hash).toBe(`#/session/${id(7)}`)
    })

    it('begins one session, whatever else is pressed before it is there', async () => {
      const bridge = fakeBridge({
        'packs.list': () => [samplePack({ starters })],
        'sessions.start': () => new Promise(() => {}),
      })
      render(<PracticeScreen />)
      await userEvent.click(await screen.findByRole('button', { name: /The second/ }))
      await userEvent.click(screen.getByRole('button', { name: /question 1/ }))
      expect(bridge.inputs('sessions.start')).toHaveLength(1)
    })

    it('goes to the session that is there, also when it could not be turned to the question', async () => {
      const bridge = fakeBridge({
        'packs.list': () => [samplePack({ starters })],
        'sessions.start': () => sampleSession({ id: id(7) }),
        'sessions.visit': () => {
          throw new AppError('DISK_REFUSED')
        },
      })
      render(<PracticeScreen />)
      await userEvent.click(await screen.findByRole('button', { name: /The second/ }))
      await waitFor(() => expect(window.location.hash).toBe(`#/session/${id(7)}`))
      expect(bridge.inputs('sessions.start')).toHaveLength(1)
    })

    it('says once, below them, why no session could be started', async () => {
      const bridge = fakeBridge({
        'packs.list': () => [samplePack({ starters })],
        'sessions.start': () => {
          throw new AppError('DISK_FULL')
        },
      })
      render(<PracticeScreen />)
      await userEvent.click(await screen.findByRole('button', { name: /The second/ }))
      expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
      await userEvent.click(screen.getByRole('button', { name: /question 1/ }))
      await waitFor(() => expect(bridge.inputs('sessions.start')).toHaveLength(2))
      expect(await screen.findAllByRole('alert')).toHaveLength(1)
    })

    it('later: with those nothing was said to yet', async () => {
      const lastPractised = { atMs: Date.now(), answeredCount: 7, questionCount: 19 }
      fakeBridge({ 'packs.list': () => [samplePack({ lastPractised, starters })] })
      render(<PracticeScreen />)
      const list = await screen.findByRole('region', { name: 'Not answered yet' })
      expect(within(list).getAllByRole('button')).toHaveLength(3)
    })

    it('comes last, and is not the first thing to do, when there is a session to go on with', async () => {
      fakeBridge({
        'packs.list': () => [samplePack({ starters })],
        'sessions.unfinished': () => sampleUnfinished(),
      })
      render(<PracticeScreen />)
      const list = await screen.findByRole('region', { name: 'Or begin with one of these' })
      const isBefore = (await pack()).compareDocumentPosition(list)
      expect(isBefore).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
      const first = screen
        .getAllByRole('button')
        .filter(({ className }) => className.includes('primary'))
      expect(first.map(({ textContent }) => textContent)).toEqual(['Resume session'])
    })
  })

  it('asks again after a failure', async () => {
    const bridge = fakeBridge({
      'packs.list': () => {
        throw new AppError('INTERNAL')
      },
    })
    render(<PracticeScreen />)
    await screen.findByRole('alert')
    bridge.answer({ 'packs.list': () => [samplePack()] })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await pack()).toBeDefined()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('stays, and says why, when a session cannot be started', async () => {
    fakeBridge({
      'packs.list': () => [samplePack()],
      'sessions.start': () => {
        throw new AppError('DISK_FULL')
      },
    })
    render(<PracticeScreen />)
    const start = await screen.findByRole('button', { name: 'Start session' })
    await userEvent.click(start)
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
    expect(window.location.hash).toBe('')
    expect(start).toHaveProperty('disabled', false)
  })

  it('says what to do when there are no questions at all', async () => {
    fakeBridge({ 'packs.list': () => [] })
    render(<PracticeScreen />)
    expect(await screen.findByText(/There are no questions here/)).toBeDefined()
  })
})
