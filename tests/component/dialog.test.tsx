import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { Dialog } from '../../renderer/ui/Dialog'
import './dialogElement'

const SYSTEMS = {
  mac: 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)',
  windows: 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)',
  linux: 'Mozilla/5.0 (X11; Linux x86_64)',
}

afterEach(() => vi.restoreAllMocks())

function namesOfButtons(userAgent: string, buttons: boolean): (string | null)[] {
  vi.spyOn(navigator, 'userAgent', 'get').mockReturnValue(userAgent)
  render(
    <Dialog
      open
      onOpenChange={() => {}}
      title="Restore?"
      {...(buttons && {
        buttons: { main: <button>Restore</button>, other: <button>Cancel</button> },
      })}
    >
      It would come back.
    </Dialog>,
  )
  const dialog = within(screen.getByRole('dialog', { name: 'Restore?' }))
  return dialog.getAllByRole('button').map((button) => button.ariaLabel ?? button.textContent)
}

it.each([
  ['mac', ['Cancel', 'Restore']],
  ['linux', ['Cancel', 'Restore']],
  ['windows', ['Restore', 'Cancel']],
] as const)('has its buttons in the order of the system: %s', (system, names) => {
  expect(namesOfButtons(SYSTEMS[system], true)).toEqual(names)
})

it('has a cross where it has no other button', () => {
  expect(namesOfButtons(SYSTEMS.linux, false)).toEqual(['Close'])
})

it('gives the focus back when its button takes it away', async () => {
  function Screen() {
    const [isOpen, setIsOpen] = useState(false)
    return (
      <>
        <button onClick={() => setIsOpen(true)}>Move</button>
        {isOpen && (
          <Dialog
            open
            onOpenChange={() => {}}
            title="Move?"
            buttons={{ main: <button onClick={() => setIsOpen(false)}>Cancel</button> }}
          >
            It goes elsewhere.
          </Dialog>
        )}
      </>
    )
  }
  render(<Screen />)
  await userEvent.click(screen.getByRole('button', { name: 'Move' }))
  await userEvent.click(screen.getByRole('button', { name: 'Cancel' }))
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move' }))
})

it('closes on a click beside it, and not where words were selected to there', () => {
  const onOpenChange = vi.fn()
  render(
    <Dialog open onOpenChange={onOpenChange} title="Restore?">
      <p>It would come back.</p>
    </Dialog>,
  )
  const dialog = screen.getByRole('dialog')
  fireEvent.mouseDown(screen.getByText('It would come back.'))
  // As browsers do: the click is on what both the press and the release were in.
  fireEvent.click(dialog)
  expect(onOpenChange).not.toHaveBeenCalled()
  fireEvent.mouseDown(dialog)
  fireEvent.click(dialog)
  expect(onOpenChange).toHaveBeenCalledWith(false)
})
