import { copyFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from '../e2e/fixtures'
import { SessionPage } from '../e2e/pages/session'
import { ask } from '../faults/bridge'
import { filesBelow, placeOfTable, spoilDatabase, spoilPage, storedTakes } from '../helpers/library'
import { seedLibrary } from '../helpers/seed'
import { photograph } from './camera'

const DAY_MS = 86_400_000

/** Puts 19 more beside a good one: daily ones, and some of every other kind and state. */
function addBackups(dataFolder: string, name: string): void {
  const folder = join(dataFolder, 'backups')
  // Not just any file there: the daily one may be being made.
  const good = join(folder, name)
  const reasons = ['daily', 'by-hand', 'daily', 'before-update', 'daily', 'before-restore']
  for (let day = 1; day <= 19; day += 1) {
    const moment = new Date(Date.now() - day * DAY_MS).toISOString().replaceAll(':', '-')
    const file = join(folder, `${moment}.${reasons[day % reasons.length]}.db`)
    copyFileSync(good, file)
    if (day === 2) spoilPage(file)
    if (day === 3) spoilPage(file, placeOfTable(file, 'questions'))
    if (day === 4) {
      const db = new Database(file)
      db.pragma('user_version = 99')
      db.close()
    }
  }
}

test('backups: many, what restoring would change, and what it changed', async ({
  running,
  launch,
  dataFolder,
}) => {
  await running.app.close()
  seedLibrary(dataFolder)
  const again = await launch()
  const { page } = again
  const settings = () => page.getByRole('link', { name: 'Settings' }).click()
  const dialog = page.getByRole('dialog', { name: 'Restore this backup?' })
  const section = page.getByRole('heading', { name: 'Backups' })
  const { name } = await ask(page, 'backups.make', undefined)
  addBackups(dataFolder, name)

  await settings()
  await expect(page.getByRole('button', { name: 'Show all' })).toBeVisible()
  await section.evaluate((heading) => heading.scrollIntoView())
  await photograph(again, 'backups')
  await page.getByRole('button', { name: 'Show all' }).click()
  await photograph(again, 'backups-all')
  await page.getByRole('button', { name: 'Show only' }).click()

  const restore = page.getByRole('list', { name: 'Backups' }).getByRole('button')
  await restore.first().click()
  await expect(page.getByText('Nothing would change.')).toBeVisible()
  await photograph(again, 'backup-restore-nothing')
  await page.keyboard.press('Escape')
  const takes = storedTakes(dataFolder)
  for (const { id: takeId } of takes.slice(0, 4)) {
    await ask(page, 'takes.annotate', { takeId, notes: 'Changed since' })
  }
  await ask(page, 'sessions.delete', { sessionId: takes[20]!.session_id })
  await page.getByRole('link', { name: 'Practice' }).click()
  await page.getByRole('button', { name: 'Resume session' }).click()
  await new SessionPage(page).recordTake(1000)
  await settings()
  await section.evaluate((heading) => heading.scrollIntoView())
  await restore.first().click()
  await expect(dialog.getByText('comes back')).toBeVisible()
  await photograph(again, 'backup-restore')
  await dialog.getByRole('button', { name: 'Restore', exact: true }).click()
  await expect(
    page.getByText('To take this back, restore the newest “Before a restore”.'),
  ).toBeVisible()
  await photograph(again, 'backup-restored')
})

test('a backup whose damage shows only when it is read', async ({ running, dataFolder }) => {
  const { page } = running
  await ask(page, 'backups.make', undefined)
  const file = filesBelow(join(dataFolder, 'backups'))[0]!
  spoilPage(file, placeOfTable(file, 'questions'))
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('button', { name: /^Restore backup/ }).click()
  await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
  await photograph(running, 'backup-refused')
})

test('a rescued database, with a recording and without', async ({
  running,
  launch,
  dataFolder,
}) => {
  const session = await SessionPage.start(running.page)
  await session.recordTake(1500)
  await ask(running.page, 'backups.make', undefined)
  await session.recordTake(1500)
  await session.begin()
  await running.page.waitForTimeout(3000)
  const ended = running.app.waitForEvent('close')
  running.app.process().kill('SIGKILL')
  await ended
  spoilDatabase(dataFolder)

  const again = await launch()
  const dialog = again.page.getByRole('dialog', { name: 'Recovered recordings' })
  await expect(dialog.getByRole('listitem')).toHaveCount(1)
  await again.page.waitForTimeout(500)
  await photograph(again, 'rescued-with-recording')
  await dialog.getByRole('button', { name: 'Keep' }).click()
  await expect(dialog.getByRole('button', { name: 'Continue' })).toBeVisible()
  await photograph(again, 'rescued')
})
