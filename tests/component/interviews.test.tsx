import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { Interviews } from '../../renderer/interviews/Interviews'
import { DEFAULT_SETTINGS } from '../../shared/defaults'
import { useInterviews } from '../../renderer/interviews/useInterviews'
import { AppError } from '../../shared/errors'
import type { Interview } from '../../shared/interviews/interview'
import { calendarDateOf } from '../../shared/interviews/practiceDays'
import type { Settings } from '../../shared/model'
import { addDays } from '../../shared/practice/day'
import type { QuestionRow } from '../../shared/questions/questionRequests'
import { AppFrame } from './appFrame'
import './dialogElement'
import { fakeBridge } from './fakeBridge'
import { fakeLayout } from './layout'
import { BUILT_IN, button, pack } from './listDialogs'
import { id } from './samples'

const TODAY = calendarDateOf(Date.now())
const inDays = (days: number) => addDays(TODAY, days)

function interview(number: number, more: Partial<Interview> = {}): Interview {
  return {
    id: id(number),
    where: 'Acme',
    date: inDays(6),
    scope: null,
    askedQuestionIds: [],
    toldAtMs: null,
    calendarTime: null,
    ...more,
  }
}

const row = (questionId: string, question: string): QuestionRow => ({
  id: questionId,
  question,
  shortTitle: null,
  packId: 'mine',
  packTitle: 'Mine',
  packKind: 'own',
  tags: [],
  isStarred: false,
  isNotForMe: false,
  takeCount: 0,
  lastSaidAtMs: null,
  lastRating: null,
})
const ROWS = [row('own/us', 'Why us?'), row('own/you', 'Why you?'), row('own/lock', 'A lock?')]

function OnPractice() {
  return <Interviews interviews={useInterviews()} />
}

/** A library with these interviews, which does as it is asked. */
function showInterviews(...interviews: Interview[]) {
  let stored = interviews
  const bridge = fakeBridge({
    'drafts.read': () => null,
    'drafts.discard': () => undefined,
    'interviews.list': () =>
      stored.toSorted((a, b) => (`${a.date} ${a.id}` < `${b.date} ${b.id}` ? -1 : 1)),
    'interviews.save': ({ interviewId, ...written }) => {
      const before = stored.find((one) => one.id === interviewId)
      const saved = { ...(before ?? interview(90 + stored.length)), ...written }
      stored = [...stored.filter((one) => one !== before), saved]
      return saved
    },
    'interviews.remove': ({ interviewId }) => {
      stored = stored.filter((one) => one.id !== interviewId)
    },
    'interviews.restore': () => {
      stored = interviews
    },
    'interviews.tell': ({ interviewId, questionIds }) => {
      const told = {
        ...stored.find((one) => one.id === interviewId)!,
        askedQuestionIds: questionIds,
      }
      stored = stored.map((one) => (one.id === interviewId ? { ...told, toldAtMs: 5 } : one))
      return { ...told, toldAtMs: 5 }
    },
    'packs.list': () => [pack('mine', { title: 'Mine' }), BUILT_IN],
    'questions.list': ({ query }) => ({
      questionIds: ROWS.filter(({ question }) => question.includes(query)).map((one) => one.id),
      rows: [],
    }),
    'questions.rows': ({ questionIds }) =>
      questionIds.flatMap((questionId) => ROWS.filter((one) => one.id === questionId)),
  })
  render(
    <AppFrame>
      <OnPractice />
    </AppFrame>,
  )
  return bridge
}

const region = () => screen.findByRole('region', { name: 'Your interview' })
const dialog = (name = 'Your interview') => screen.findByRole('dialog', { name })
const said = async () => (await region()).textContent

beforeEach(() => {
  fakeLayout()
})

