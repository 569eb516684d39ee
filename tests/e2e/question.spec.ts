import type { Page } from '@playwright/test'
import { seedHeardTakes } from '../helpers/seedHeard'
import { resizeWindow, WINDOW_SIZES } from '../helpers/windowSize'
import { expect, test } from './fixtures'
import { SessionPage } from './pages/session'
import { expectNoViolations } from './pages/accessible'

const TWO_SESSIONS = { question: 1, takesPerDay: [1, 1] }

const chart = (page: Page) => page.getByRole('group', { name: 'Length, take by take' })
const table = (page: Page) => page.getByRole('table', { name: 'Takes' })
const focused = (page: Page) => page.locator(':focus')

/** Presses Tab until the focus is on something of this name, as a hand would. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let press = 0; press < 60; press += 1) {
    await page.keyboard.press('Tab')
    const label = await focused(page).evaluate(
      (element) => element.getAttribute('aria-label') ?? element.textContent,
    )
    if (name.test(label ?? '')) return
  }
  throw new Error(`Tab never comes to ${name.source}`)
}

test('points and rows of a question open their takes in their sessions', async ({
  running,
  launch,
  dataFolder,
}) => {
  await running.app.close()
  seedHeardTakes(dataFolder, TWO_SESSIONS)
  const { page } = await launch()
  await page.getByRole('link', { name: 'History' }).click()
  await page
    .getByRole('list', { name: 'Sessions' })
    .getByRole('listitem')
    .first()
    .getByRole('link')
    .first()
    .click()
  const all = page.getByRole('link', { name: 'All takes of this question' })
  await all.click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'What is your development experience?' }),
  ).toBeVisible()

  await expect(page.getByRole('link', { name: 'History', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  )

  const points = chart(page).getByRole('link')
  await expect(points).toHaveCount(2)
  await expect(points.nth(0)).toHaveAccessibleName(/^Take 1, \d+ \w+( \d+)?: 0:38$/)
  await expect(points.nth(1)).toHaveAccessibleName(/^Take 1, \d+ \w+( \d+)?: 0:52$/)
  const rows = table(page).getByRole('link', { name: /^Take 1,/ })
  await expect(rows).toHaveCount(2)
  await expectNoViolations(page, 'question')

  // The newest is on top of the table and at the right end of the chart.
  for (const { open, length } of [
    { open: () => points.first().click(), length: '0:38' },
    { open: () => rows.first().click(), length: '0:52' },
  ]) {
    await open()
    const take = page.getByRole('listitem', { name: 'Take 1' })
    await expect(take).toContainText(length)
    await expect(take.getByRole('slider', { name: 'Position' })).toBeVisible()
    await expect(take.getByRole('button', { name: 'Play take 1' })).toBeFocused()
    await all.click()
    await expect(points).toHaveCount(2)
  }

  // Two takes are chosen already; the older one comes first.
  const ids = await points.evaluateAll((links) =>
    links.map((link) => link.getAttribute('href')!.split('/').at(-1)),
  )
  await page.getByRole('button', { name: 'Compare takes' }).click()
  await expect
    .poll(() => page.evaluate(() => window.location.hash))
    .toBe(`#/compare/backend-developer/development-experience/${ids.join('/')}`)
})

test('from a session to all takes of its question and back, by keyboard alone', async ({
  running,
  launch,
  dataFolder,
}) => {
  await running.app.close()
  seedHeardTakes(dataFolder, { question: 2, takesPerDay: [1, 1] })
  const { page } = await launch()
  const session = await SessionPage.start(page)
  await page.keyboard.press('Shift+ArrowRight')
  await expect(page.getByText('Question 2 of 19')).toBeVisible()
  await page.keyboard.press('r')
  await expect(page.getByText('Recording', { exact: true })).toBeVisible()
  // Nothing leads away while somebody speaks.
  await expect(page.getByRole('link', { name: 'All takes' })).toBeHidden()
  await page.waitForTimeout(1000)
  await page.keyboard.press('r')
  await expect(session.takes).toHaveCount(1)
  await expect(page.getByRole('region', { name: 'Measures' })).toBeVisible()
  const question = await session.question.textContent()

  await tabTo(page, /^All takes$/)
  await page.keyboard.press('Enter')
  await expect(session.question).toHaveText(question!)
  // Looked into from a session one is still in Practice, where the way back leads.
  await expect(page.getByRole('link', { name: 'Practice' })).toHaveAttribute('aria-current', 'page')
  await expect(chart(page).getByRole('link')).toHaveCount(3)
  await tabTo(page, /^Take 1, .*: 0:0\d$/)
  await page.keyboard.press('ArrowLeft')
  await expect(focused(page)).toHaveAccessibleName(/^Take 1, .*: 0:52$/)
  await page.keyboard.press('Home')
  await expect(focused(page)).toHaveAccessibleName(/^Take 1, .*: 0:38$/)

  await tabTo(page, /^Choose Take 1,/)
  await page.keyboard.press('Space')
  await tabTo(page, /^Choose Take 1,/)
  await page.keyboard.press('Space')
  await expect(page.getByRole('button', { name: 'Compare takes' })).toBeEnabled()

  await page.getByRole('link', { name: 'Back to the session' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Question 2 of 19')).toBeVisible()
  await expect(session.takes).toHaveCount(1)
})

test('a question without a take leads to a session of it alone', async ({ page }) => {
  await page.getByRole('heading', { name: 'Practice' }).waitFor()
  await page.evaluate(() => {
    window.location.hash = '#/question/backend-developer/microservices'
  })
  await expect(page.getByText(/No takes yet/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Why they ask' })).toBeVisible()
  await expectNoViolations(page, 'a question without a take')
  const question = await page.getByRole('heading', { level: 1 }).textContent()
  await page.getByRole('button', { name: 'Practise this question' }).click()
  await expect(page.getByText('Question 1 of 1')).toBeVisible()
  const session = new SessionPage(page)
  await expect(session.question).toHaveText(question!)
  await session.ready()
  await session.addTake()
  await page.getByRole('link', { name: 'All takes' }).click()
  await expect(table(page).getByRole('link', { name: /^Take 1,/ })).toHaveCount(1)
})

test('the heads of the table of takes stay while it is gone through', async ({
  running,
  launch,
  dataFolder,
}) => {
  await running.app.close()
  const questionId = seedHeardTakes(dataFolder, { question: 3 })
  const current = await launch()
  const { page } = current
  await resizeWindow(current, WINDOW_SIZES[1])
  await page.evaluate((id) => {
    window.location.hash = `#/question/${id}`
  }, questionId)
  await table(page).getByRole('checkbox').last().scrollIntoViewIfNeeded()
  await expect(table(page).getByRole('columnheader', { name: 'Longest pause' })).toBeInViewport()
  await expect(page.getByRole('button', { name: 'Compare takes' })).toBeInViewport()
  const tops = await table(page)
    .getByRole('columnheader')
    .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().top))
  const bottom = await page
    .getByRole('button', { name: 'Compare takes' })
    .evaluate((button) => button.getBoundingClientRect().bottom)
  expect(Math.min(...tops)).toBeGreaterThan(bottom)
})

test('measures of a take: sentences, pauses on the wave, all numbers', async ({
  running,
  launch,
  dataFolder,
}) => {
  await running.app.close()
  seedHeardTakes(dataFolder, { question: 1, takesPerDay: [1, 1, 1, 2], isUnfinished: true })
  const { page } = await launch()
  await page.getByRole('button', { name: 'Resume session' }).click()
  const measures = page.getByRole('region', { name: 'Measures' })
  await expect(measures.getByRole('listitem')).not.toHaveCount(0)
  await expectNoViolations(page, 'measures')

  const pauses = page.getByRole('toolbar', { name: 'Pauses' }).getByRole('button')
  await tabTo(page, /^Pause of/)
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(pauses.nth(2)).toBeFocused()
  const name = await pauses.nth(2).getAttribute('aria-label')
  await expect(page.getByText(name!)).toBeVisible()

  // The mouse reads the same, and its press still seeks on the wave below.
  await page.keyboard.press('Tab')
  await expect(page.getByText(name!)).toBeHidden()
  const gap = (await pauses.nth(2).boundingBox())!
  await page.mouse.move(gap.x + gap.width / 2, gap.y + 10)
  await expect(page.getByText(name!)).toBeVisible()
  await page.mouse.down()
  await page.mouse.up()
  await expect
    .poll(async () => Number(await page.getByRole('slider', { name: 'Position' }).inputValue()))
    .toBeGreaterThan(0.5)

  await measures.getByRole('button', { name: 'All numbers' }).click()
  await expect(measures.getByRole('row', { name: /^Longest pause/ })).toBeVisible()
  await expectNoViolations(page, 'all numbers')
})
