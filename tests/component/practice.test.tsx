import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { PracticeScreen } from '../../renderer/practice/PracticeScreen'
import { AppError } from '../../shared/errors'
import { fakeBridge } from './fakeBridge'
import { id, samplePack, sampleSession } from './samples'

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
    const lastPractised = { atMs: Date.now(), answeredCount: 7 }
    fakeBridge({ 'packs.list': () => [samplePack({ lastPractised })] })
    render(<PracticeScreen />)
    expect(within(await pack()).getByText('Last practised today, 7 of 19 answered')).toBeDefined()
  })

  it('starts a session and goes there', async () => {
    const bridge = fakeBridge({
      'packs.list': () => [samplePack()],
      'sessions.start': () => sampleSession({ id: id(7) }),
    })
    render(<PracticeScreen />)
    await userEvent.click(await screen.findByRole('button', { name: 'Start session' }))
    expect(bridge.inputs('sessions.start')).toEqual([{ packId: 'backend-developer' }])
    expect(window.location.hash).toBe(`#/session/${id(7)}`)
  })

  it('resumes the unfinished session at its question', async () => {
    const unfinished = {
      sessionId: id(5),
      answeredCount: 2,
      currentPosition: 3,
      currentQuestion: 'What language do you prefer to work in?',
    }
    const bridge = fakeBridge({ 'packs.list': () => [samplePack({ unfinished })] })
    render(<PracticeScreen />)
    expect((await pack()).textContent).toContain(
      'Question 3 of 19: What language do you prefer to work in?',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Resume session' }))
    expect(window.location.hash).toBe(`#/session/${id(5)}`)
    expect(bridge.inputs('sessions.start')).toEqual([])
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