describe('your interview', () => {
  it('is set with where and when, and says how many days are left', async () => {
    const bridge = showInterviews()
    await region()
    await userEvent.click(button('Set interview date'))
    const form = await dialog()
    expect(within(form).queryByRole('button', { name: 'Remove' })).toBeNull()
    await userEvent.type(within(form).getByRole('textbox', { name: 'Where' }), 'Acme{Enter}')
    expect(within(form).getByText('Choose the day.')).toBeDefined()
    expect(document.activeElement).toBe(within(form).getByLabelText('Date'))
    expect(bridge.inputs('interviews.save')).toEqual([])

    await userEvent.type(within(form).getByLabelText('Date'), inDays(6))
    expect(within(form).getByText(/, in 6 days\.$/)).toBeDefined()
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(bridge.inputs('interviews.save')).toEqual([
      { interviewId: null, where: 'Acme', date: inDays(6), scope: null },
    ])
    expect(within(await region()).getByText('in 6 days')).toBeDefined()
    expect(screen.getByRole('status').textContent).toBe('Interview in 6 days saved')
    expect(screen.queryByRole('button', { name: 'Set interview date' })).toBeNull()
    // The button that opened it is gone.
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Your interview' }))
  })

  it('says today and tomorrow, and fills no calendar on its own day', async () => {
    showInterviews(interview(1, { date: TODAY, where: '' }), interview(2, { date: inDays(1) }))
    expect(await said()).toContain('Interviewtoday')
    expect(await said()).toContain('Acmetomorrow')
    expect(screen.queryByRole('button', { name: /calendar/ })).toBeNull()
  })

  it('stays as it was when main refuses, and says so before it says anything else', async () => {
    const bridge = showInterviews(interview(1))
    bridge.answer({
      'interviews.save': () => {
        throw new AppError('DISK_FULL')
      },
    })
    await region()
    await userEvent.click(button('Change interview date'))
    const form = await dialog()
    await userEvent.clear(within(form).getByRole('textbox', { name: 'Where' }))
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }))
    expect((await within(form).findByRole('alert')).textContent).toContain('The disk is full.')
    expect(screen.getByRole('status').textContent).toBe('')
    expect(await said()).toContain('Acme')
  })

  it('is removed, and brought back where it was', async () => {
    const bridge = showInterviews(interview(1), interview(2, { where: 'Globex', date: inDays(9) }))
    await region()
    await userEvent.click(button('Change interview date: Globex'))
    await userEvent.click(within(await dialog()).getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(screen.queryByText('Globex')).toBeNull())
    expect(bridge.inputs('interviews.remove')).toEqual([{ interviewId: id(2) }])
    const undo = within(await region()).getByRole('region', { name: 'Undo' })
    expect(undo.textContent).toContain('Interview removed')
    await userEvent.click(within(undo).getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('Globex')).toBeDefined()
    expect(bridge.inputs('interviews.restore')).toEqual([{ interviewId: id(2) }])
  })

  it('can be one of several, the nearest first, each with packs of its own', async () => {
    const bridge = showInterviews(interview(1))
    await region()
    await userEvent.click(button('Add another interview'))
    const form = await dialog()
    await userEvent.type(within(form).getByRole('textbox', { name: 'Where' }), 'Globex')
    await userEvent.type(within(form).getByLabelText('Date'), inDays(2))
    await userEvent.click(
      within(form).getByRole('radio', { name: 'For this interview only these' }),
    )
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }))
    expect(within(form).getByText('Choose at least one.')).toBeDefined()
    await userEvent.click(within(form).getByRole('checkbox', { name: 'Mine' }))
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(bridge.inputs('interviews.save')).toMatchObject([
      { scope: { packIds: ['mine'], includesOwn: false } },
    ])
    const rows = within(screen.getByRole('list', { name: 'Interviews' })).getAllByRole('listitem')
    expect(rows.map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('Globexin 2 days'),
      expect.stringContaining('Acmein 6 days'),
    ])
  })
})

describe('the practice in the calendar', () => {
  it('asks for the hour, and says how many entries there will be', async () => {
    const bridge = showInterviews(interview(1, { date: inDays(3) }))
    bridge.answer({
      'interviews.saveCalendar': ({ time }) => ({
        state: 'saved',
        fileName: 'Practice.ics',
        interview: interview(1, { date: inDays(3), calendarTime: time }),
      }),
    })
    await region()
    await userEvent.click(button('Put the practice into my calendar'))
    const form = await dialog('Practice in your calendar')
    const time = within(form).getByLabelText<HTMLInputElement>('At what time')
    expect(time.value).toBe('19:00')
    await userEvent.clear(time)
    expect(within(form).getByRole('button', { name: 'Save' })).toHaveProperty('disabled', true)
    await userEvent.type(time, '23:59')
    expect(within(form).getByText(/^3 entries of 20 minutes, from today to /)).toBeDefined()
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(bridge.inputs('interviews.saveCalendar')).toEqual([
      { interviewId: id(1), time: '23:59' },
    ])
    expect(screen.getByRole('status').textContent).toBe('3 entries saved in Practice.ics')
    await userEvent.click(button('Put the practice into my calendar'))
    const again = within(await dialog('Practice in your calendar'))
    expect(again.getByLabelText<HTMLInputElement>('At what time').value).toBe('23:59')
    expect(again.getByText(/take the place of those from before/)).toBeDefined()
  })

  it('says what to do when the file was not written', async () => {
    const bridge = showInterviews(interview(1))
    bridge.answer({ 'interviews.saveCalendar': () => ({ state: 'refused', isDiskFull: true }) })
    await region()
    await userEvent.click(button('Put the practice into my calendar'))
    const form = await dialog('Practice in your calendar')
    await userEvent.click(within(form).getByRole('button', { name: 'Save' }))
    expect((await within(form).findByRole('alert')).textContent).toContain('free some space')
  })
})

