import './dialogElement'
import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { ShortcutsDialog } from '../../renderer/keys/ShortcutsDialog'
import { COMMAND_IDS, shortcutOf } from '../../shared/keys/keymap'

describe('Keyboard shortcuts', () => {
  it('names every key and what it does', () => {
    render(<ShortcutsDialog open onOpenChange={() => {}} />)
    const dialog = screen.getByRole('dialog', { name: 'Keyboard shortcuts' })
    const rows = within(dialog)
      .getAllByRole('definition')
      .map((definition) => [definition.previousElementSibling?.textContent, definition.textContent])
    for (const [index, { keys, does }] of COMMAND_IDS.map(shortcutOf).entries()) {
      const [words, signs = ''] = rows[index]!
      expect(words).toBe(does)
      const parts = keys.flatMap((key) => key.replace('Mod', 'Ctrl').split('+'))
      for (const part of parts) expect(signs.replace('−', '-')).toContain(part)
    }
    expect(rows).toHaveLength(COMMAND_IDS.length)
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

  it('closes with a click beside it, but not with the second click of the two that opened it', () => {
    const onOpenChange = vi.fn()
    render(<ShortcutsDialog open onOpenChange={onOpenChange} />)
    const dialog = screen.getByRole('dialog')
    fireEvent.mouseDown(dialog)
    fireEvent.click(dialog, { detail: 2 })
    expect(onOpenChange).not.toHaveBeenCalled()
    fireEvent.click(dialog, { detail: 1 })
    expect(onOpenChange).toHaveBeenCalledWith(false)
  })
})
