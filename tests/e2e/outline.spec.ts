import type { Page } from '@playwright/test'
import { SAME_INTENT_MS } from '../../renderer/lib/oneIntent'
import { ask } from '../faults/bridge'
import { resizeWindow, WINDOW_SIZES } from '../helpers/windowSize'
import { expect, test } from './fixtures'
import { expectNoViolations } from './pages/accessible'
import { SessionPage, startButton } from './pages/session'

/* What one wants to say: written before a take, out of sight while it is spoken, ticked after it. */

const FIRST = 'backend-developer/development-experience'
const region = (page: Page) => page.getByRole('region', { name: 'My outline' })
const line = (page: Page, number: number) =>
  page.getByRole('textbox', { name: `Line ${number}`, exact: true })

test('what was left out is shown at the next take, and what hides while one speaks stays hidden', async ({
  running,
  launch,
}) => {
  const { page } = running
  const session = await SessionPage.start(page)
  await expect(region(page)).toBeVisible()
  await line(page, 1).fill('Parcels')
  await page.keyboard.press('Enter')
  await page.keyboard.type('Late scans')
  await page.keyboard.press('Enter')
  // R in a line is a letter.
  await page.keyboard.type('Rota')
  await expect(line(page, 3)).toHaveValue('Rota')

  await session.begin()
  await expect(region(page)).toBeHidden()
  await page.keyboard.press('o')
  await expect(region(page)).toBeVisible()
  await expect(region(page).getByRole('textbox')).toHaveCount(0)
  await expect(region(page).getByText('Late scans')).toBeVisible()
  await page.keyboard.press('o')
  await expect(region(page)).toBeHidden()
  await page.waitForTimeout(1000)
  // The focus is in no line: R is the recorder's.
  await page.keyboard.press('r')
  await expect(session.takes).toHaveCount(1)

  const boxes = region(page).getByRole('checkbox')
  await expect(boxes).toHaveCount(3)
  await page.getByRole('checkbox', { name: 'Parcels' }).check()
  await page.getByRole('checkbox', { name: 'Rota' }).check()
  await session.finish()
  await running.app.close()

  const again = await launch()
  await SessionPage.start(again.page)
  await expect(again.page.getByText(/^Left out/)).toHaveCount(1)
  await expect(line(again.page, 2)).toHaveAccessibleDescription(/^Left out/)
  await expect(line(again.page, 2)).toHaveValue('Late scans')
  const next = new SessionPage(again.page)
  await next.begin()
  await expect(region(again.page)).toBeHidden()
  await again.page.keyboard.press('o')
  await expect(region(again.page).getByText(/^Left out/)).toBeVisible()
  await again.app.close()

  // It was shown while one spoke: that is remembered.
  const third = await launch()
  await expect(startButton(third.page)).toBeVisible()
  expect(await ask(third.page, 'settings.read', undefined)).toMatchObject({
    showsOutline: true,
    showsOutlineWhileSpeaking: true,
  })
})

test('no barrier in an outline: written, glanced at, ticked, edited', async ({ page }) => {
  const outline = ['Parcels', 'Late scans']
  await ask(page, 'questions.annotate', { questionId: FIRST, layer: { outline } })
  const session = await SessionPage.start(page)
  await expect(line(page, 2)).toHaveValue('Late scans')
  await expectNoViolations(page, 'outline, ready')
  await session.begin()
  await page.keyboard.press('o')
  await expect(region(page)).toBeVisible()
  await expectNoViolations(page, 'outline, recording')
  await session.stop.click()
  await page.getByRole('checkbox', { name: 'Parcels' }).check()
  await expectNoViolations(page, 'outline, ticked')
  await page.getByRole('button', { name: 'Edit outline' }).click()
  await expect(line(page, 2)).toHaveAccessibleDescription(/^Left out/)
  await expectNoViolations(page, 'outline, edited')
})

test('a line is on the disk a moment after its last letter', async ({ running, launch }) => {
  const { page } = running
  await SessionPage.start(page)
  await line(page, 1).fill('Parcels')
  await expect
    .poll(async () => (await ask(page, 'questions.read', { questionId: FIRST })).layer.outline)
    .toEqual(['Parcels'])
  const ended = running.app.waitForEvent('close')
  running.app.process().kill('SIGKILL')
  await ended
  const again = await launch()
  await SessionPage.start(again.page)
  await expect(line(again.page, 1)).toHaveValue('Parcels')
})

for (const size of WINDOW_SIZES) {
  test(`with an outline nothing moves and nothing scrolls, at ${size.width} x ${size.height}`, async ({
    page,
    running,
  }) => {
    await resizeWindow(running, size)
    const outline = ['Parcels', 'Late scans', 'Ninety to ten a week', 'On call']
    await ask(page, 'questions.annotate', { questionId: FIRST, layer: { outline } })
    const session = await SessionPage.start(page)
    await session.addTake()
    const boxes = region(page).getByRole('checkbox')
    await expect(boxes).toHaveCount(4)
    for (let index = 0; index < 4; index += 1) {
      await expect(boxes.nth(index)).toBeInViewport({ ratio: 1 })
    }
    await expect(page.getByRole('textbox', { name: 'Notes' })).toBeInViewport({ ratio: 1 })
    const notes = page.locator('textarea')
    await expect(page.getByRole('button', { name: 'All numbers' })).toBeVisible()
    // By its id: out of sight it has no role.
    const heading = page.locator('#session-outline')
    const words = page.locator('#session-outline').locator('xpath=../..').getByText('Late scans')
    const placed = () =>
      Promise.all([session.question, notes, heading, words].map((part) => part.boundingBox()))
    const before = await placed()
    expect(await scrolled(page)).toEqual([])
    await session.begin()
    expect((await placed()).slice(0, 3)).toEqual(before.slice(0, 3))
    await page.keyboard.press('o')
    await expect(region(page)).toBeVisible()
    await expect(session.example).toBeHidden()
    const shown = await placed()
    expect(shown.slice(0, 3)).toEqual(before.slice(0, 3))
    expect(shown[3]?.y).toBe(before[3]?.y)
    await page.waitForTimeout(SAME_INTENT_MS)
    await session.stop.click()
    await expect(session.takes).toHaveCount(2)
  })
}

test('twelve lines are reached with the keyboard, and leave half of the column to the example', async ({
  page,
}) => {
  const outline = Array.from({ length: 12 }, (_one, index) => `Key word ${index + 1}`)
  await ask(page, 'questions.annotate', { questionId: FIRST, layer: { outline } })
  const session = await SessionPage.start(page)
  await session.addTake()
  const last = page.getByRole('checkbox', { name: 'Key word 12' })
  await expect(last).not.toBeInViewport()
  await last.focus()
  // By the mouse Space would play.
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(last).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('Space')
  await expect(last).toBeChecked()
  const half = (await page.getByRole('region', { name: 'Your answer' }).boundingBox())!.height / 2
  expect((await session.example.boundingBox())!.height).toBeGreaterThan(half - 20)
})

/** What would have to be scrolled, the example and lists of takes aside. */
function scrolled(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main, main *')]
      .filter((element) => {
        const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowY)
        const isOwn = element.closest('[aria-label="Example answer"], [aria-label="Takes"]')
        return scrolls && !isOwn && element.scrollHeight > element.clientHeight
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}
