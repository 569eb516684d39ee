import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { RecoveredDialog } from '../../renderer/recovery/RecoveredDialog'
import type { DatabaseRescue } from '../../shared/backup'
import { AppError } from '../../shared/errors'
import { takeOf } from '../helpers/session'
import { AppFrame } from './appFrame'
import './dialogElement'
import { fakeBridge } from './fakeBridge'
import { silentAudio } from './mediaElements'

// A canvas is needed to draw it; what it draws is tested where it is real, in the e2e tests.
vi.mock('../../renderer/player/TakeWaveform', () => ({ TakeWaveform: () => null }))

const ID = 'pack/question-1'
const RESCUE: DatabaseRescue = {
  found: 'damaged',
  backupAtMs: new Date().setHours(12, 0, 0, 0),
  takesFound: 5,
  takesUndecided: 0,
  takesUnrecorded: 0,
  areSettingsFound: false,
  movedTo: 'damaged/2026-11-23/soundcheck.db',
}

function show({
  numbers = [],
  rescue = null,
}: {
  numbers?: number[]
  rescue?: DatabaseRescue | null
}) {
  silentAudio()
  const bridge = fakeBridge({
    'recovery.list': () =>
      numbers.map((number) => ({ take: takeOf(ID, number), question: `Question ${number}?` })),
    'recovery.database': () => rescue,
    'recovery.settle': () => undefined,
    'recovery.settleDatabase': () => undefined,
    'takes.delete': () => undefined,
    'takes.peaks': () => new Uint8Array(),
  })
  render(
    <AppFrame>
      <RecoveredDialog />
    </AppFrame>,
  )
  return bridge
}

const findDialog = () => screen.findByRole('dialog', { name: 'Recovered recordings' })
const takeId = (number: number) => ({ takeId: takeOf(ID, number).id })
const refuse = () => {
  throw new AppError('DISK_FULL')
}

describe('recovered takes', () => {
  it('are discarded one at a time: Enter pressed twice is one wish', async () => {
    const bridge = show({ numbers: [1, 2, 3] })
    const dialog = await findDialog()
    within(dialog).getAllByRole('button', { name: 'Discard' })[0]!.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(within(dialog).getAllByRole('listitem')).toHaveLength(2))
    await userEvent.keyboard('{Enter}')
    expect(bridge.inputs('takes.delete')).toEqual([takeId(1)])
  })

  it('are not asked about when there is none', async () => {
    const bridge = show({})
    await expect.poll(() => bridge.asked.length).toBe(2)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('are kept and discarded, each on its own', async () => {
    const bridge = show({ numbers: [1, 2] })
    const [first, second] = within(await findDialog()).getAllByRole('listitem')
    const names = within(first!)
      .getAllByRole('button')
      .map(({ textContent }) => textContent)
    expect(names.slice(-2)).toEqual(['Discard', 'Keep'])
    await userEvent.click(within(first!).getByRole('button', { name: 'Keep' }))
    expect(bridge.inputs('takes.delete')).toEqual([])
    await userEvent.click(within(second!).getByRole('button', { name: 'Discard' }))
    expect(bridge.inputs('takes.delete')).toEqual([takeId(2)])
    await expect.poll(() => bridge.inputs('recovery.settle')).toEqual([takeId(1), takeId(2)])
    await expect.poll(() => screen.queryByRole('dialog')).toBeNull()
    expect(bridge.inputs('recovery.settleDatabase')).toEqual([])
  })

  it('are all kept when the dialog is closed', async () => {
    const bridge = show({ numbers: [1, 2] })
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }))
    await expect.poll(() => bridge.inputs('recovery.settle')).toHaveLength(2)
    expect(bridge.inputs('takes.delete')).toEqual([])
  })

  it('stay in the dialog, with the reason, when one cannot be decided on', async () => {
    const bridge = show({ numbers: [1] })
    bridge.answer({ 'takes.delete': refuse })
    const dialog = await findDialog()
    await userEvent.click(within(dialog).getByRole('button', { name: 'Discard' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('The disk is full.')
    expect(within(dialog).getAllByRole('listitem')).toHaveLength(1)
  })

  it('leave the focus in the dialog when one goes', async () => {
    show({ numbers: [1, 2], rescue: RESCUE })
    const dialog = await findDialog()
    const keep = () => within(dialog).getAllByRole('button', { name: 'Keep' })
    keep()[0]!.focus()
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(keep()).toHaveLength(1))
    expect(document.activeElement).toBe(keep()[0])
    await userEvent.keyboard('{Enter}')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Continue'))
  })
})

describe('a rescued database', () => {
  it('is told of, with where the old file lies, until that was read', async () => {
    const bridge = show({ rescue: RESCUE })
    const dialog = await findDialog()
    expect(dialog.textContent).toContain('The database was damaged.')
    expect(dialog.textContent).toContain('went back to the backup from today, 12:00.')
    expect(dialog.textContent).toContain('5 takes recorded since then were found again')
    expect(within(dialog).getByText('damaged/2026-11-23/soundcheck.db')).toBeDefined()
    expect(within(dialog).queryByRole('list')).toBeNull()
    await userEvent.click(within(dialog).getByRole('button', { name: 'Continue' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(bridge.inputs('recovery.settleDatabase')).toHaveLength(1)
  })

  it('stands above the takes, and is read when the last of them is decided on', async () => {
    const bridge = show({ numbers: [1], rescue: RESCUE })
    const dialog = await findDialog()
    const words = within(dialog).getByText('The database was damaged.')
    const list = within(dialog).getByRole('list')
    expect(words.compareDocumentPosition(list)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    expect(within(dialog).queryByRole('button', { name: 'Continue' })).toBeNull()
    await userEvent.click(within(dialog).getByRole('button', { name: 'Keep' }))
    expect(bridge.inputs('recovery.settleDatabase')).toEqual([])
    await userEvent.click(await within(dialog).findByRole('button', { name: 'Continue' }))
    expect(bridge.inputs('recovery.settleDatabase')).toHaveLength(1)
  })

  it('is settled, with the takes, when the dialog is closed', async () => {
    const bridge = show({ numbers: [1, 2], rescue: RESCUE })
    await userEvent.click(await screen.findByRole('button', { name: 'Close' }))
    expect(bridge.inputs('recovery.settle')).toEqual([takeId(1), takeId(2)])
    expect(bridge.inputs('recovery.settleDatabase')).toHaveLength(1)
  })

  it('lets the dialog go, and says why elsewhere, when it cannot be settled', async () => {
    const bridge = show({ rescue: RESCUE })
    bridge.answer({ 'recovery.settleDatabase': refuse })
    await userEvent.click(await screen.findByRole('button', { name: 'Continue' }))
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(bridge.inputs('recovery.settleDatabase')).toHaveLength(1)
  })

  it('is told of even when the takes cannot be listed', async () => {
    silentAudio()
    fakeBridge({ 'recovery.list': refuse, 'recovery.database': () => RESCUE })
    render(
      <AppFrame>
        <RecoveredDialog />
      </AppFrame>,
    )
    expect((await findDialog()).textContent).toContain('The database was damaged.')
    expect(screen.getByText('The disk is full.')).toBeDefined()
  })
})
