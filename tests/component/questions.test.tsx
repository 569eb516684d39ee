import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { request } from '../../renderer/api'
import { QuestionsScreen } from '../../renderer/questions/QuestionsScreen'
import { AppError } from '../../shared/errors'
import { AppFrame } from './appFrame'
import { fakeLayout, scrollToRow } from './layout'
import { bridgeWithQuestions, OWN_PACK, sampleRow } from './questionSamples'

const list = () => screen.findByRole('list', { name: 'Questions' })
const items = async () => within(await list()).getAllByRole('listitem')
const links = async () =>
  within(await list())
    .getAllByRole('link')
    .map((link) => link.getAttribute('aria-label'))
const checkbox = async (name: string) => within(await list()).findByRole('checkbox', { name })
const searchBox = () => screen.getByRole('searchbox', { name: 'Search questions' })

function show() {
  return render(
    <AppFrame>
      <main>
        <QuestionsScreen />
      </main>
    </AppFrame>,
  )
}

describe('Questions', () => {
  beforeEach(() => {
    window.location.hash = '#/questions'
    fakeLayout()
  })
  afterEach(() => {
    vi.restoreAllMocks()
    window.location.hash = ''
  })

  it('says of each question where it is from, when it was last said and how that went', async () => {
    bridgeWithQuestions([
      sampleRow(1, {
        shortTitle: 'First',
        tags: ['team', 'ops'],
        isStarred: true,
        takeCount: 3,
        lastSaidAtMs: Date.now(),
        lastRating: 2,
      }),
      sampleRow(2, { isNotForMe: true }),
    ])
    show()
    const [first, second] = await items()
    expect(first?.textContent).toContain('First')
    expect(first?.textContent).toContain('Acme')
    expect(first?.textContent).toContain('team, ops')
    expect(first?.textContent).toContain('Takes: 3')
    expect(first?.textContent).toContain('Last said: Today')
    expect(first?.textContent).toContain('Last rating: Hard')
    const star = within(first!).getByRole('button', { name: 'Star: Question 1?' })
    expect(star.getAttribute('aria-pressed')).toBe('true')
    expect(within(first!).getByRole('link', { name: 'Question 1?' }).getAttribute('href')).toBe(
      `#/question/${sampleRow(1).id}`,
    )
    expect(second?.textContent).toContain('Last said: Never')
    expect(second?.textContent).toContain('Not for me')
    expect(second?.className).toContain('setAside')
    expect(first?.className).not.toContain('setAside')
  })

  it('stars a question in its row, by the mouse and by S, and says when that failed', async () => {
    const bridge = bridgeWithQuestions([sampleRow(1), sampleRow(2)], {
      'questions.annotate': () => undefined,
    })
    show()
    const isStarred = async (number: number) =>
      (
        await screen.findByRole('button', { name: `Star: Question ${String(number)}?` })
      ).getAttribute('aria-pressed')
    await userEvent.click(await screen.findByRole('button', { name: 'Star: Question 2?' }))
    expect(await isStarred(2)).toBe('true')
    await userEvent.keyboard('{ArrowDown}s')
    expect(await isStarred(1)).toBe('true')
    await userEvent.keyboard('{ArrowDown}s')
    expect(await isStarred(2)).toBe('false')
    expect(bridge.inputs('questions.annotate')).toEqual([
      { questionId: sampleRow(2).id, layer: { isStarred: true } },
      { questionId: sampleRow(1).id, layer: { isStarred: true } },
      { questionId: sampleRow(2).id, layer: { isStarred: false } },
    ])
    bridge.answer({
      'questions.annotate': () => {
        throw new AppError('DISK_FULL')
      },
    })
    await userEvent.keyboard('s')
    expect((await screen.findByRole('alert')).textContent).toContain('disk is full')
    expect(await isStarred(2)).toBe('false')
  })

  it('looks for words, a pack, a kind and a tag at once', async () => {
    const bridge = bridgeWithQuestions([sampleRow(1), sampleRow(2, { isStarred: true })])
    show()
    expect(await links()).toEqual(['Question 1?', 'Question 2?'])
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Filter' }), 'Starred')
    await waitFor(async () => expect(await links()).toEqual(['Question 2?']))
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Pack' }), 'Acme')
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Tag' }), 'team (1)')
    await userEvent.type(searchBox(), ' 2')
    await waitFor(() =>
      expect(bridge.inputs('questions.list').at(-1)).toMatchObject({
        query: '2',
        packId: OWN_PACK.id,
        tag: 'team',
        filter: 'starred',
      }),
    )
  })

  it('names the tag that the list is narrowed to when no question has it any more', async () => {
    const bridge = bridgeWithQuestions([sampleRow(1)], {
      'questions.tag': () => {
        bridge.answer({ 'tags.list': () => [] })
        return undefined
      },
    })
    show()
    await list()
    const tags = () => screen.getByRole('combobox', { name: 'Tag' })
    await screen.findByRole('option', { name: 'team (1)' })
    await userEvent.selectOptions(tags(), 'team (1)')
    await request('questions.tag', { questionIds: [sampleRow(1).id], add: [], remove: ['team'] })
    await waitFor(() => expect(tags().textContent).not.toContain('team (1)'))
    expect(tags()).toHaveProperty('value', 'team')
  })

  it('asks for the rows that are looked at, and no others', async () => {
    const rows = Array.from({ length: 1000 }, (_, index) => sampleRow(index + 1))
    const bridge = bridgeWithQuestions(rows)
    show()
    await waitFor(async () => expect((await items())[0]?.getAttribute('aria-setsize')).toBe('1000'))
    expect((await items()).length).toBeLessThan(30)
    scrollToRow(screen.getByRole('main'), 500)
    // In so narrow a window rows are thought to be taller than those of this layout.
    await waitFor(async () => expect(await links()).toContain('Question 430?'))
    expect(bridge.inputs('questions.rows').flatMap(({ questionIds }) => questionIds)).not.toContain(
      sampleRow(300).id,
    )
  })

  it('shows what was typed for with one asking', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => sampleRow(index + 1))
    const bridge = bridgeWithQuestions(rows)
    show()
    await list()
    await userEvent.type(searchBox(), '9')
    await waitFor(async () => expect((await links())[0]).toBe('Question 9?'))
    expect(bridge.inputs('questions.rows')).toEqual([])
  })

  it('says why a question was found whose line does not show it', async () => {
    const bridge = bridgeWithQuestions([sampleRow(1), sampleRow(2)], {
      'questions.list': () => ({ questionIds: [sampleRow(1).id, sampleRow(2).id], rows: [] }),
      'questions.excerpts': () => [
        { questionId: sampleRow(2).id, foundIn: 'outline', excerpt: 'Parcels, late scans' },
      ],
    })
    show()
    await list()
    expect(bridge.inputs('questions.excerpts')).toEqual([])
    await userEvent.type(searchBox(), 'scans')
    const excerpt = await screen.findByText('My outline')
    expect(excerpt.closest('li')?.textContent).toContain('My outlineParcels, late scans')
    expect(excerpt.parentElement?.querySelector('mark')?.textContent).toBe('scans')
    expect(bridge.inputs('questions.excerpts').at(-1)).toEqual({
      query: 'scans',
      questionIds: [sampleRow(1).id, sampleRow(2).id],
    })
    // What is known is not asked again.
    const asked = bridge.inputs('questions.excerpts').length
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(bridge.inputs('questions.excerpts')).toHaveLength(asked)
  })

  it('says what to do where nothing is found, and brings everything back', async () => {
    bridgeWithQuestions([sampleRow(1)])
    show()
    await list()
    await userEvent.keyboard('/')
    expect(document.activeElement).toBe(searchBox())
    await userEvent.type(searchBox(), 'nowhere')
    expect(await screen.findByText('Nothing found for “nowhere”')).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'Clear search' }))
    expect(await links()).toEqual(['Question 1?'])
  })

  it('says why there is no list, and asks again', async () => {
    const bridge = bridgeWithQuestions([sampleRow(1)], {
      'questions.list': () => {
        throw new AppError('INTERNAL', 'no')
      },
    })
    show()
    expect(await screen.findByRole('alert')).toBeDefined()
    bridge.answer({ 'questions.list': () => ({ questionIds: [sampleRow(1).id], rows: [] }) })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await links()).toEqual(['Question 1?'])
  })

  it('is one stop for Tab, in which arrows, Space and Enter do the rest', async () => {
    bridgeWithQuestions([sampleRow(1), sampleRow(2), sampleRow(3)])
    show()
    await list()
    const focused = () => document.activeElement?.getAttribute('aria-label')
    await userEvent.keyboard('/')
    await userEvent.keyboard('{ArrowDown}')
    expect(focused()).toBe('Question 1?')
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    expect(focused()).toBe('Question 2?')
    expect(document.activeElement?.tagName).toBe('A')
    await userEvent.keyboard(' ')
    expect(await checkbox('Question 2?')).toHaveProperty('checked', true)
    await userEvent.tab({ shift: true })
    expect(document.activeElement).toBe(await checkbox('Question 2?'))
    await userEvent.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(await checkbox('Question 3?'))
    await userEvent.keyboard('{Enter}')
    expect(window.location.hash).toBe(`#/question/${sampleRow(3).id}`)
  })

  it('checks many with Shift, and all with one box', async () => {
    bridgeWithQuestions(Array.from({ length: 8 }, (_, index) => sampleRow(index + 1)))
    show()
    const user = userEvent.setup()
    await user.click(await checkbox('Question 2?'))
    await user.keyboard('{Shift>}')
    await user.click(await checkbox('Question 5?'))
    await user.keyboard('{/Shift}')
    expect(screen.getByText('4 selected')).toBeDefined()
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }))
    expect(screen.getByText('8 selected')).toBeDefined()
    await user.click(screen.getByRole('checkbox', { name: 'Select all' }))
    expect(screen.getByText('8 questions')).toBeDefined()
  })

  it('practises what is checked in the order of the list', async () => {
    const bridge = bridgeWithQuestions([sampleRow(1), sampleRow(2), sampleRow(3)], {
      'sessions.start': () => {
        throw new AppError('DISK_FULL', 'no')
      },
    })
    show()
    await userEvent.click(await checkbox('Question 3?'))
    await userEvent.click(await checkbox('Question 1?'))
    await userEvent.click(screen.getByRole('button', { name: 'Practise selected' }))
    expect(bridge.inputs('sessions.start')).toEqual([
      { kind: 'chosen', questionIds: [sampleRow(1).id, sampleRow(3).id] },
    ])
    expect(await screen.findByRole('alert')).toBeDefined()
  })

  it('practises what it is narrowed to, called by that', async () => {
    const bridge = bridgeWithQuestions([sampleRow(1), sampleRow(2, { isStarred: true })], {
      'sessions.start': () => new Promise(() => {}),
    })
    show()
    await list()
    expect(screen.queryByRole('button', { name: /^Practise/ })).toBeNull()
    await screen.findByRole('option', { name: 'team (1)' })
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Tag' }), 'team (1)')
    await userEvent.click(await screen.findByRole('button', { name: 'Practise these 2' }))
    const questionIds = [sampleRow(1).id, sampleRow(2).id]
    expect(bridge.inputs('sessions.start')).toEqual([{ kind: 'tag', tag: 'team', questionIds }])
  })

  it.each([
    ['Weak', { kind: 'weak', questionIds: [sampleRow(1).id] }],
    ['Never said', { kind: 'chosen', questionIds: [sampleRow(1).id] }],
  ])('practises all that are: %s', async (filter, start) => {
    const bridge = bridgeWithQuestions([sampleRow(1)], {
      'sessions.start': () => new Promise(() => {}),
    })
    show()
    await list()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Filter' }), filter)
    await userEvent.click(await screen.findByRole('button', { name: 'Practise this one' }))
    expect(bridge.inputs('sessions.start')).toEqual([start])
  })

  it('comes back to the same search, checks and row', async () => {
    bridgeWithQuestions([sampleRow(1), sampleRow(21), sampleRow(22)])
    const { unmount } = show()
    await list()
    await userEvent.type(searchBox(), '2')
    await waitFor(async () => expect(await links()).toEqual(['Question 21?', 'Question 22?']))
    await userEvent.keyboard('{ArrowDown}{ArrowDown} ')
    await userEvent.keyboard('{Enter}')
    act(unmount)
    show()
    expect(await links()).toEqual(['Question 21?', 'Question 22?'])
    expect(searchBox()).toHaveProperty('value', '2')
    expect(await checkbox('Question 22?')).toHaveProperty('checked', true)
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Question 22?')
  })
})
