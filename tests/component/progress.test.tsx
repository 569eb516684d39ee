import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ProgressScreen } from '../../renderer/progress/ProgressScreen'
import { WeekScreen } from '../../renderer/progress/week/WeekScreen'
import { AppError } from '../../shared/errors'
import type { Progress, ProgressRow, Week } from '../../shared/progress/progressRequests'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'
import { fakeLayout, scrollToRow } from './layout'
import { id } from './samples'

/** jsdom lays nothing out. */
class FixedSize {
  readonly #onResize: (entries: readonly unknown[]) => void
  constructor(onResize: (entries: readonly unknown[]) => void) {
    this.#onResize = onResize
  }
  observe(element: Element) {
    Object.defineProperty(element, 'clientWidth', { value: 800, configurable: true })
    this.#onResize([])
  }
  unobserve() {}
  disconnect() {}
}

const NO_DAYS: ProgressRow['days'] = Array.from({ length: 14 }, () => null)

function weekOf(day: string, change: Partial<Week> = {}): Week {
  return {
    day,
    spokenMs: 1_500_000,
    takeCount: 12,
    measuredCount: 10,
    timeToFirstWordMs: 1800,
    longestPauseMs: 3200,
    paceWpm: 142,
    ...change,
  }
}

const NOTHING_SAID: Partial<Week> = {
  spokenMs: 0,
  takeCount: 0,
  measuredCount: 0,
  timeToFirstWordMs: null,
  longestPauseMs: null,
  paceWpm: null,
}

function rowOf(number: number, change: Partial<ProgressRow> = {}): ProgressRow {
  return {
    id: `pack/question-${String(number)}`,
    question: `Question number ${String(number)}?`,
    shortTitle: null,
    language: 'en',
    packTitle: 'Pack',
    standing: 'unsaid',
    takeCount: 0,
    lastSaidAtMs: null,
    lastRating: null,
    days: NO_DAYS,
    ...change,
  }
}

function progressOf(change: Partial<Progress> = {}): Progress {
  const rows = change.rows ?? [
    rowOf(1, {
      standing: 'kept',
      takeCount: 4,
      // Past midnight, and the evening goes on.
      lastSaidAtMs: new Date(2025, 10, 27, 0, 30).getTime(),
      lastRating: 3,
      days: [
        ...NO_DAYS.slice(0, 11),
        { takeCount: 1, rating: null },
        null,
        { takeCount: 3, rating: 3 },
      ],
    }),
    rowOf(2),
  ]
  return {
    today: '2025-11-26',
    endsAtMs: Date.now() + 3_600_000,
    weeks: [
      weekOf('2025-11-03', NOTHING_SAID),
      weekOf('2025-11-10'),
      weekOf('2025-11-17', NOTHING_SAID),
      weekOf('2025-11-24', { spokenMs: 2_340_000, timeToFirstWordMs: 1250 }),
    ],
    standings: { kept: 1, rated: 0, said: 0, unsaid: 1 },
    questionIds: rows.map((row) => row.id),
    rows,
    ...change,
  }
}

function show(progress: Progress) {
  const bridge = fakeBridge({ 'progress.read': () => progress })
  render(
    <AppFrame>
      <main>
        <ProgressScreen />
      </main>
    </AppFrame>,
  )
  return bridge
}

const region = (name: string) => screen.findByRole('region', { name })

