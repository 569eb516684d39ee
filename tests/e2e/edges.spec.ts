import type { Page } from '@playwright/test'
import { seedHeardTakes } from '../helpers/seedHeard'
import { resizeWindow } from '../helpers/windowSize'
import { expect, test } from './fixtures'

/** Where what is read on a page begins and ends, and where the page would be wider than the window. */
function edgesOf(page: Page): Promise<{ start: number; end: number; overflow: number }> {
  return page.getByRole('main').evaluate((main) => {
    const sheet = main.firstElementChild!
    const { left, right } = sheet.getBoundingClientRect()
    const { paddingLeft, paddingRight } = getComputedStyle(sheet)
    return {
      start: left + Number.parseFloat(paddingLeft),
      end: right - Number.parseFloat(paddingRight),
      overflow: main.scrollWidth - main.clientWidth,
    }
  })
}

test('every page begins and ends at the same edges, with a scrollbar and without', async ({
  running,
  launch,
  dataFolder,
}) => {
  await running.app.close()
  const questionId = seedHeardTakes(dataFolder, { question: 3 })
  const current = await launch()
  const { page } = current
  await page.getByRole('link', { name: 'History' }).click()
  const session = page.getByRole('list', { name: 'Sessions' }).getByRole('link').first()
  const past = (await session.getAttribute('href'))!
  const question = `#/question/${questionId}`
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, question)
  const points = page.getByRole('group', { name: /take by take$/ }).getByRole('link')
  await expect(points.first()).toBeVisible()
  const takeIds = await points.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href')!.split('/').at(-1)!),
  )
  const compare = `#/compare/${questionId}/${takeIds[0]}/${takeIds[1]}`
  const unanswered = '#/question/backend-developer/microservices'
  for (const { width, height, start, end } of [
    { width: 1280, height: 800, start: 272, end: 1240 },
    { width: 900, height: 600, start: 84, end: 876 },
  ]) {
    await resizeWindow(current, { width, height })
    for (const hash of [
      '#/practice',
      '#/history',
      past,
      question,
      unanswered,
      compare,
      '#/settings',
    ]) {
      await page.evaluate((to) => {
        window.location.hash = to
      }, hash)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      expect(await edgesOf(page), `${hash} at ${String(width)}`).toEqual({
        start,
        end,
        overflow: 0,
      })
    }
  }
})
