import { statSync, truncateSync, writeFileSync } from 'node:fs'
import { storedTakes, takeFile } from '../helpers/library'
import { expect, test } from './fixtures'
import { SessionPage } from './pages/session'

/** As long as it was, so that only listening shows that there is no sound in the oldest take. */
function spoilOldestTake(dataFolder: string): void {
  const file = takeFile(dataFolder, storedTakes(dataFolder)[0]!)
  writeFileSync(file, Buffer.alloc(statSync(file).size, 7))
}

test('a take that will not play is found damaged when somebody listens, and stays', async ({
  running,
  launch,
  dataFolder,
}) => {
  const before = await SessionPage.start(running.page)
  await before.addTake()
  await running.page.getByRole('textbox', { name: 'Notes' }).fill('Still here')
  await before.addTake()
  await running.app.close()
  spoilOldestTake(dataFolder)

  const { page } = await launch()
  await page.getByRole('button', { name: 'Resume session' }).click()
  const session = new SessionPage(page)
  const first = session.takes.first()
  await expect(first).not.toContainText('Damaged')
  await first.getByRole('button', { name: 'Play take 1' }).click()
  await expect(session.answer.getByRole('alert')).toContainText('This recording cannot be played')
  await expect(first.getByText('Damaged')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Notes' })).toHaveValue('Still here')
  expect(storedTakes(dataFolder).map(({ state }) => state)).toEqual(['damaged', 'ready'])
  // The other one still plays.
  await page.getByRole('button', { name: 'Play take 2' }).click()
  await expect.poll(() => session.seconds()).toBeGreaterThan(0.2)

  await session.finish()
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('list', { name: 'Sessions' }).getByRole('link').first().click()
  const past = page.getByRole('listitem', { name: 'Take 1' })
  await expect(past.getByText('Damaged')).toBeVisible()
  await expect(past.getByText('Still here')).toBeVisible()
  await expect(past.getByRole('button', { name: 'Play take 1' })).toBeDisabled()
})

test('the past finds a damaged take too, and says so in its row', async ({
  running,
  launch,
  dataFolder,
}) => {
  const session = await SessionPage.start(running.page)
  await session.addTake()
  await session.finish()
  await running.app.close()
  spoilOldestTake(dataFolder)

  const { page } = await launch()
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('list', { name: 'Sessions' }).getByRole('link').first().click()
  const past = page.getByRole('listitem', { name: 'Take 1' })
  await past.getByRole('button', { name: 'Play take 1' }).click()
  await expect(past.getByText('Damaged')).toBeVisible()
  await expect(past.getByRole('button', { name: 'Play take 1' })).toBeDisabled()
  expect(storedTakes(dataFolder)[0]!.state).toBe('damaged')
})

test('a take whose end was lost is as long as what is left of it, and plays', async ({
  running,
  launch,
  dataFolder,
}) => {
  const before = await SessionPage.start(running.page)
  await before.addTake()
  await running.app.close()
  const [take] = storedTakes(dataFolder)
  const file = takeFile(dataFolder, take!)
  truncateSync(file, Math.round(statSync(file).size / 2))

  const { page } = await launch()
  await page.getByRole('button', { name: 'Resume session' }).click()
  const session = new SessionPage(page)
  // The library is looked through some seconds after the start; the page then follows.
  const length = async () => Number(await session.position.getAttribute('max'))
  await expect.poll(length, { timeout: 30_000 }).toBeLessThan(take!.duration_ms! / 1000 - 1)
  expect(await length()).toBeGreaterThan(1)
  await session.answer.getByRole('button', { name: 'Play answer' }).click()
  await expect.poll(() => session.seconds()).toBeGreaterThan(0.5)
  await expect(session.takes.first()).not.toContainText('Damaged')
})
