import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { AppError, ERROR_WORDS, type ErrorCode } from '../../shared/errors'
import { announced, backupItems, good, NOTHING, refuse, showBackups } from './backupsSection'

/** Opens the dialog of the only backup, or of the one that is named. */
async function ask(name: RegExp | string = /^Restore backup/): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name }))
  return screen.findByRole('dialog')
}

const buttonsOf = (dialog: HTMLElement) =>
  within(dialog)
    .getAllByRole('button')
    .map((button) => button.textContent)

/** The dialog asks no more: it says what happened, its code is folded away, and it can be closed. */
async function expectRefusal(dialog: HTMLElement, code: ErrorCode): Promise<void> {
  const alert = await within(dialog).findByRole('alert')
  const { happened, kept, next } = ERROR_WORDS[code]
  expect(alert.textContent).toContain(`${happened} ${kept} ${next}`)
  expect(screen.getByRole('dialog', { name: happened.replace('.', '') })).toBe(dialog)
  expect(buttonsOf(dialog)).toEqual(['Details', 'Close'])
  expect(within(alert).queryByText(code)).toBeNull()
  await userEvent.click(within(alert).getByRole('button', { name: 'Details' }))
  expect(within(alert).getByText(code)).toBeDefined()
}

describe('restoring a backup', () => {
  it('says what would change before anything is changed', async () => {
    const bridge = showBackups([good(2)], {
      questionsBack: 0,
      questionsMerged: 0,
      interviewsBack: 0,
      sessionsBack: 1,
      takesBack: 3,
      takesWithoutSound: 2,
      takesChanged: 4,
      takesMerged: 5,
      takesKept: 6,
    })
    const asked = await ask()
    const list = await within(asked).findByRole('list', { name: 'What would change' })
    expect(asked).toBe(screen.getByRole('dialog', { name: 'Restore this backup?' }))
    expect(buttonsOf(asked)).toEqual(['Cancel', 'Restore'])
    expect([...list.children].map((item) => item.textContent)).toEqual([
      '1 session comes back.',
      '3 takes come back, sound and all.',
      'Notes, rating or best mark of 4 takes go back to what they were.',
      '2 takes stay away, because their sound is gone.',
      'This backup is from another library: of 5 takes both notes are kept.',
      '6 takes are not in this backup and stay as they are.',
    ])
    expect(asked.textContent).toContain('A backup of now is made first')
    await userEvent.click(within(asked).getByRole('button', { name: 'Cancel' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(bridge.inputs('backups.restore')).toEqual([])
  })

  it('offers nothing to restore where nothing would change', async () => {
    showBackups([good(0)], { ...NOTHING, takesKept: 1 })
    const asked = await ask()
    expect(await within(asked).findByText('Nothing would change.')).toBeDefined()
    expect(within(asked).getByText(/^1 take is not in this backup/)).toBeDefined()
    expect(asked).toBe(screen.getByRole('dialog', { name: 'Nothing to restore' }))
    expect(buttonsOf(asked)).toEqual(['Close'])
  })

  it('restores that one, tells the result, and shows the backup that takes it back', async () => {
    const changes = { ...NOTHING, sessionsBack: 2, takesChanged: 1, takesKept: 1 }
    const bridge = showBackups([good(0), good(1)], changes)
    const asked = await ask('Restore backup from Yesterday, 12:00, daily')
    const before = good(0, { name: 'before.db', reason: 'before-restore' })
    bridge.answer({ 'backups.list': () => [before, good(0), good(1)] })
    await within(asked).findByText('2 sessions come back.')
    await userEvent.click(within(asked).getByRole('button', { name: 'Restore' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(bridge.inputs('backups.restore')).toEqual([{ name: 'backup-1.db' }])
    const result =
      'The backup from yesterday, 12:00 was restored. 2 sessions came back. ' +
      'Notes, rating or best mark of 1 take went back. 1 other take stayed.'
    await waitFor(() => expect(announced()).toBe(result))
    expect(
      screen.getByText(`${result} To take this back, restore the newest “Before a restore”.`),
    ).toBeDefined()
    await waitFor(async () =>
      expect((await backupItems())[0]!.textContent).toContain('Before a restore'),
    )
  })

  it.each<ErrorCode>(['BACKUP_CORRUPT', 'VERSION_NEWER', 'DISK_FULL', 'NOT_FOUND'])(
    'says %s in its dialog, when looking and when restoring',
    async (code) => {
      const bridge = showBackups([good(0)], { ...NOTHING, takesBack: 1 })
      bridge.answer({ 'backups.preview': refuse(code) })
      const first = await ask()
      await expectRefusal(first, code)
      await userEvent.click(within(first).getByRole('button', { name: 'Close' }))

      const changes = { ...NOTHING, takesBack: 1 }
      bridge.answer({ 'backups.preview': () => changes, 'backups.restore': refuse(code) })
      const second = await ask()
      await within(second).findByText('1 take comes back, sound and all.')
      await userEvent.click(within(second).getByRole('button', { name: 'Restore' }))
      await expectRefusal(second, code)
      await userEvent.click(within(second).getByRole('button', { name: 'Close' }))
      expect(screen.queryByRole('alert')).toBeNull()
    },
  )

  it('tells on the page how a restore ended whose dialog was closed meanwhile', async () => {
    const bridge = showBackups([good(0)], { ...NOTHING, takesBack: 1 })
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
