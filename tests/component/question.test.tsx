import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { QuestionScreen } from '../../renderer/question/QuestionScreen'
import type { HeardTake } from '../../renderer/question/heardTake'
import { AppError } from '../../shared/errors'
import type { Question } from '../../shared/model'
import { cardOf, heardOn, historyOf, sessionId } from '../helpers/heardTakes'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'
import { markId } from './fakeMarks'
import { sampleSession } from './samples'

/** jsdom lays nothing out. */
class FixedSize {
  readonly #onResize: () => void
  constructor(onResize: () => void) {
    this.#onResize = onResize
  }
  observe(element: Element) {
    Object.defineProperty(element, 'clientWidth', { value: 800, configurable: true })
    this.#onResize()
  }
  disconnect() {}
}

function show(takes: HeardTake[], question: Partial<Question> = {}) {
  const { question: asked, ...others } = historyOf(takes)
  const history = { ...others, question: { ...asked, ...question } }
  const bridge = fakeBridge({
    'questions.open': () => history,
    'questions.read': () => cardOf(history),
  })
  render(
    <AppFrame>
      <QuestionScreen questionId="pack/question-1" />
    </AppFrame>,
  )
  return bridge
}

const chart = () => screen.findByRole('group', { name: /take by take$/ })
const table = () => screen.findByRole('table', { name: 'Takes' })
const compare = () => screen.getByRole('button', { name: 'Compare takes' })
const box = (name: string) => screen.getByRole('checkbox', { name: `Choose ${name} to compare` })

