import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { PracticeScreen } from '../../renderer/practice/PracticeScreen'
import { AppError } from '../../shared/errors'
import { fakeBridge } from './fakeBridge'
import { id, samplePack, sampleSession, sampleUnfinished } from './samples'

const pack = () => screen.findByRole('group', { name: 'Backend Developer' })

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
    expect((await pack()).textContent).toContain('Question 19 of 19')
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

  it('resumes the unfinished session at its question', async () => {
    const bridge = fakeBridge({
      'packs.list': () => [samplePack()],
      'sessions.unfinished': () => sampleUnfinished(),
    })
    render(<PracticeScreen />)
    expect((await pack()).textContent).toContain('Question 3 of 19: Language choice')
    await userEvent.click(screen.getByRole('button', { name: 'Resume session' }))
    expect(window.location.hash).toBe(`#/session/${id(5)}`)
    expect(bridge.inputs('sessions.start')).toEqual([])
  })

  it('resumes a session of several packs by itself, above them', async () => {
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
    const group = await screen.findByRole('group', { name: 'Before Monday' })
    expect(group.textContent).toContain('Question 3 of 4: Language choice')
    expect(screen.getAllByRole('group')[0]).toBe(group)
    expect(screen.getAllByRole('button', { name: 'Resume session' })).toHaveLength(1)
    expect(screen.getAllByRole('button', { name: 'Start session' })).toHaveLength(2)
    await userEvent.click(within(group).getByRole('button', { name: 'Resume session' }))
    expect(window.location.hash).toBe(`#/session/${id(5)}`)
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
    expect(await screen.findByRole('group', { name: 'Gone' })).toBeDefined()
    unmount()
    bridge.answer({ 'sessions.unfinished': () => sampleUnfinished({ kind: 'one', ...single }) })
    render(<PracticeScreen />)
    const group = await screen.findByRole('group', { name: title })
    // It is called by its question: that stands there once.
    expect(within(group).getAllByText(title)).toHaveLength(1)
    expect(within(group).queryByRole('heading')).toBeNull()
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