describe('Progress', () => {
  beforeEach(() => {
    vi.stubGlobal('ResizeObserver', FixedSize)
    fakeLayout()
  })

  it('says the minutes of this week, and draws each week since the first, as a link to it', async () => {
    show(progressOf())
    expect(screen.getByRole('heading', { level: 1, name: 'Progress' })).toBeDefined()
    const thisWeek = within(await region('This week'))
    expect(thisWeek.getByText('39 minutes')).toBeDefined()
    expect(thisWeek.getByText('spoken in 12 takes')).toBeDefined()
    const chart = thisWeek.getByRole('group', { name: 'Minutes spoken, week by week' })
    const links = within(chart).getAllByRole('link')
    expect(links.map((link) => link.getAttribute('aria-label'))).toEqual([
      'Week of 10 November 2025: 25 minutes',
      'Week of 17 November 2025: none',
      'Week of 24 November 2025: 39 minutes',
    ])
    expect(links[0]!.getAttribute('href')).toBe('#/progress/2025-11-10')
  })

  it('has the same as tables', async () => {
    show(progressOf())
    const thisWeek = within(await region('This week'))
    await userEvent.click(thisWeek.getByRole('button', { name: 'As a table' }))
    const cells = within(thisWeek.getByRole('table')).getAllByRole('row')
    expect(cells.slice(1).map(({ textContent }) => textContent)).toEqual([
      '24 to 30 November 20253912',
      '17 to 23 November 202500',
      '10 to 16 November 20252512',
    ])
    const sound = within(await region('How you sound'))
    await userEvent.click(sound.getByRole('button', { name: 'As a table' }))
    const rows = within(sound.getByRole('table')).getAllByRole('row')
    expect(rows[1]!.textContent).toBe('24 to 30 November 20251.2 s3.2 sabout 14010')
    expect(rows[2]!.textContent).toBe('17 to 23 November 2025–None–None–None0')
  })

  it('shows how one sounds against the weeks before, with a gap where nothing was measured', async () => {
    show(progressOf())
    const sound = within(await region('How you sound'))
    expect(sound.getByText('1.2 s')).toBeDefined()
    expect(sound.getByText('this week, earlier weeks 1.8 s')).toBeDefined()
    expect(sound.getByText(/Pace is an estimate/)).toBeDefined()
    const chart = sound.getByRole('group', { name: 'Pace, week by week' })
    expect(
      within(chart)
        .getAllByRole('link')
        .map((link) => link.getAttribute('aria-label')),
    ).toEqual([
      'Week of 10 November 2025: about 140 words a minute, estimated',
      'Week of 24 November 2025: about 140 words a minute, estimated',
    ])
    // Two dots and no line between them, for the week in the middle has none.
    expect(chart.querySelector('path')!.getAttribute('d')).toMatch(/^M[^L]+Z?M?[^L]*Z?$/)
  })

  it('counts how the questions stand, and shows the last days of each', async () => {
    show(progressOf())
    const questions = within(await region('Questions'))
    const stands = within(questions.getByRole('list', { name: 'How they stand' }))
    expect(stands.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
      '1 Best take kept',
      '0 Rated',
      '0 Said, not rated',
      '1 Not said yet',
    ])
    const rows = within(questions.getByRole('list', { name: 'Questions' })).getAllByRole('listitem')
    const link = within(rows[0]!).getByRole('link', { name: 'Question number 1?' })
    expect(link.getAttribute('href')).toBe('#/question/pack/question-1')
    const days = '24 Nov 2025: said, not rated. 26 Nov 2025: Good.'
    expect(within(rows[0]!).getByRole('img', { name: days })).toBeDefined()
    expect(within(rows[0]!).getByRole('img', { name: 'Best take kept' })).toBeDefined()
    expect(
      within(rows[1]!).getByRole('img', { name: 'Not said in the last 14 days' }),
    ).toBeDefined()
    expect(rows[0]!.textContent).toContain('Last said: Today')
    expect(rows[1]!.textContent).toContain('Not yet')
  })

  it('has words for a library in which nothing was said', async () => {
    show(
      progressOf({
        weeks: [weekOf('2025-11-17', NOTHING_SAID), weekOf('2025-11-24', NOTHING_SAID)],
        rows: [rowOf(1)],
        standings: { kept: 0, rated: 0, said: 0, unsaid: 1 },
      }),
    )
    expect(within(await region('This week')).getByText('Nothing said yet')).toBeDefined()
    expect(
      within(await region('How you sound')).getByText(/^Nothing is measured yet/),
    ).toBeDefined()
    expect(screen.queryByRole('group')).toBeNull()
    expect(screen.queryByText(/^Last week/)).toBeNull()
  })

  it('has figures and no chart in the first week', async () => {
    show(progressOf({ weeks: [weekOf('2025-11-17', NOTHING_SAID), weekOf('2025-11-24')] }))
    expect(within(await region('This week')).getByText('25 minutes')).toBeDefined()
    const sound = within(await region('How you sound'))
    expect(sound.getByText('1.8 s')).toBeDefined()
    expect(sound.getByText(/From the second week on, charts show/)).toBeDefined()
    expect(screen.queryByRole('group')).toBeNull()
  })

  it('says so when there is no question to practise', async () => {
    const standings = { kept: 0, rated: 0, said: 0, unsaid: 0 }
    show(progressOf({ rows: [], questionIds: [], standings }))
    const questions = within(await region('Questions'))
    expect(questions.getByText(/^There is no question to practise/)).toBeDefined()
    expect(questions.queryByRole('list')).toBeNull()
  })

  it('draws few of ten thousand rows, and asks for those that are scrolled to', async () => {
    const questionIds = Array.from({ length: 10_000 }, (_, at) => rowOf(at + 1).id)
    const rows = Array.from({ length: 24 }, (_, at) => rowOf(at + 1))
    const bridge = show(progressOf({ questionIds, rows }))
    bridge.answer({
      'progress.rows': ({ questionIds: asked }) =>
        asked.map((each) => rowOf(Number(each.split('-')[1]))),
    })
    const list = await screen.findByRole('list', { name: 'Questions' })
    expect(within(list).getAllByRole('listitem').length).toBeLessThan(24)
    scrollToRow(screen.getByRole('main'), 7000)
    const far = await within(list).findAllByRole('link', { name: /^Question number 8\d{3}\?$/ })
    expect(far.length).toBeLessThan(24)
    expect(
      bridge.inputs('progress.rows').flatMap((input) => input.questionIds).length,
    ).toBeLessThan(200)
    expect(within(list).getAllByRole('listitem')[0]!.getAttribute('aria-setsize')).toBe('10000')
  })

  it('says why rows did not come, and asks again', async () => {
    const rows = [rowOf(1)]
    const bridge = show(progressOf({ questionIds: [rowOf(1).id, rowOf(2).id], rows }))
    bridge.answer({
      'progress.rows': () => {
        throw new AppError('INTERNAL')
      },
    })
    // Asked before that: by what the list showed first.
    await screen.findByRole('alert')
    bridge.answer({ 'progress.rows': () => [rowOf(2)] })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('link', { name: 'Question number 2?' })).toBeDefined()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('says when it cannot be read, and tries again', async () => {
    const bridge = fakeBridge({
      'progress.read': () => {
        throw new AppError('DISK_FULL')
      },
    })
    render(<ProgressScreen />)
    expect(await screen.findByRole('alert')).toBeDefined()
    bridge.answer({ 'progress.read': () => progressOf() })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await region('This week')).toBeDefined()
  })

  it('is read again when the day turns', async () => {
    const bridge = show(progressOf({ endsAtMs: Date.now() + 1100 }))
    await region('This week')
    await waitFor(() => expect(bridge.inputs('progress.read').length).toBeGreaterThan(1))
  })
})

