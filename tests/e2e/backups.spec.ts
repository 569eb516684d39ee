import { copyFileSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Page } from '@playwright/test'
import { ask } from '../faults/bridge'
import { filesBelow, placeOfTable, spoilDatabase, spoilPage, storedTakes } from '../helpers/library'
import { expect, test } from './fixtures'
import { SessionPage } from './pages/session'

const backups = (page: Page) => page.getByRole('list', { name: 'Backups' }).getByRole('listitem')
const notes = (page: Page) => page.getByRole('textbox', { name: 'Notes' })
const question = (page: Page) => page.getByRole('dialog', { name: 'Restore this backup?' })

async function backUp(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: 'Back up now' }).click()
  await expect(page.getByRole('status')).toContainText('Backup made: Today')
  await expect(backups(page).first()).toContainText('By hand')
}

async function resume(page: Page): Promise<SessionPage> {
  await page.getByRole('link', { name: 'Practice' }).click()
  await page.getByRole('button', { name: 'Resume session' }).click()
  const session = new SessionPage(page)
  await session.ready()
  return session
}

test('a backup brings notes back as they were, keeps a newer take, and can be taken back', async ({
  page,
  dataFolder,
}) => {
  const storedNotes = () => storedTakes(dataFolder).map((take) => take.notes)
  const first = await SessionPage.start(page)
  await first.addTake()
  await notes(page).fill('As it was')
  await backUp(page)
  await expect(backups(page)).toHaveCount(1)
  await expect(backups(page)).toContainText('1 session, 1 take')

  const second = await resume(page)
  await notes(page).fill('As it is now')
  await second.addTake()
  await expect.poll(storedNotes).toEqual(['As it is now', ''])
  await page.getByRole('link', { name: 'Settings' }).click()

  await page.getByRole('button', { name: /^Restore backup from Today.*by hand$/ }).click()
  const changes = question(page).getByRole('list', { name: 'What would change' })
  await expect(changes.getByRole('listitem')).toHaveText([
    'Notes, rating or best mark of 1 take go back to what they were.',
    '1 take is not in this backup and stays as it is.',
  ])
  await question(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(question(page)).toBeHidden()
  expect(storedNotes()).toEqual(['As it is now', ''])
  await expect(backups(page)).toHaveCount(1)

  await page.getByRole('button', { name: /^Restore backup from Today.*by hand$/ }).click()
  await question(page).getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(question(page)).toBeHidden()
  await expect(page.getByRole('status')).toContainText('1 other take stayed.')
  await expect(
    page.getByText('To take this back, restore the newest “Before a restore”.'),
  ).toBeVisible()
  expect(storedNotes()).toEqual(['As it was', ''])
  await expect(backups(page)).toHaveCount(2)
  await expect(backups(page).first()).toContainText('Before a restore')

  const third = await resume(page)
  await expect(third.takes).toHaveCount(2)
  await third.takes.first().getByRole('button', { name: 'Play take 1' }).click()
  await expect(notes(page)).toHaveValue('As it was')

  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: /^Restore backup from Today.*before a restore$/ }).click()
  await question(page).getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(question(page)).toBeHidden()
  expect(storedNotes()).toEqual(['As it is now', ''])
})

test('damaged and newer backups are refused, and nothing is written', async ({
  page,
  dataFolder,
}) => {
  const session = await SessionPage.start(page)
  await session.addTake()
  await notes(page).fill('Keep me')
  await backUp(page)
  await resume(page)
  await notes(page).fill('Changed since')
  await expect.poll(() => storedTakes(dataFolder)[0]!.notes).toBe('Changed since')
  // The record beside the sound follows the row.
  const records = () =>
    filesBelow(join(dataFolder, 'takes'))
      .filter((file) => file.endsWith('.json'))
      .map((file) => readFileSync(file, 'utf8'))
  await expect.poll(() => records().some((record) => record.includes('Changed since'))).toBe(true)

  const folder = join(dataFolder, 'backups')
  const good = filesBelow(folder)[0]!
  const copy = (name: string) => {
    const file = join(folder, name)
    copyFileSync(good, file)
    return file
  }
  const damaged = copy('2026-01-03T10-00-00.000Z.daily.db')
  spoilPage(damaged)
  // What the list shows of it is sound: that it is damaged is found when all of it is read.
  const half = copy('2026-01-02T10-00-00.000Z.daily.db')
  spoilPage(half, placeOfTable(half, 'questions'))
  const newer = copy('2026-01-01T10-00-00.000Z.daily.db')
  const db = new Database(newer)
  db.pragma('user_version = 99')
  db.close()
  const before = everything(dataFolder)

  await page.getByRole('link', { name: 'Settings' }).click()
  await expect(backups(page)).toHaveCount(4)
  const [, isDamaged, looksGood, isNewer] = await backups(page).all()
  await expect(isDamaged!).toContainText('Damaged, cannot be restored')
  await expect(isDamaged!.getByRole('button')).toHaveCount(0)
  await expect(isNewer!).toContainText('Made by a newer Soundcheck')
  await expect(isNewer!.getByRole('button')).toHaveCount(0)

  await looksGood!.getByRole('button', { name: /^Restore/ }).click()
  const refusal = page.getByRole('dialog', { name: 'This backup is damaged' })
  await expect(refusal.getByRole('alert')).toContainText('Choose another backup.')
  await expect(refusal.getByRole('button', { name: 'Restore', exact: true })).toBeHidden()
  await refusal.getByRole('button', { name: 'Details' }).click()
  await expect(refusal.getByRole('alert')).toContainText('BACKUP_CORRUPT')
  await refusal.getByRole('button', { name: 'Close' }).click()

  // The screen does not offer it; main refuses all the same.
  for (const [file, code] of [
    [damaged, 'BACKUP_CORRUPT'],
    [half, 'BACKUP_CORRUPT'],
    [newer, 'VERSION_NEWER'],
  ] as const) {
    await expect(ask(page, 'backups.restore', { name: basename(file) })).rejects.toThrow(code)
  }
  expect(everything(dataFolder)).toEqual(before)
})

test('a lost database is told of, with where the old one lies, until that was read', async ({
  page,
  running,
  launch,
  dataFolder,
}) => {
  const session = await SessionPage.start(page)
  await session.addTake()
  await backUp(page)
  await resume(page)
  await session.addTake()
  await running.app.close()
  spoilDatabase(dataFolder)

  const second = await launch()
  const dialog = second.page.getByRole('dialog', { name: 'Recovered recordings' })
  await expect(dialog).toContainText('The database was damaged.')
  await expect(dialog).toContainText('went back to the backup from today')
  await expect(dialog).toContainText('1 take recorded since then was found again by its file.')
  await expect(dialog).toContainText('damaged/')
  // It is not read by starting again: only by somebody.
  await second.page.reload()
  await dialog.getByRole('button', { name: 'Continue' }).click()
  await expect(dialog).toBeHidden()
  await expect(second.page.getByRole('alert')).toBeHidden()
  expect(storedTakes(dataFolder)).toHaveLength(2)
  await second.page.reload()
  await expect(second.page.getByRole('heading', { name: 'Practice' })).toBeVisible()
  await second.page.waitForTimeout(300)
  await expect(dialog).toBeHidden()
})

/** Everything that a restore could write to: the takes' rows and files, and the backups themselves. */
function everything(dataFolder: string): unknown {
  const files = ['takes', 'backups'].flatMap((name) => filesBelow(join(dataFolder, name)))
  const contents = files.map((file) => [file, readFileSync(file).toString('base64')] as const)
  return { rows: storedTakes(dataFolder), files: Object.fromEntries(contents) }
}
