import type { Page } from '@playwright/test'
import { storedTakes } from '../helpers/library'
import { expect, test } from './fixtures'
import { SessionPage } from './pages/session'

async function sessionWithTwoTakes(page: Page): Promise<SessionPage> {
  const session = await SessionPage.start(page)
  await session.addTake()
  await session.addTake()
  return session
}

test('two takes deleted one after the other both come back, the last one first', async ({
  page,
  dataFolder,
}) => {
  const areDeleted = () => storedTakes(dataFolder).map((take) => take.deleted_at_ms !== null)
  const session = await sessionWithTwoTakes(page)
  await page.getByRole('button', { name: 'Delete take 1' }).click()
  await expect(session.takes).toHaveCount(1)
  await page.getByRole('button', { name: 'Delete take 2' }).click()
  await expect(session.takes).toHaveCount(0)
  expect(areDeleted()).toEqual([true, true])

  await page.keyboard.press('ControlOrMeta+z')
  await expect(session.takes).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Play take 2' })).toBeVisible()
  expect(areDeleted()).toEqual([true, false])

  await page.keyboard.press('ControlOrMeta+z')
  await expect(session.takes).toHaveCount(2)
  expect(areDeleted()).toEqual([false, false])
  await expect(page.getByRole('button', { name: 'Undo' })).toBeHidden()
})

test('a take deleted in a session is brought back on its page in History', async ({
  page,
  dataFolder,
}) => {
  const session = await sessionWithTwoTakes(page)
  await page.getByRole('button', { name: 'Delete take 2' }).click()
  await expect(session.takes).toHaveCount(1)

  await page.getByRole('link', { name: 'History' }).click()
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await sessions.getByRole('link').first().click()
  const takes = page.getByRole('list', { name: 'Takes' }).getByRole('listitem')
  await expect(takes).toHaveCount(1)
  await expect(page.getByRole('button', { name: 'Play take 2' })).toBeHidden()

  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(takes).toHaveCount(2)
  await expect(page.getByRole('button', { name: 'Play take 2' })).toBeVisible()
  expect(storedTakes(dataFolder).map((take) => take.deleted_at_ms)).toEqual([null, null])
})

test('the offer to undo does not lie on the way back, in a narrow window neither', async ({
  page,
  running: { app },
}) => {
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.setContentSize(900, 600),
  )
  const session = await sessionWithTwoTakes(page)
  await page.getByRole('button', { name: 'Delete take 2' }).click()
  await expect(session.takes).toHaveCount(1)
  await page.getByRole('link', { name: 'All takes' }).click()

  const undo = page.getByRole('button', { name: 'Undo' })
  await expect(undo).toBeVisible()
  // A click lands on what is on top: on what lies over the link it would wait for nothing.
  await page.getByRole('link', { name: 'Back to the session' }).click()
  await expect(session.takes).toHaveCount(1)
  await expect(undo).toBeVisible()

  await page.getByRole('link', { name: 'History' }).click()
  const offer = (await page.getByRole('region', { name: 'Undo' }).boundingBox())!
  const search = (await page.getByRole('searchbox').boundingBox())!
  expect(offer.x + offer.width).toBeLessThan(search.x)
})