describe('a week of Progress', () => {
  const session = {
    sessionId: id(7),
    title: 'Backend Developer',
    startedAtMs: new Date(2025, 10, 20, 19, 30).getTime(),
    takeCount: 3,
    spokenMs: 245_000,
    firstTakeId: id(1007),
  }

  it('has its sessions, each from its first take in that week', async () => {
    const bridge = fakeBridge({
      'progress.week': () => ({
        week: weekOf('2025-11-17'),
        sessions: [session],
        sessionCount: 4,
      }),
    })
    render(<WeekScreen day="2025-11-17" />)
    expect(
      await screen.findByRole('heading', { level: 1, name: '17 to 23 November 2025' }),
    ).toBeDefined()
    expect(bridge.inputs('progress.week')).toEqual([{ day: '2025-11-17' }])
    expect(screen.getByText('25 minutes spoken in 12 takes')).toBeDefined()
    expect(screen.getByText('about 140 words a minute, estimated')).toBeDefined()
    const link = screen.getByRole('link', { name: 'Thursday, 20 November 2025, 19:30' })
    expect(link.getAttribute('href')).toBe(`#/history/${id(7)}/${id(1007)}`)
    expect(screen.getByText(/^3 earlier sessions of this week are in/)).toBeDefined()
    expect(screen.getByRole('link', { name: 'Back to Progress' })).toBeDefined()
  })

  it('says so when nothing was said in it, and when there is no such week', async () => {
    const bridge = fakeBridge({
      'progress.week': () => ({
        week: weekOf('2025-11-17', NOTHING_SAID),
        sessions: [],
        sessionCount: 0,
      }),
    })
    const { unmount } = render(<WeekScreen day="2025-11-17" />)
    expect(await screen.findByText('Nothing was said in this week.')).toBeDefined()
    expect(screen.queryByRole('list')).toBeNull()
    unmount()
    bridge.answer({
      'progress.week': () => {
        throw new AppError('NOT_FOUND')
      },
    })
    render(<WeekScreen day="2020-01-06" />)
    expect((await screen.findByRole('alert')).textContent).toContain('not here any more')
  })
})
