import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { SessionOutline } from '../../renderer/outline/SessionOutline'
import { useOutlineShown } from '../../renderer/outline/useOutlineShown'
import { useQuestionOutline } from '../../renderer/outline/useQuestionOutline'
import { useCommands } from '../../renderer/keys/useCommands'
import type { RequestInput } from '../../shared/contract'
import { DEFAULT_SETTINGS } from '../../shared/defaults'
import { AppError } from '../../shared/errors'
import type { Settings } from '../../shared/model'
import type { OutlineTick } from '../../shared/questions/questionRequests'
import { AppFrame } from './appFrame'
import { fakeBridge } from './fakeBridge'
import { bareCard, id, sampleQuestion, sampleTake } from './samples'

type Take = ReturnType<typeof sampleTake>

interface Moment {
  isRunning?: boolean
  take?: Take
  isNewest?: boolean
}

/** A session's region, with O, as the rehearsal puts it together. */
function Session({ onMoment }: { onMoment: (set: (moment: Moment) => void) => void }) {
  const [{ isRunning = false, take, isNewest = true }, setMoment] = useState<Moment>({})
  onMoment(setMoment)
  const question = sampleQuestion(1)
  const outline = useQuestionOutline(question.id, take?.id)
  const shown = useOutlineShown({
    questionId: question.id,
    outline,
    isRunning,
    hasTake: take !== undefined,
  })
  useCommands({ outline: () => shown.toggle?.() })
  if (outline === null)
    expect(shown).toMatchObject({ isShown: false, isPlaced: false, toggle: null })
  return (
    <SessionOutline
      question={question}
      outline={outline}
      shown={shown}
      isRunning={isRunning}
      {...(take && { take, isNewest })}
    />
  )
}

function shownSession({ outline = [] as string[], ticked = [] as OutlineTick[] } = {}) {
  let settings: Settings = { ...DEFAULT_SETTINGS, welcomed: true }
  let stored = ticked
  const bridge = fakeBridge({
    'questions.read': () =>
      bareCard({
        layer: { ...bareCard().layer, outline },
        leftOut: stored.flatMap(({ line, isSaid }) => (isSaid ? [] : [line])),
      }),
    'settings.change': (change) => (settings = { ...settings, ...(change as Partial<Settings>) }),
    'takes.outline': () => stored,
    'takes.tickOutline': ({ lines }: RequestInput<'takes.tickOutline'>) => {
      stored = lines
    },
  })
  let set: (moment: Moment) => void = () => {}
  render(
    <AppFrame settings={settings}>
      <Session onMoment={(setMoment) => (set = setMoment)} />
    </AppFrame>,
  )
  return { bridge, at: (moment: Moment) => act(() => set(moment)) }
}

const region = () => screen.queryByRole('region', { name: 'My outline' })
const boxes = () => screen.getAllByRole<HTMLInputElement>('checkbox')

test('is there before a take, and O hides it; that is remembered', async () => {
  const { bridge } = shownSession({ outline: ['One'] })
  expect(await screen.findByRole('textbox', { name: 'Line 1' })).toBeDefined()
  await userEvent.keyboard('o')
  await waitFor(() => expect(region()).toBeNull())
  expect(bridge.inputs('settings.change')).toEqual([{ showsOutline: false }])
  await userEvent.keyboard('o')
  await waitFor(() => expect(region()).not.toBeNull())
})

test('what is shown while one speaks is remembered by itself, and can only be read', async () => {
  const { bridge, at } = shownSession({ outline: ['One', '', 'Two'] })
  await screen.findByRole('textbox', { name: 'Line 1' })
  at({ isRunning: true })
  // It keeps its place, out of sight; styles say so, which are not loaded here.
  expect(screen.queryByText('Two')).toBeNull()
  await userEvent.keyboard('o')
  expect(await screen.findByText('Two')).toBeDefined()
  expect(screen.queryByRole('textbox')).toBeNull()
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
  expect(bridge.inputs('settings.change')).toEqual([{ showsOutlineWhileSpeaking: true }])
  at({})
  expect(screen.getByRole('textbox', { name: 'Line 1' })).toBeDefined()
})

