import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { ExportDialog } from '../../renderer/lists/export/ExportDialog'
import { AppFrame } from './appFrame'
import './dialogElement'
import { fakeBridge } from './fakeBridge'
import { button } from './listDialogs'

function openDialog(questionIds: string[] = ['own/a', 'own/b']) {
  const onClose = vi.fn()
  const bridge = fakeBridge({
    'lists.save': () => ({ state: 'saved', fileName: 'Mine.csv', questionCount: 2 }),
  })
  render(
    <AppFrame>
      <ExportDialog questionIds={questionIds} onClose={onClose} />
    </AppFrame>,
  )
  return { bridge, onClose }
}

describe('the dialog "Export questions"', () => {
  it('saves in the format that is chosen, closes and tells', async () => {
    const { bridge, onClose } = openDialog()
    const formats = within(screen.getByRole('radiogroup', { name: 'Format' })).getAllByRole('radio')
    expect(formats.map((each) => each.closest('label')?.textContent)).toEqual([
      'JSON',
      'CSV',
      'Markdown',
      'Anki text',
    ])
    expect(screen.getByRole('radio', { name: 'JSON' })).toHaveProperty('checked', true)
    await userEvent.click(screen.getByRole('radio', { name: 'CSV' }))
    await userEvent.click(button('Save'))
    await waitFor(() => expect(onClose).toHaveBeenCalledOnce())
    expect(bridge.inputs('lists.save')).toEqual([
      { questionIds: ['own/a', 'own/b'], format: 'csv' },
    ])
    expect(screen.getByRole('status').textContent).toBe('2 questions saved in Mine.csv')
  })

  it('stays when the system dialog is cancelled', async () => {
    const { bridge, onClose } = openDialog()
    bridge.answer({ 'lists.save': () => ({ state: 'cancelled' }) })
    await userEvent.click(button('Save'))
    await waitFor(() => expect(bridge.inputs('lists.save')).toHaveLength(1))
    expect(onClose).not.toHaveBeenCalled()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it.each([
    [true, 'The disk is full'],
    [false, 'Choose another folder'],
  ])('says what to do when the file cannot be saved (disk full: %s)', async (isDiskFull, words) => {
    const { bridge } = openDialog()
    bridge.answer({ 'lists.save': () => ({ state: 'refused', isDiskFull }) })
    await userEvent.click(button('Save'))
    expect((await screen.findByRole('alert')).textContent).toContain(words)
  })

  it('does not write more than can be read again', () => {
    openDialog(Array.from({ length: 10_001 }, (_, index) => `own/${String(index)}`))
    expect(screen.getByRole('alert').textContent).toContain('10,000 questions at most')
    expect(button('Save')).toHaveProperty('disabled', true)
  })
})
