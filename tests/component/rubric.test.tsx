import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { RUBRIC_QUESTIONS, type RubricItem } from '../../shared/defaults'
import { AppError } from '../../shared/errors'
import type { Rubric } from '../../shared/rubric'
import type { FakeBridge } from './fakeBridge'
import { showReview } from './reviewedTake'
import { playableTake, TAKE } from './takePlayer'

vi.mock('../../renderer/player/TakeWaveform', () => ({ TakeWaveform: () => null }))

const UNANSWERED: Rubric = { answered: null, concrete: null, followable: null, natural: null }

let bridge: FakeBridge
beforeEach(() => {
  bridge = playableTake()
  bridge.answer({ 'rubric.answer': () => undefined })
})

const group = (item: RubricItem) =>
  screen.getByRole('radiogroup', { name: RUBRIC_QUESTIONS[item], hidden: true })
const step = (item: RubricItem, name: string) =>
  within(group(item)).getByRole<HTMLInputElement>('radio', { name, hidden: true })
const focused = () => document.activeElement?.closest('[role="radiogroup"]')
const press = (key: string) => fireEvent.keyDown(document.activeElement ?? document.body, { key })

/** Waits until the questions know what main knows. */
const shown = (rubric: Rubric) => {
  bridge.answer({ 'rubric.read': () => rubric })
  const acts = showReview()
  return {
    ...acts,
    ready: () => waitFor(() => expect(bridge.inputs('rubric.read')).toHaveLength(1)),
  }
}

describe('the four questions', () => {
  it('are folded until Q, which goes to the first one without an answer', async () => {
    const { ready } = shown({ ...UNANSWERED, answered: 4 })
    await ready()
    await screen.findByText('1 of 4 answered')
    const summary = screen.getByText('Four more questions')
    const details = summary.closest('details')!
    details.open = false
    press('q')
    expect(details.open).toBe(true)
    expect(focused()).toBe(group('concrete'))
  })

  it('are answered with 1 to 4, one after the other, and the take is not rated', async () => {
    const { rate, ready } = shown(UNANSWERED)
    await ready()
    press('q')
    for (const key of ['4', '3', '2', '4']) press(key)
    await waitFor(() => expect(bridge.inputs('rubric.answer')).toHaveLength(4))
    expect(bridge.inputs('rubric.answer')).toEqual([
      { takeId: TAKE.id, item: 'answered', step: 4 },
      { takeId: TAKE.id, item: 'concrete', step: 3 },
      { takeId: TAKE.id, item: 'followable', step: 2 },
      { takeId: TAKE.id, item: 'natural', step: 4 },
    ])
    expect(await screen.findByText('4 of 4 answered')).toBeDefined()
    expect(document.activeElement).toBe(step('natural', 'Yes'))
    expect(step('followable', 'Partly').checked).toBe(true)
    expect(rate).not.toHaveBeenCalled()
  })

  it('leave 1 to 4 to the rating once Escape was pressed', async () => {
    const { rate, ready } = shown(UNANSWERED)
    await ready()
    press('q')
    press('Escape')
    expect(focused()).toBeFalsy()
    press('2')
    expect(rate).toHaveBeenCalledWith(2)
    expect(bridge.inputs('rubric.answer')).toEqual([])
  })

  it('take an answer back: the same key, the same click, or Backspace', async () => {
    const { ready } = shown({ answered: 4, concrete: 3, followable: 2, natural: null })
    await ready()
    await screen.findByText('3 of 4 answered')
    screen.getByText('Four more questions').closest('details')!.open = true
    step('answered', 'Yes').focus()
    press('4')
    expect(focused()).toBe(group('answered'))
    fireEvent.click(step('concrete', 'Mostly'))
    step('followable', 'Partly').focus()
    press('Backspace')
    await waitFor(() => expect(bridge.inputs('rubric.answer')).toHaveLength(3))
    expect(bridge.inputs('rubric.answer')).toEqual(
      (['answered', 'concrete', 'followable'] as const).map((item) => ({
        takeId: TAKE.id,
        item,
        step: null,
      })),
    )
    await waitFor(() => expect(screen.queryByText(/of 4 answered/)).toBeNull())
  })

  it('are answered with a click, too', async () => {
    const { ready } = shown(UNANSWERED)
    await ready()
    await userEvent.click(step('natural', 'Mostly'))
    expect(bridge.inputs('rubric.answer')).toEqual([{ takeId: TAKE.id, item: 'natural', step: 3 }])
    await waitFor(() => expect(step('natural', 'Mostly').checked).toBe(true))
  })

  it('keep the answer that is clicked twice', async () => {
    const { ready } = shown(UNANSWERED)
    await ready()
    const mostly = step('natural', 'Mostly')
    fireEvent.click(mostly, { detail: 1 })
    await waitFor(() => expect(mostly.checked).toBe(true))
    fireEvent.click(mostly, { detail: 2 })
    expect(bridge.inputs('rubric.answer')).toEqual([{ takeId: TAKE.id, item: 'natural', step: 3 }])
  })

  it('show trouble when main refuses, and no answer', async () => {
    const { ready } = shown(UNANSWERED)
    await ready()
    bridge.answer({
      'rubric.answer': () => {
        throw new AppError('DISK_REFUSED')
      },
    })
    press('q')
    press('3')
    expect((await screen.findByRole('alert')).textContent).toMatch(/did not let Soundcheck write/)
    expect(step('answered', 'Mostly').checked).toBe(false)
  })

  it('do not open while somebody types or records', async () => {
    bridge.answer({ 'rubric.read': () => UNANSWERED })
    showReview({ isAway: true })
    const details = screen.getByText('Four more questions').closest('details')!
    details.open = false
    press('q')
    expect(details.open).toBe(false)
    await userEvent.type(screen.getByRole('textbox', { name: 'Notes' }), 'q')
    expect(details.open).toBe(false)
  })
})