describe("a question's page", () => {
  beforeEach(() => {
    window.location.hash = ''
    vi.stubGlobal('ResizeObserver', FixedSize)
  })

  it('has a named link to each take in the chart and in the table', async () => {
    show([heardOn(1), heardOn(2), heardOn(2, { number: 2, durationMs: 61_000 })])
    expect(
      await screen.findByRole('heading', { level: 1, name: 'Question number 1?' }),
    ).toBeDefined()
    expect(screen.getByText('Pack · 3 takes in 2 sessions')).toBeDefined()
    const points = within(await chart()).getAllByRole('link')
    expect(points.map((point) => point.getAttribute('aria-label'))).toEqual([
      'Take 1, 14 November 2025: 1:34',
      'Take 1, 15 November 2025: 1:34',
      'Take 2, 15 November 2025: 1:01',
    ])
    const rows = within(await table()).getAllByRole('link', { name: /^Take/ })
    expect(rows.map((row) => row.getAttribute('aria-label'))).toEqual([
      'Take 2, 15 November 2025',
      'Take 1, 15 November 2025',
      'Take 1, 14 November 2025',
    ])
    const link = `#/history/${sessionId(2)}/${heardOn(2, { number: 2 }).take.id}`
    expect(points[2]!.getAttribute('href')).toBe(link)
    expect(rows[0]!.getAttribute('href')).toBe(link)
    const session = screen.getByRole('link', { name: 'Session of 15 November 2025, 18:30' })
    expect(session.getAttribute('href')).toBe(`#/history/${sessionId(2)}`)
  })

  it('shows another measure, and only the takes that have it', async () => {
    show([heardOn(1), heardOn(2, {}, { measures: null }), heardOn(3)])
    await userEvent.selectOptions(await screen.findByRole('combobox', { name: 'Measure' }), 'Pace')
    const points = within(await chart()).getAllByRole('link')
    expect(points.map((point) => point.getAttribute('aria-label'))).toEqual([
      'Take 1, 14 November 2025: 130 to 155 words a minute, estimated',
      'Take 1, 16 November 2025: 130 to 155 words a minute, estimated',
    ])
    expect(screen.getByText(/1 take without a value/)).toBeDefined()
    await userEvent.selectOptions(
      screen.getByRole('combobox', { name: 'Measure' }),
      'Could one follow it?',
    )
    expect(screen.getByText('Not answered for any of these takes yet.')).toBeDefined()
    await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Measure' }), 'Length')
  })

  it('is one stop for Tab in the chart, however many takes there are', async () => {
    show(Array.from({ length: 30 }, (_, index) => heardOn(index + 1)))
    const points = within(await chart()).getAllByRole('link')
    expect(points.filter((point) => point.tabIndex === 0)).toEqual([points[29]])
    points[29]!.focus()
    await userEvent.keyboard('{ArrowLeft}{ArrowLeft}')
    expect(document.activeElement).toBe(points[27])
    await userEvent.keyboard('{Home}')
    expect(document.activeElement).toBe(points[0])
  })

  it('compares two takes, the third choice in the place of the first', async () => {
    const takes = [heardOn(1), heardOn(2), heardOn(3)]
    show(takes)
    await table()
    expect(compare()).toHaveProperty('disabled', true)
    expect(screen.getByText('Choose two to compare')).toBeDefined()
    await userEvent.click(box('Take 1, 16 November 2025'))
    await userEvent.click(box('Take 1, 14 November 2025'))
    await userEvent.click(box('Take 1, 15 November 2025'))
    expect(box('Take 1, 16 November 2025')).toHaveProperty('checked', false)
    expect(await screen.findByText('Take 1, 16 November 2025 is not chosen any more')).toBeDefined()
    await userEvent.click(compare())
    const [older, newer] = [takes[0]!.take.id, takes[1]!.take.id]
    expect(window.location.hash).toBe(`#/compare/pack/question-1/${older}/${newer}`)
  })

  it('tells the first takes of two sessions of one day by their time', async () => {
    const [evening, later] = [heardOn(1), heardOn(1, { sessionId: sessionId(2) })]
    const startedAtMs = evening.take.startedAtMs + 45 * 60_000
    show([evening, { ...later, take: { ...later.take, id: heardOn(2).take.id, startedAtMs } }])
    await table()
    const chosen = 'Take 1, 14 November 2025, 18:30 and Take 1, 14 November 2025, 19:15'
    expect(screen.getByText(chosen)).toBeDefined()
    expect(box('Take 1, 14 November 2025, 19:15')).toHaveProperty('checked', true)
  })

  it('compares one take with the example', async () => {
    show([heardOn(1)])
    expect(await screen.findByText(/From the second take on, a chart/)).toBeDefined()
    await userEvent.click(box('Take 1, 14 November 2025'))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Example answer' }))
    await userEvent.click(compare())
    expect(window.location.hash).toBe(`#/compare/pack/question-1/${heardOn(1).take.id}/example`)
  })

  it('has both takes chosen where there are two', async () => {
    show([heardOn(1), heardOn(2)])
    await table()
    expect(compare()).toHaveProperty('disabled', false)
  })

  it('keeps a damaged take, which cannot be compared', async () => {
    show([heardOn(1, { state: 'damaged' }), heardOn(2), heardOn(3)])
    expect(within(await table()).getByText('Damaged')).toBeDefined()
    expect(box('Take 1, 14 November 2025')).toHaveProperty('disabled', true)
  })

  it('tells what is known of a question without takes, and starts a session of it alone', async () => {
    const bridge = show([], { outline: ['The queue', 'What it cost'] })
    expect(await screen.findByText(/No takes yet · 1:00 to 2:00 fits$/)).toBeDefined()
    expect(screen.queryByRole('table')).toBeNull()
    const why = screen.getByRole('region', { name: 'Why they ask' })
    expect(within(why).getByText('They want to see.')).toBeDefined()
    const outline = within(screen.getByRole('region', { name: 'My outline' }))
    // The pack's key words are no outline, they ask for one.
    expect(
      outline
        .getAllByRole<HTMLInputElement>('textbox')
        .map(({ placeholder, value }) => [placeholder, value]),
    ).toEqual([
      ['The queue', ''],
      ['What it cost', ''],
    ])
    // As in a session: the example is hidden until one has tried, or asks for it.
    const example = screen.getByRole('button', { name: /^Example answer/, expanded: false })
    await userEvent.click(example)
    expect(screen.getByText('Its second paragraph.')).toBeDefined()

    const session = sampleSession()
    bridge.answer({ 'sessions.start': () => session })
    await userEvent.click(screen.getByRole('button', { name: 'Practise this question' }))
    await waitFor(() => expect(window.location.hash).toBe(`#/session/${session.id}`))
    expect(bridge.inputs('sessions.start')).toEqual([
      { kind: 'one', questionId: 'pack/question-1' },
    ])
  })

  it('says when a session of the question cannot be started', async () => {
    const bridge = show([heardOn(1)])
    bridge.answer({
      'sessions.start': () => {
        throw new AppError('NOT_FOUND')
      },
    })
    await userEvent.click(await screen.findByRole('button', { name: 'Practise this question' }))
    expect((await screen.findByRole('alert')).textContent).toContain('not here any more')
  })

  it('names the take that is looked at in the line of the heading, on no other point', async () => {
    show([heardOn(1), heardOn(2)])
    const point = within(await chart()).getAllByRole('link')[0]!
    await userEvent.hover(point)
    const named = screen.getByText('Take 1, 14 November 2025: 1:34')
    expect(named.closest('header')?.textContent).toContain('Over time')
    await userEvent.unhover(point)
    expect(named.textContent).toBe('')
  })

  it('counts the marks of each take beside a strip of them, the newest first', async () => {
    const mark = (number: number, kind: 'task' | 'filler') => ({
      id: markId(number),
      takeId: heardOn(1).take.id,
      kind,
      atMs: 1000 * number,
      note: '',
    })
    const marks = [mark(1, 'task'), mark(2, 'filler'), mark(3, 'filler')]
    show([heardOn(1, {}, { marks }), heardOn(2), heardOn(3, {}, { marks: [mark(4, 'task')] })])
    const rows = within(await screen.findByRole('table', { name: 'Marks by take' }))
    const [, newest, oldest] = rows.getAllByRole('row')
    expect(rows.getAllByRole('row')).toHaveLength(3)
    expect(rows.getByRole('columnheader', { name: 'Filler' })).toBeDefined()
    const cells = (row: HTMLElement) =>
      within(row)
        .getAllByRole('cell')
        .slice(-2)
        .map(({ textContent }) => textContent)
    expect(within(newest!).getByRole('rowheader').getAttribute('aria-label')).toBe(
      'Take 1, 16 November 2025',
    )
    expect(cells(newest!)).toEqual(['1', '–None'])
    expect(cells(oldest!)).toEqual(['1', '2'])
  })

  it('says when it cannot be opened, and tries again', async () => {
    const bridge = fakeBridge({
      'questions.open': () => {
        throw new AppError('NOT_FOUND')
      },
      'questions.read': () => cardOf(historyOf([heardOn(1)])),
    })
    render(<QuestionScreen questionId="pack/question-1" />)
    expect((await screen.findByRole('alert')).textContent).toContain('not here any more')
    bridge.answer({ 'questions.open': () => historyOf([heardOn(1)]) })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { level: 1 })).toBeDefined()
  })
})
