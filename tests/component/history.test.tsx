import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HistoryScreen } from '../../renderer/history/HistoryScreen'
import type { RequestOutput } from '../../shared/contract'
import { AppError } from '../../shared/errors'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'
import { fakeLayout, scrollToRow } from './layout'
import { id, sampleListed } from './samples'

type Page = RequestOutput<'sessions.list'>

const list = () => screen.findByRole('list', { name: 'Sessions' })
const items = async () => within(await list()).getAllByRole('listitem')
const searchBox = () => screen.getByRole('searchbox', { name: 'Search history' })

function show() {
  render(
    <AppFrame>
      <main>
        <HistoryScreen />
      </main>
    </AppFrame>,
  )
}

describe('History', () => {
  beforeEach(fakeLayout)
  afterEach(() => vi.restoreAllMocks())

  it('lists the sessions with their numbers', async () => {
    const sessions = [sampleListed(2, { finishedAtMs: null, takeCount: 1 }), sampleListed(1)]
    fakeBridge({ 'sessions.list': () => ({ sessions, hasMore: false }) })
    show()
    const [first, second] = await items()
    expect(first?.textContent).toContain('Unfinished')
    expect(first?.textContent).toContain('7 of 19 questions')
    expect(first?.textContent).toContain('1 take')
    expect(first?.textContent).toContain('12:03 spoken')
    expect(second?.textContent).not.toContain('Unfinished')
    const link = within(second as HTMLElement).getByRole('link')
    expect(link.getAttribute('href')).toBe(`#/history/${id(1)}`)
  })

  it('says what a session is called only where that tells it from others', async () => {
    const sessions = [sampleListed(2, { ownTitle: 'Before Monday' }), sampleListed(1)]
    fakeBridge({ 'sessions.list': () => ({ sessions, hasMore: false }) })
    show()
    const [chosen, wholePack] = await items()
    expect(chosen?.textContent).toContain('Before Monday')
    expect(wholePack?.textContent).not.toContain('Backend Developer')
  })

  it('opens, resumes and deletes from the menu of a row', async () => {
    const sessions = [sampleListed(2, { finishedAtMs: null }), sampleListed(1)]
    const bridge = fakeBridge({
      'sessions.list': () => ({ sessions, hasMore: false }),
      'sessions.delete': () => undefined,
    })
    const choose = async (row: number, chosen: RequestOutput<'sessions.menu'>) => {
      bridge.answer({ 'sessions.menu': () => chosen })
      await act(async () => {
        fireEvent.contextMenu(within((await items())[row]!).getByRole('link'))
      })
    }
    show()
    await list()
    await choose(0, 'resume')
    expect(window.location.hash).toBe(`#/session/${id(2)}`)
    await choose(1, 'open')
    expect(window.location.hash).toBe(`#/history/${id(1)}`)
    // Who goes to a session is remembered here, which the next test must not find.
    window.location.hash = ''
    await choose(0, null)
    await choose(1, 'delete')
    expect(bridge.inputs('sessions.delete')).toEqual([{ sessionId: id(1) }])
    expect(await items()).toHaveLength(1)
    expect(bridge.inputs('sessions.menu').map(({ isUnfinished }) => isUnfinished)).toEqual([
      true,
      false,
      true,
      false,
    ])
    expect(await screen.findByRole('button', { name: 'Undo' })).toBeDefined()
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
        shortTitle: 'On microservices',
        language: 'en',
        foundIn: 'notes' as const,
        excerpt: 'Mention the canal lock',
      },
      {
        questionId: 'backend-developer/canal',
        question: 'What would you say of a canal?',
        shortTitle: 'Locks and barges',
        language: 'en-GB',
        foundIn: 'question' as const,
        excerpt: 'What would you say of a canal?',
      },
    ]
    fakeBridge({
      'sessions.list': ({ query }) => ({
        sessions: [sampleListed(1, { matches: query === '' ? [] : matches })],
        hasMore: false,
      }),
    })
    show()
    await list()
    await userEvent.type(searchBox(), 'canal')
    const [inNotes, inQuestion] = await screen.findAllByText('canal')
    expect(inNotes?.tagName).toBe('MARK')
    expect(screen.getByText('Your notes')).toBeDefined()
    // A question is called by its short title, but shown whole where the words stand in it.
    expect(screen.getByText('On microservices').title).toMatch(/^What is your take/)
    expect(inQuestion?.parentElement?.textContent).toBe('What would you say of a canal?')
    expect(screen.queryByText('Locks and barges')).toBeNull()
    // Read, and laid out, in its own language; one's own notes may be in any.
    expect(inQuestion?.parentElement).toMatchObject({ lang: 'en-GB', dir: 'auto' })
    expect(inNotes?.parentElement).toMatchObject({ lang: '', dir: 'auto' })
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
    // An input method takes its own words back with it.
    const field = screen.getByRole<HTMLInputElement>('searchbox')
    fireEvent.keyDown(field, { key: 'Escape', isComposing: true, keyCode: 229 })
    expect(field.value).not.toBe('')
    await userEvent.keyboard('{Escape}')
    expect(searchBox()).toHaveProperty('value', '')
    expect(await items()).toHaveLength(1)
  })

  it('asks at the first letter, and of what is typed meanwhile only the last', async () => {
    const answers: ((page: Page) => void)[] = []
    const bridge = fakeBridge({
      'sessions.list': () => new Promise<Page>((resolve) => answers.push(resolve)),
    })
    const asked = () => bridge.inputs('sessions.list').map(({ query }) => query)
    const answer = async (...numbers: number[]) => {
      const sessions = numbers.map((number) => sampleListed(number))
      await act(async () => answers.shift()?.({ sessions, hasMore: false }))
    }
    show()
    await answer(3, 2, 1)
    await userEvent.type(searchBox(), 'can')
    expect(asked()).toEqual(['', 'c'])
    // Too late: three letters are there by now.
    await answer(2, 1)
    expect(await items()).toHaveLength(3)
    expect(asked()).toEqual(['', 'c', 'can'])
    await answer(1)
    expect(await items()).toHaveLength(1)
    expect(asked()).toEqual(['', 'c', 'can'])
  })

  describe('of 500 sessions', () => {
    const all = Array.from({ length: 500 }, (_, index) => sampleListed(500 - index))
    const answers = {
      'sessions.ids': () => all.map((session) => session.id),
      'sessions.list': ({ before, limit }: { before: string | null; limit: number }): Page => {
        const rest = all.filter((session) => before === null || session.id < before)
        return { sessions: rest.slice(0, limit), hasMore: rest.length > limit }
      },
    }
    const main = () => screen.getByRole('main')
    const row = (number: number) => document.getElementById(id(number))
    const placeOf = (element: HTMLElement | null) =>
      ['aria-posinset', 'aria-setsize'].map((name) => element?.getAttribute(name))
    const whole = () => waitFor(() => expect(placeOf(row(500))).toEqual(['1', '500']))

    it('draws those near the screen, and says where in the whole they stand', async () => {
      fakeBridge(answers)
      show()
      await whole()
      expect(await items()).toHaveLength(13)
      scrollToRow(main(), 490)
      await waitFor(() => expect(placeOf(row(1))).toEqual(['500', '500']))
      expect(await items()).toHaveLength(13)
      expect(row(500)).toBeNull()
    })

    it('reads only what is looked at, each once', async () => {
      const bridge = fakeBridge(answers)
      const asked = () => bridge.inputs('sessions.list').map(({ before }) => before)
      show()
      await whole()
      scrollToRow(main(), 200)
      await waitFor(() => expect(row(300)).not.toBeNull())
      expect(asked()).toEqual([null, id(304)])
      scrollToRow(main(), 202)
      scrollToRow(main(), 0)
      await waitFor(() => expect(row(500)).not.toBeNull())
      expect(asked()).toEqual([null, id(304)])
      expect(bridge.inputs('sessions.ids')).toHaveLength(1)
    })

    it('keeps the row that has the focus, and its neighbours for Tab', async () => {
      fakeBridge(answers)
      show()
      await whole()
      within(row(498)!).getByRole('link').focus()
      scrollToRow(main(), 300)
      await waitFor(() => expect(row(200)).not.toBeNull())
      expect(document.activeElement?.closest('li')).toBe(row(498))
      expect(row(497)).not.toBeNull()
      expect(row(500)).toBeNull()
    })

    it('offers what was deleted beside a row only while that row is on the screen', async () => {
      let left = all
      fakeBridge({
        'sessions.ids': () => left.map((session) => session.id),
        'sessions.list': ({ before, limit }) => {
          const rest = left.filter((session) => before === null || session.id < before)
          return { sessions: rest.slice(0, limit), hasMore: rest.length > limit }
        },
        'sessions.delete': ({ sessionId }) => {
          left = left.filter((session) => session.id !== sessionId)
        },
      })
      show()
      await whole()
      scrollToRow(main(), 100)
      // The first row on the screen; the one above it is drawn, and not seen.
      await waitFor(() => expect(row(400)?.textContent).toContain('7 of 19'))
      await waitFor(() => expect(row(401)).not.toBeNull())
      await userEvent.click(within(row(400)!).getByRole('button', { name: /^Delete session/ }))
      const undo = await screen.findByRole('button', { name: 'Undo' })
      expect(undo.closest('li')).toBeNull()
      scrollToRow(main(), 99)
      await waitFor(() =>
        expect(screen.getByRole('button', { name: 'Undo' }).closest('li')).toBe(row(401)),
      )
    })

    it('offers to try again when rows do not come', async () => {
      const bridge = fakeBridge(answers)
      show()
      await whole()
      bridge.answer({
        'sessions.list': () => {
          throw new AppError('INTERNAL')
        },
      })
      scrollToRow(main(), 300)
      await screen.findByRole('alert')
      bridge.answer(answers)
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
      await waitFor(() => expect(row(200)).not.toBeNull())
      expect(screen.queryByRole('alert')).toBeNull()
    })

    it('reads a long result of a search page by page', async () => {
      const bridge = fakeBridge(answers)
      show()
      await whole()
      await userEvent.type(searchBox(), 'a')
      await waitFor(() => expect(placeOf(row(500))).toEqual(['1', '-1']))
      scrollToRow(main(), 16)
      await waitFor(() => expect(row(474)).not.toBeNull())
      const asked = bridge.inputs('sessions.list').filter(({ query }) => query === 'a')
      expect(asked.map(({ before }) => before)).toEqual([null, id(477)])
    })
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

    // It is offered where it was, below the row above it.
    const undo = await screen.findByRole('button', { name: 'Undo' })
    expect(undo.closest('li')?.id).toBe(id(3))
    await userEvent.click(undo)
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
