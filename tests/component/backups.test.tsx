import './dialogElement'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { BackupsSection } from '../../renderer/settings/BackupsSection'
import type { Backup, RestoreChanges } from '../../shared/backup'
import { AppError, type ErrorCode } from '../../shared/errors'
import { AppFrame } from './appFrame'
import { fakeBridge, type FakeBridge } from './fakeBridge'

const NOON = new Date().setHours(12, 0, 0, 0)
const DAY_MS = 86_400_000
const NOTHING: RestoreChanges = {
  sessionsBack: 0,
  takesBack: 0,
  takesWithoutSound: 0,
  takesChanged: 0,
  takesKept: 0,
}

function good(daysAgo: number, change: Partial<Extract<Backup, { state: 'good' }>> = {}): Backup {
  return {
    state: 'good',
    name: `backup-${daysAgo}.db`,
    madeAtMs: NOON - daysAgo * DAY_MS,
    reason: 'daily',
    sizeBytes: 212_000,
    sessionCount: 12,
    takeCount: 40,
    ...change,
  }
}

function bad(daysAgo: number, state: 'damaged' | 'newer'): Backup {
  const { name, madeAtMs, reason, sizeBytes } = good(daysAgo)
  return { state, name, madeAtMs, reason, sizeBytes }
}

function refuse(code: ErrorCode) {
  return () => {
    throw new AppError(code)
  }
}

function show(backups: Backup[] | (() => Backup[]), changes: RestoreChanges = NOTHING): FakeBridge {
  const bridge = fakeBridge({
    'backups.list': typeof backups === 'function' ? backups : () => backups,
    'backups.preview': () => changes,
    'backups.restore': () => changes,
  })
  render(
    <AppFrame>
      <BackupsSection />
    </AppFrame>,
  )
  return bridge
}

const items = async () =>
  within(await screen.findByRole('list', { name: 'Backups' })).getAllByRole('listitem')
const dialog = () => screen.findByRole('dialog', { name: 'Restore this backup?' })
const status = () => screen.getByRole('status').textContent

async function ask(name: RegExp | string = /^Restore backup/): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name }))
  return dialog()
}

beforeEach(() => {
  // jsdom has no layout to scroll in.
  Element.prototype.scrollIntoView = vi.fn()
})

describe('the list of backups', () => {
  it('tells when, why, how much and how large', async () => {
    show([
      good(0, { reason: 'by-hand', sessionCount: 1, takeCount: 1, sizeBytes: 1_440_000 }),
      good(1),
    ])
    expect((await items()).map((item) => item.textContent)).toEqual([
      'Today, 12:00By hand · 1 session, 1 take · 1.4 MBRestore…',
      'Yesterday, 12:00Daily · 12 sessions, 40 takes · 212 KBRestore…',
    ])
  })

  it('has a button for each that says which, also within one minute', async () => {
    show([good(0, { name: 'a.db', reason: 'by-hand' }), good(0, { name: 'b.db' })])
    expect((await screen.findAllByRole('button', { name: /^Restore/ })).map(nameOf)).toEqual([
      'Restore backup from Today, 12:00, by hand',
      'Restore backup from Today, 12:00, daily',
    ])
  })

  it('says of damaged and newer ones that they cannot be restored, and offers no button', async () => {
    show([bad(0, 'damaged'), bad(1, 'newer')])
    const [damaged, newer] = await items()
    expect(damaged!.textContent).toContain('Damaged, cannot be restored')
    expect(newer!.textContent).toContain('Made by a newer Soundcheck, cannot be restored here')
    expect(screen.queryByRole('button', { name: /^Restore/ })).toBeNull()
  })

  it('says so when there is none', async () => {
    show([])
    expect(await screen.findByText('There is no backup yet.')).toBeDefined()
    expect(screen.queryByRole('list')).toBeNull()
  })

  it('folds many of them', async () => {
    show(Array.from({ length: 20 }, (_, index) => good(index)))
    expect(await items()).toHaveLength(5)
    await userEvent.click(screen.getByRole('button', { name: 'Show all 20 backups' }))
    expect(await items()).toHaveLength(20)
    await userEvent.click(screen.getByRole('button', { name: 'Show only the newest' }))
    expect(await items()).toHaveLength(5)
  })

  it('says why it cannot be read, and tries again', async () => {
    const bridge = show(refuse('DISK_REFUSED'))
    expect((await screen.findByRole('alert')).textContent).toContain('DISK_REFUSED')
    bridge.answer({ 'backups.list': () => [good(0)] })
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await items()).toHaveLength(1)
    expect(screen.queryByRole('alert')).toBeNull()
  })
})

