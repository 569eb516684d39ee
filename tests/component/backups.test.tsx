import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { Backup } from '../../shared/backup'
import { announced, backupItems, good, refuse, showBackups } from './backupsSection'

function bad(daysAgo: number, state: 'damaged' | 'newer'): Backup {
  const { name, madeAtMs, reason, sizeBytes } = good(daysAgo)
  return { state, name, madeAtMs, reason, sizeBytes }
}

describe('the list of backups', () => {
  it('tells when, why, how much and how large', async () => {
    showBackups([
      good(0, { reason: 'by-hand', sessionCount: 1, takeCount: 1, sizeBytes: 1_440_000 }),
      good(1),
    ])
    expect((await backupItems()).map((item) => item.textContent)).toEqual([
      'Today, 12:00By hand · 1 session, 1 take · 1.4 MBRestore…',
      'Yesterday, 12:00Daily · 12 sessions, 40 takes · 212 KBRestore…',
    ])
  })

  it('has a button for each that says which, also within one minute', async () => {
    showBackups([good(0, { name: 'a.db', reason: 'by-hand' }), good(0, { name: 'b.db' })])
    expect((await screen.findAllByRole('button', { name: /^Restore/ })).map(nameOf)).toEqual([
      'Restore backup from Today, 12:00, by hand',
      'Restore backup from Today, 12:00, daily',
    ])
  })

  it('says of damaged and newer ones that they cannot be restored, and offers no button', async () => {
    showBackups([bad(0, 'damaged'), bad(1, 'newer')])
    const [damaged, newer] = await backupItems()
    expect(damaged!.textContent).toContain('Damaged, cannot be restored')
    expect(newer!.textContent).toContain('Made by a newer Soundcheck, cannot be restored here')
    expect(screen.queryByRole('button', { name: /^Restore/ })).toBeNull()
  })

  it('says so when there is none', async () => {
    showBackups([])
    expect(await screen.findByText('There is no backup yet.')).toBeDefined()
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('folds many of them', async () => {
    showBackups(Array.from({ length: 20 }, (_, index) => good(index)))
    expect(await backupItems()).toHaveLength(5)
    await userEvent.click(screen.getByRole('button', { name: 'Show all 20 backups' }))
    expect(await backupItems()).toHaveLength(20)
    await userEvent.click(screen.getByRole('button', { name: 'Show only the newest' }))
    expect(await backupItems()).toHaveLength(5)
  })

  it('says why it cannot be read, and tries again', async () => {
    const bridge = showBackups(refuse('DISK_REFUSED'))
    expect((await screen.findByRole('alert')).textContent).toContain('DISK_REFUSED')
    bridge.answer({ 'backups.list': () => [good(0)] })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await backupItems()).toHaveLength(1)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('backing up by hand', () => {
  it('shows the new one at the top and announces it, once for two clicks', async () => {
    const bridge = showBackups([good(1)])
    await backupItems()
    const made = good(0, { reason: 'by-hand' })
    let finish = () => {}
    bridge.answer({
      'backups.list': () => [made, good(1)],
      'backups.make': () =>
        new Promise((resolve) => {
          finish = () => resolve(made)
        }),
    })
    const button = screen.getByRole('button', { name: 'Back up now' })
    await userEvent.click(button)
    await userEvent.click(button)
    finish()
    await waitFor(async () => expect(await backupItems()).toHaveLength(2))
    expect((await backupItems())[0]!.textContent).toContain('By hand')
    expect(announced()).toBe('Backup made: Today, 12:00')
    expect(bridge.inputs('backups.make')).toHaveLength(1)
  })

  it('says why it did not work', async () => {
    const bridge = showBackups([])
    bridge.answer({ 'backups.make': refuse('DISK_FULL') })
    await userEvent.click(screen.getByRole('button', { name: 'Back up now' }))
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Free some space, then try again.',
    )
  })
})

function nameOf(button: HTMLElement): string | null {
  return button.getAttribute('aria-label')
}
