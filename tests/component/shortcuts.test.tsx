import './dialogElement'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { ShortcutsDialog } from '../../renderer/keys/ShortcutsDialog'

describe('Keyboard shortcuts', () => {
  it('names every key and what it does', () => {
    render(<ShortcutsDialog open onOpenChange={() => {}} />)
    const dialog = screen.getByRole('dialog', { name: 'Keyboard shortcuts' })
    const keys = within(dialog)
      .getAllByRole('definition')
      .map((definition) => definition.textContent)
    expect(keys.join(' ')).toMatch(
      /R P Space .*Left.*Right.* E STAR GFW .*Left.*Right .*Up.*Down Delete 1234 Q B CtrlZ F \[\] Esc 12 Shift.*Left.*\?/,
    )
  })

  it('is not there while it is closed', () => {
    render(<ShortcutsDialog open={false} onOpenChange={() => {}} />)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('closes with its button, and keeps its keys from the screen behind', async () => {
    const onOpenChange = vi.fn()
    const behind = vi.fn()
    window.addEventListener('keydown', behind)
    render(<ShortcutsDialog open onOpenChange={onOpenChange} />)
    await userEvent.keyboard('r')
    expect(behind).not.toHaveBeenCalled()
    await userEvent.click(screen.getByRole('button', { name: 'Close' }))
    expect(onOpenChange).toHaveBeenCalledWith(false)
    window.removeEventListener('keydown', behind)
  })
})