test('each line can be ticked after a take, two at once too', async () => {
  const { bridge, at } = shownSession({ outline: ['One', 'Two'] })
  at({ take: sampleTake(1) })
  await waitFor(() => expect(boxes()).toHaveLength(2))
  // The second before main has answered the first.
  act(() => boxes().forEach((box) => box.click()))
  await waitFor(() => expect(boxes().map(({ checked }) => checked)).toEqual([true, true]))
  expect(bridge.inputs('takes.tickOutline').at(-1)).toEqual({
    takeId: id(1001),
    lines: [
      { line: 'One', isSaid: true },
      { line: 'Two', isSaid: true },
    ],
  })
})

test('a tick that could not be stored is none, and is told', async () => {
  const { bridge, at } = shownSession({ outline: ['One'] })
  at({ take: sampleTake(1) })
  await waitFor(() => expect(boxes()).toHaveLength(1))
  bridge.answer({
    'takes.tickOutline': () => {
      throw new AppError('DISK_FULL')
    },
  })
  await userEvent.click(boxes()[0]!)
  await screen.findByRole('alert')
  expect(boxes()[0]!.checked).toBe(false)
})

test('what was left out is said before the next take and while it is spoken', async () => {
  const { at } = shownSession({
    outline: ['One', 'Two'],
    ticked: [
      { line: 'One', isSaid: true },
      { line: 'Two', isSaid: false },
    ],
  })
  const line = await screen.findByRole('textbox', { name: 'Line 2', description: /^Left out/ })
  expect(line).toBeDefined()
  expect(screen.getAllByText(/^Left out/)).toHaveLength(1)
  at({ isRunning: true })
  await userEvent.keyboard('o')
  expect((await screen.findByText('Two')).parentElement?.textContent).toContain('Left out')
  expect(screen.getByText('One').parentElement?.textContent).not.toContain('Left out')
})

test('an outline without a line leaves the room after a take, until it is asked for', async () => {
  const { bridge, at } = shownSession()
  await screen.findByRole('textbox', { name: 'Line 1' })
  at({ take: sampleTake(1) })
  expect(region()).toBeNull()
  await userEvent.keyboard('o')
  await userEvent.type(screen.getByRole('textbox', { name: 'Line 1' }), 'One')
  bridge.answer({ 'questions.annotate': () => undefined })
  await userEvent.click(screen.getByRole('button', { name: 'Done editing the outline' }))
  await waitFor(() => expect(boxes()).toHaveLength(1))
  expect(bridge.inputs('settings.change')).toEqual([])
})

test('an older take is asked about the lines that it was ticked with', async () => {
  const { at } = shownSession({ outline: ['One', 'New'], ticked: [{ line: 'Old', isSaid: true }] })
  at({ take: sampleTake(1), isNewest: false })
  expect(await screen.findByRole('checkbox', { name: 'Old' })).toBeDefined()
  expect(screen.queryByRole('checkbox', { name: 'New' })).toBeNull()
  at({ take: sampleTake(2) })
  expect(await screen.findByRole('checkbox', { name: 'New' })).toBeDefined()
})

test('a take of a follow-up has nothing to tick', async () => {
  const { at } = shownSession({ outline: ['One'] })
  at({ take: sampleTake(1, { followUp: 'And then?' }) })
  expect(await screen.findByRole('textbox', { name: 'Line 1' })).toBeDefined()
  expect(screen.queryByRole('checkbox')).toBeNull()
})

test('of a question that was deleted nothing is noted', async () => {
  const { bridge, at } = shownSession({ outline: ['One'] })
  bridge.answer({ 'questions.read': () => bareCard({ isDeleted: true }) })
  at({ take: sampleTake(1) })
  await waitFor(() => expect(region()).toBeNull())
  // Nor is there anything that O could show: nothing is remembered for the other questions.
  await userEvent.keyboard('o')
  expect(bridge.inputs('settings.change')).toEqual([])
})
