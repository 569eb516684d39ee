import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HistoryScreen } from '../../renderer/history/HistoryScreen'
import type { RequestOutput } from '../../shared/contract'
import { AppError } from '../../shared/errors'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'
import { fakeIntersections } from './intersections'
import { id, sampleListed } from './samples'

type Page = RequestOutput<'sessions.list'>

const list = () => screen.findByRole('list', { name: 'Sessions' })
const items = async () => within(await list()).getAllByRole('listitem')
const searchBox = () => screen.getByRole('searchbox', { name: 'Search history' })

function show() {
  render(
    <AppFrame>
      <HistoryScreen />
    </AppFrame>,
  )
}

describe('History', () => {
  let scrollToEnd: () => void
  beforeEach(() => {
    scrollToEnd = fakeIntersections()
  })
  afterEach(() => vi.unstubAllGlobals())

  it('lists the sessions with their numbers', async () => {
    const sessions = [sampleListed(2, { finishedAtMs: null, takeCount: 1 }), sampleListed(1)]
    fakeBridge({ 'sessions.list': () => ({ sessions, hasMore: false }) })
    show()
    const [first, second] = await items()
    expect(first?.textContent).toContain('Backend Developer · Unfinished')
    expect(first?.textContent).toContain('7 of 19 questions')
    expect(first?.textContent).toContain('1 take')
    expect(first?.textContent).toContain('12 min 3 s spoken')
    expect(second?.textContent).not.toContain('Unfinished')
    const link = within(second as HTMLElement).getByRole('link')
    expect(link.getAttribute('href')).toBe(`#/history/${id(1)}`)
  })

  it('leads to Practice before the first session', async () => {
    fakeBridge({ 'sessions.list': () => ({ sessions: [], hasMore: false }) })
    show()
    expect(await screen.findByText('No sessions yet')).toBeDefined()
    expect(screen.getByRole('link', { name: 'Practice' }).getAttribute('href')).toBe('#/practice')
  })

  it('shows where the searched words were found, marked', async () => {
    const matches = [
      {
        questionId: 'backend-developer/microservices',
        question: 'What is your take on microservices?',
        foundIn: 'notes' as const,
        excerpt: 'Mention the canal lock',
      },
    ]
    const bridge = fakeBridge({
      'sessions.list': ({ query }) => ({
        sessions: [sampleListed(1, { matches: query === '' ? [] : matches })],
        hasMore: false,
      }),
    })
    show()
    await list()
    await userEvent.type(searchBox(), 'canal')
    const mark = await screen.findByText('canal')
    expect(mark.tagName).toBe('MARK')
    expect(screen.getByText('Your notes')).toBeDefined()
    // Waited until the typing stopped.
    expect(bridge.inputs('sessions.list').map(({ query }) => query)).toEqual(['', 'canal'])
  })

  it('says when nothing was found, and Escape brings everything back', async () => {
    fakeBridge({
      'sessions.list': ({ query }) => ({
        sessions: query === '' ? [sampleListed(1)] : [],
        hasMore: false,
      }),
    })
    show()
    await list()
    await userEvent.keyboard('{Control>}f{/Control}')
    expect(document.activeElement).toBe(searchBox())
    await userEvent.keyboard('xylophone')
    expect(await screen.findByText('Nothing found for “xylophone”')).toBeDefined()
    await userEvent.keyboard('{Escape}')
    expect(searchBox()).toHaveProperty('value', '')
    expect(await items()).toHaveLength(1)
  })

  it('does not let a slow answer to an old search overwrite a newer one', async () => {
    const answers = new Map<string, (page: Page) => void>()
    fakeBridge({
      'sessions.list': ({ query }) =>
        new Promise<Page>((resolve) => {
          answers.set(query, resolve)
        }),
    })
    show()
    await userEvent.type(searchBox(), 'go')
    await waitFor(() => expect(answers.has('go')).toBe(true))
    act(() => answers.get('go')?.({ sessions: [sampleListed(1)], hasMore: false }))
    expect(await items()).toHaveLength(1)
    act(() => {
      answers.get('')?.({ sessions: [sampleListed(3), sampleListed(2)], hasMore: false })
    })
    await act(() => Promise.resolve())
    expect(await items()).toHaveLength(1)
  })

  it('loads the next page when the end comes near, once', async () => {
    const all = Array.from({ length: 70 }, (_, index) => sampleListed(70 - index))
    const bridge = fakeBridge({
      'sessions.list': ({ before, limit }) => {
        const rest = all.filter((session) => before === null || session.id < before)
        return { sessions: rest.slice(0, limit), hasMore: rest.length > limit }
      },
    })
    show()
    expect(await items()).toHaveLength(50)
    act(() => {
      scrollToEnd()
      scrollToEnd()
    })
    await waitFor(async () => expect(await items()).toHaveLength(70))
    expect(bridge.inputs('sessions.list').map(({ before }) => before)).toEqual([null, id(21)])
  })

  it('offers to try again when the next page does not come', async () => {
    const bridge = fakeBridge({
      'sessions.list': ({ before }) => {
        if (before !== null) throw new AppError('INTERNAL')
        return { sessions: [sampleListed(2)], hasMore: true }
      },
    })
    show()
    await list()
    act(() => scrollToEnd())
    await screen.findByRole('alert')
    bridge.answer({ 'sessions.list': () => ({ sessions: [sampleListed(1)], hasMore: false }) })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(async () => expect(await items()).toHaveLength(2))
  })

  it('deletes a session at once and brings it back on undo', async () => {
    let sessions = [sampleListed(3), sampleListed(2), sampleListed(1)]
    const whole = sessions
    const bridge = fakeBridge({
      'sessions.list': () => ({ sessions, hasMore: false }),
      'sessions.delete': ({ sessionId }) => {
        sessions = sessions.filter((session) => session.id !== sessionId)
      },
      'sessions.restore': () => {
        sessions = whole
      },
    })
    show()
    await list()
    const remove = screen.getAllByRole('button', { name: /^Delete session from / })[1]
    remove?.focus()
    await userEvent.keyboard('{Enter}')
    expect(await items()).toHaveLength(2)
    expect(bridge.inputs('sessions.delete')).toEqual([{ sessionId: id(2) }])
    // The focus went to the row that took its place.
    expect(document.activeElement?.closest('li')?.id).toBe(id(1))

    await userEvent.click(await screen.findByRole('button', { name: 'Undo' }))
    await waitFor(async () => expect(await items()).toHaveLength(3))
    expect(bridge.inputs('sessions.restore')).toEqual([{ sessionId: id(2) }])
  })

  it('brings the session back by itself when it could not be deleted', async () => {
    fakeBridge({
      'sessions.list': () => ({ sessions: [sampleListed(1)], hasMore: false }),
      'sessions.delete': () => {
        throw new AppError('DISK_REFUSED')
      },
    })
    show()
    await list()
    await userEvent.click(screen.getByRole('button', { name: /^Delete session/ }))
    expect(await screen.findByRole('alert')).toBeDefined()
    expect(await items()).toHaveLength(1)
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull()
  })

  it('asks again after a failure', async () => {
    const bridge = fakeBridge({
      'sessions.list': () => {
        throw new AppError('INTERNAL')
      },
    })
    show()
    await screen.findByRole('alert')
    bridge.answer({ 'sessions.list': () => ({ sessions: [sampleListed(1)], hasMore: false }) })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await items()).toHaveLength(1)
  })
})