describe('after the interview', () => {
  const tellDialog = async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'Tell what they asked' }))
    return within(await dialog('What they asked'))
  }

  it('asks what they asked; each tick is stored, and nothing asks again', async () => {
    const bridge = showInterviews(interview(1, { date: inDays(-1) }))
    const after = await screen.findByRole('region', { name: 'How did the interview go?' })
    expect(after.textContent).toContain('Acmeyesterday')
    const form = await tellDialog()
    await userEvent.click(await form.findByRole('checkbox', { name: 'Why us?' }))
    await userEvent.type(form.getByRole('searchbox', { name: 'Search questions' }), 'lock')
    await userEvent.click(await form.findByRole('checkbox', { name: 'A lock?' }))
    expect(form.getByText('2 questions asked')).toBeDefined()
    // Not for each tick, and not for each letter: of ten thousand questions that would be much.
    expect(bridge.inputs('questions.rows')).toHaveLength(1)
    await userEvent.click(form.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(bridge.inputs('interviews.tell').slice(0, 2)).toEqual([
      { interviewId: id(1), questionIds: ['own/us'] },
      { interviewId: id(1), questionIds: ['own/us', 'own/lock'] },
    ])
    expect(screen.queryByRole('region', { name: 'How did the interview go?' })).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Your interview' }))

    await userEvent.click(button('Past interviews'))
    const past = within(screen.getByRole('list', { name: 'Past interviews' }))
    expect(past.getByText(/, 2 questions asked$/)).toBeDefined()
    const asked = await past.findByRole('list', { name: 'Asked: Acme' })
    expect(within(asked).getByRole('link', { name: 'Why us?' }).getAttribute('href')).toBe(
      '#/question/own/us',
    )
  })

  it('takes nothing for an answer too', async () => {
    const bridge = showInterviews(interview(1, { date: inDays(-1) }))
    const form = await tellDialog()
    await userEvent.click(form.getByRole('button', { name: 'Done' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(bridge.inputs('interviews.tell')).toEqual([{ interviewId: id(1), questionIds: [] }])
    expect(screen.queryByRole('region', { name: 'How did the interview go?' })).toBeNull()
  })

  it('unticks what main did not take', async () => {
    const bridge = showInterviews(interview(1, { date: inDays(-1) }))
    bridge.answer({
      'interviews.tell': () => {
        throw new AppError('DISK_FULL')
      },
    })
    const form = await tellDialog()
    const box = await form.findByRole<HTMLInputElement>('checkbox', { name: 'Why us?' })
    await userEvent.click(box)
    expect((await form.findByRole('alert')).textContent).toContain('The disk is full.')
    expect(box.checked).toBe(false)
  })

  it('takes what was new by the same paste, as asked', async () => {
    const bridge = showInterviews(interview(1, { date: inDays(-1) }))
    bridge.answer({
      'lists.wordsInPack': () => [],
      'drafts.read': () => null,
      'drafts.keep': () => undefined,
      'drafts.discard': () => undefined,
      'settings.change': (change) => ({ ...DEFAULT_SETTINGS, ...change }) as Settings,
      'questions.import': () => ({ packId: 'mine', addedIds: ['own/lock'], changedCount: 0 }),
    })
    const form = await tellDialog()
    await userEvent.click(await form.findByRole('checkbox', { name: 'Why you?' }))
    await userEvent.click(form.getByRole('button', { name: 'Paste questions' }))
    const paste = within(await dialog('Paste questions'))
    await userEvent.click(paste.getByRole('textbox', { name: 'Questions' }))
    await userEvent.paste('A lock?')
    await userEvent.click(await paste.findByRole('button', { name: 'Add 1 question' }))
    await waitFor(() =>
      expect(bridge.inputs('interviews.tell').at(-1)).toEqual({
        interviewId: id(1),
        questionIds: ['own/you', 'own/lock'],
      }),
    )
    expect(await form.findByText('2 questions asked')).toBeDefined()
    const boxes = form.getAllByRole<HTMLInputElement>('checkbox')
    expect(boxes.map(({ checked }) => checked)).toEqual([true, true, false])
  })

  it('asks no more after a month, and of the newest one only', async () => {
    showInterviews(
      interview(1, { date: inDays(-31), where: 'Old' }),
      interview(2, { date: inDays(-3), where: 'Globex' }),
      interview(3, { date: inDays(-2), toldAtMs: 5 }),
    )
    const after = await screen.findByRole('region', { name: 'How did the interview go?' })
    expect(after.textContent).toContain('Globex3 days ago')
    expect(screen.getAllByRole('button', { name: 'Tell what they asked' })).toHaveLength(1)
  })
})
