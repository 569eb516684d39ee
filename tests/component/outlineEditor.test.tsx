import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { OutlineEditor } from '../../renderer/outline/OutlineEditor'
import { UndoProvider } from '../../renderer/ui/Undo'
import { AppError } from '../../shared/errors'
import { fakeBridge } from './fakeBridge'

const QUESTION = 'backend-developer/preferred-language'

/** As a screen that follows what is stored shows it. */
function Shown({ at = [], prompts = [] }: { at?: string[]; prompts?: string[] }) {
  const [outline, setOutline] = useState(at)
  return (
    <UndoProvider>
      <OutlineEditor
        questionId={QUESTION}
        outline={outline}
        prompts={prompts}
        language="en"
        onStored={setOutline}
      />
      <button type="button">Elsewhere</button>
    </UndoProvider>
  )
}

function shown(at: string[] = [], prompts: string[] = []) {
  const bridge = fakeBridge({ 'questions.annotate': () => undefined })
  render(<Shown at={at} prompts={prompts} />)
  return bridge
}

const line = (number: number) =>
  screen.getByRole<HTMLInputElement>('textbox', { name: `Line ${number}` })
const values = () => screen.getAllByRole<HTMLInputElement>('textbox').map(({ value }) => value)
const stored = (bridge: ReturnType<typeof shown>) =>
  bridge.inputs('questions.annotate').map(({ layer }) => layer.outline)

test('writes lines one below the other, and saves them while one types', async () => {
  const bridge = shown()
  await userEvent.type(line(1), 'The team was new{Enter}')
  expect(document.activeElement).toBe(line(2))
  await userEvent.keyboard('I asked first')
  // Nobody has left the field: words are saved a moment after the last letter.
  await waitFor(() => expect(stored(bridge).at(-1)).toEqual(['The team was new', 'I asked first']))
  expect(bridge.inputs('questions.annotate').at(-1)?.questionId).toBe(QUESTION)
  expect(values()).toEqual(['The team was new', 'I asked first', ''])
})

test('Enter within an outline makes room below; Backspace in an empty line takes it away', async () => {
  const bridge = shown(['One', 'Two'])
  await userEvent.type(line(1), '{Enter}')
  expect(document.activeElement).toBe(line(2))
  expect(values()).toEqual(['One', '', 'Two', ''])
  await userEvent.keyboard('{Enter}')
  expect(values()).toEqual(['One', '', 'Two', ''])
  await userEvent.keyboard('{Backspace}')
  expect(document.activeElement).toBe(line(1))
  expect(line(1).selectionStart).toBe(3)
  expect(values()).toEqual(['One', 'Two', ''])
  await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }))
  await waitFor(() => expect(stored(bridge).at(-1)).toEqual(['One', 'Two']))
})

test('a line that is left empty is none once one is elsewhere', async () => {
  const bridge = shown(['One', 'Two', 'Three'])
  await userEvent.clear(line(2))
  expect(values()).toEqual(['One', '', 'Three', ''])
  await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }))
  expect(values()).toEqual(['One', 'Three', ''])
  await waitFor(() => expect(stored(bridge).at(-1)).toEqual(['One', 'Three']))
})

test('a paste that does not fit leaves out its own last lines, never one that was there', async () => {
  const ten = Array.from({ length: 10 }, (_one, at) => `Mine ${at}`)
  shown(ten)
  await userEvent.click(line(2))
  await userEvent.paste('- a\n- b\n- c\n- d\n- e')
  expect(values()).toEqual(['Mine 0', 'Mine 1', 'a', 'b', ...ten.slice(2)])
})

test('holds twelve lines', async () => {
  const twelve = Array.from({ length: 12 }, (_one, at) => `Line ${at}`)
  shown(twelve)
  expect(values()).toEqual(twelve)
  await userEvent.type(line(3), '{Enter}')
  expect(values()).toEqual(twelve)
})

test('key words are prompts in an empty outline, and nothing of them is stored', async () => {
  const bridge = shown([], ['Years and scale', 'One system'])
  expect(values()).toEqual(['', ''])
  expect(line(1).placeholder).toBe('Years and scale')
  await userEvent.type(line(2), 'Billing')
  expect(line(1).placeholder).toBe('Years and scale')
  await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }))
  expect(values()).toEqual(['Billing', ''])
  expect(line(1).placeholder).not.toBe('Years and scale')
  await waitFor(() => expect(stored(bridge).at(-1)).toEqual(['Billing']))
})

test('several lines that are pasted become as many lines, without their bullets', async () => {
  const bridge = shown(['One', 'Two'])
  await userEvent.click(line(3))
  await userEvent.paste('- Three\r\n* Four\n\n12. Five\n')
  expect(values()).toEqual(['One', 'Two', 'Three', 'Four', 'Five', ''])
  expect(document.activeElement).toBe(line(5))
  await waitFor(() =>
    expect(stored(bridge).at(-1)).toEqual(['One', 'Two', 'Three', 'Four', 'Five']),
  )
})

test('spaces stay while one types', async () => {
  shown()
  await userEvent.type(line(1), 'two words ')
  expect(line(1).value).toBe('two words ')
})

test('what could not be stored is said, stays, and is tried again', async () => {
  const bridge = shown()
  bridge.answer({
    'questions.annotate': () => {
      throw new AppError('DISK_FULL', 'No room')
    },
  })
  await userEvent.type(line(1), 'Kept')
  await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }))
  await screen.findByRole('alert')
  expect(line(1).value).toBe('Kept')
  bridge.answer({ 'questions.annotate': () => undefined })
  await userEvent.click(line(1))
  await userEvent.click(screen.getByRole('button', { name: 'Elsewhere' }))
  await waitFor(() => expect(stored(bridge).length).toBeGreaterThan(1))
  expect(stored(bridge).at(-1)).toEqual(['Kept'])
})