describe('backing up by hand', () => {
  it('shows the new one at the top and announces it, once for two clicks', async () => {
    const bridge = show([good(1)])
    await items()
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
    await waitFor(async () => expect(await items()).toHaveLength(2))
    expect((await items())[0]!.textContent).toContain('By hand')
    expect(status()).toBe('Backup made: Today, 12:00')
    expect(bridge.inputs('backups.make')).toHaveLength(1)
  })

  it('says why it did not work', async () => {
    const bridge = show([])
    bridge.answer({ 'backups.make': refuse('DISK_FULL') })
    await userEvent.click(screen.getByRole('button', { name: 'Back up now' }))
    expect((await screen.findByRole('alert')).textContent).toContain(
      'Free some space, then try again.',
    )
  })
})

describe('restoring a backup', () => {
  it('says what would change before anything is changed', async () => {
    const bridge = show([good(2)], {
      sessionsBack: 1,
      takesBack: 3,
      takesWithoutSound: 2,
      takesChanged: 4,
      takesKept: 6,
    })
    const asked = await ask()
    const list = await within(asked).findByRole('list', { name: 'What would change' })
    expect([...list.children].map((item) => item.textContent)).toEqual([
      '1 session comes back.',
      '3 takes come back, sound and all.',
      'Notes, rating or best mark of 4 takes go back to what they were.',
      '2 takes stay away, because their sound is gone.',
      '6 takes are newer than this backup and stay as they are.',
    ])
    expect(asked.textContent).toContain('A backup of now is made first')
    await userEvent.click(within(asked).getByRole('button', { name: 'Cancel' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(bridge.inputs('backups.restore')).toEqual([])
  })

  it('offers nothing to restore where nothing would change', async () => {
    show([good(0)], { ...NOTHING, takesKept: 1 })
    const asked = await ask()
    expect(await within(asked).findByText('Nothing would change.')).toBeDefined()
    expect(within(asked).getByText(/^1 take is newer than this backup/)).toBeDefined()
    expect(within(asked).getByRole('button', { name: 'Restore' })).toHaveProperty('disabled', true)
  })

  it('restores that one, tells the result, and shows the backup that takes it back', async () => {
    const changes = { ...NOTHING, sessionsBack: 2, takesChanged: 1, takesKept: 1 }
    const bridge = show([good(0), good(1)], changes)
    const asked = await ask('Restore backup from Yesterday, 12:00, daily')
    const before = good(0, { name: 'before.db', reason: 'before-restore' })
    bridge.answer({ 'backups.list': () => [before, good(0), good(1)] })
    await within(asked).findByText('2 sessions come back.')
    await userEvent.click(within(asked).getByRole('button', { name: 'Restore' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(bridge.inputs('backups.restore')).toEqual([{ name: 'backup-1.db' }])
    const result =
      'The backup from yesterday, 12:00 was restored. 2 sessions came back. ' +
      'Notes, rating or best mark of 1 take went back. 1 newer take stayed.'
    await waitFor(() => expect(status()).toBe(result))
    expect(
      screen.getByText(`${result} To take this back, restore the newest “Before a restore”.`),
    ).toBeDefined()
    await waitFor(async () => expect((await items())[0]!.textContent).toContain('Before a restore'))
  })

  it.each<ErrorCode>(['BACKUP_CORRUPT', 'VERSION_NEWER', 'DISK_FULL', 'NOT_FOUND'])(
    'says %s in its dialog, when looking and when restoring',
    async (code) => {
      const bridge = show([good(0)], { ...NOTHING, takesBack: 1 })
      bridge.answer({ 'backups.preview': refuse(code) })
      const first = await ask()
      expect((await within(first).findByRole('alert')).textContent).toContain(code)
      expect(within(first).getByRole('button', { name: 'Restore' })).toHaveProperty(
        'disabled',
        true,
      )
      await userEvent.click(within(first).getByRole('button', { name: 'Cancel' }))

      const changes = { ...NOTHING, takesBack: 1 }
      bridge.answer({ 'backups.preview': () => changes, 'backups.restore': refuse(code) })
      const second = await ask()
      await within(second).findByText('1 take comes back, sound and all.')
      await userEvent.click(within(second).getByRole('button', { name: 'Restore' }))
      expect((await within(second).findByRole('alert')).textContent).toContain(code)
      await userEvent.click(within(second).getByRole('button', { name: 'Cancel' }))
      expect(screen.queryByRole('alert')).toBeNull()
    },
  )

  it('tells on the page how a restore ended whose dialog was closed meanwhile', async () => {
    const bridge = show([good(0)], { ...NOTHING, takesBack: 1 })
    let fail = () => {}
    bridge.answer({
      'backups.restore': () =>
        new Promise((_, reject) => {
          fail = () => reject(new AppError('DISK_FULL'))
        }),
    })
    const asked = await ask()
    await within(asked).findByText('1 take comes back, sound and all.')
    await userEvent.click(within(asked).getByRole('button', { name: 'Restore' }))
    await userEvent.click(within(asked).getByRole('button', { name: 'Close' }))
    fail()
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
  })
})

function nameOf(button: HTMLElement): string | null {
  return button.getAttribute('aria-label')
}
