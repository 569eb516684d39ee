import type { Locator, Page } from '@playwright/test'
import { resizeWindow, WINDOW_SIZES } from '../helpers/windowSize'
import { expect, test } from './fixtures'
import { SessionPage } from './pages/session'

/* Everything that one does after a take is on one screen, without scrolling. */

/** At least so many lines of the example can be read, by the height of the window. */
const LINES: Record<number, number> = { 800: 12, 600: 8 }

/** What is needed after a take, by its name. */
function partsOf(page: Page, isFolded: boolean): Record<string, Locator> {
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  return {
    question: page.getByRole('heading', { level: 1 }),
    why: page.getByRole('region', { name: 'Why they ask' }),
    wave: page.getByRole('img', { name: 'Waveform', exact: true }),
    position: page.getByRole('slider', { name: 'Position' }),
    play: button('Play answer'),
    speed: page.getByRole('combobox', { name: 'Speed' }),
    measures: page.getByRole('region', { name: 'Measures' }),
    numbers: button('All numbers'),
    'mark buttons': page.getByRole('group', { name: 'Mark at the playhead' }),
    ...(isFolded
      ? { marks: button('6 marks') }
      : { marks: page.getByRole('list', { name: 'Marks' }) }),
    takes: page.getByRole('list', { name: 'Takes' }),
    'play take 2': button('Play take 2'),
    'best take 2': button('Keep take 2 as best'),
    'delete take 2': button('Delete take 2'),
    compare: button('Compare takes'),
    rating: page.getByRole('radiogroup', { name: 'How did it go?' }),
    rubric: page.getByText('Four more questions', { exact: true }),
    notes: page.getByRole('textbox', { name: 'Notes' }),
    listen: button('Listen to example'),
    record: button('Record again'),
  }
}

for (const size of WINDOW_SIZES) {
  const { width, height } = size
  test(`nothing after a take needs scrolling at ${width} x ${height}`, async ({
    page,
    running,
  }) => {
    await resizeWindow(running, size)
    const session = await SessionPage.start(page)
    await session.addTake()
    await session.addTake({ times: 2 })
    for (const kind of ['Situation', 'Task', 'Action', 'Result', 'Strong', 'Filler']) {
      await page.getByRole('button', { name: kind, exact: true }).click()
    }
    await expect(page.getByRole('region', { name: 'Measures' }).getByRole('button')).toBeVisible()

    const recorder = (await page.getByRole('region', { name: 'Recorder' }).boundingBox())!
    for (const [name, part] of Object.entries(partsOf(page, height < 760))) {
      await expect.soft(part, name).toBeInViewport({ ratio: 1 })
      const box = (await part.boundingBox())!
      expect.soft(box.x, name).toBeGreaterThanOrEqual(0)
      expect.soft(box.x + box.width, name).toBeLessThanOrEqual(width)
      if (name !== 'record') {
        expect.soft(box.y + box.height, name).toBeLessThanOrEqual(recorder.y)
      }
    }
    expect(await scrolledColumns(page)).toEqual([])
    if (height >= 760) {
      // What deletes a take and what deletes a mark stand in one column, beside a bar too.
      const bin = (name: string | RegExp) =>
        page.getByRole('button', { name }).first().boundingBox()
      expect((await bin(/^Delete the mark/))!.x).toBe((await bin('Delete take 2'))!.x)
    }
    expect(await linesInSight(session.example)).toBeGreaterThanOrEqual(LINES[height]!)
  })
}

test('the four questions open below a rating that keeps its place', async ({ page }) => {
  const session = await SessionPage.start(page)
  await session.addTake()
  for (const kind of ['Situation', 'Task', 'Action', 'Result', 'Strong', 'Filler']) {
    await page.getByRole('button', { name: kind, exact: true }).click()
  }
  await expect(page.getByRole('region', { name: 'Measures' }).getByRole('button')).toBeVisible()
  const wave = page.getByRole('img', { name: 'Waveform', exact: true })
  const rating = page.getByRole('radiogroup', { name: 'How did it go?' })
  const belowWave = async () => (await rating.boundingBox())!.y - (await wave.boundingBox())!.y
  const before = await belowWave()
  await page.keyboard.press('q')
  await expect(page.getByText('Did it sound like me?')).toBeVisible()
  expect(await belowWave()).toBeCloseTo(before)
})

test('what was deleted leaves room for the words that bring it back', async ({ page }) => {
  const session = await SessionPage.start(page)
  await session.addTake()
  await session.addTake()
  const wave = page.getByRole('img', { name: 'Waveform', exact: true })
  const before = (await wave.boundingBox())!
  await page.getByRole('button', { name: 'Delete take 1' }).click()
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible()
  expect(await wave.boundingBox()).toEqual(before)
})

/** The columns that would have to be scrolled, the example's aside: texts and lists scroll on their own. */
function scrolledColumns(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main, main *')]
      .filter((element) => {
        const scrolls = /auto|scroll/.test(getComputedStyle(element).overflowY)
        const isOwn =
          element.matches('ul, textarea') || element.closest('[aria-label="Example answer"]')
        return scrolls && !isOwn && element.scrollHeight > element.clientHeight
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  )
}

/** Lines of the example's text that are wholly within its column. */
function linesInSight(example: Locator): Promise<number> {
  return example.evaluate((region) => {
    const scroller = [...region.querySelectorAll('div')].find(
      (element) => getComputedStyle(element).overflowY === 'auto',
    )!
    const { top, bottom } = scroller.getBoundingClientRect()
    const tops = [...scroller.querySelectorAll('[lang] p')].flatMap((paragraph) => {
      const range = document.createRange()
      range.selectNodeContents(paragraph)
      return [...range.getClientRects()]
        .filter((line) => line.top >= top - 1 && line.bottom <= bottom + 1)
        .map((line) => Math.round(line.top))
    })
    return new Set(tops).size
  })
}

test('why they ask is one line, then more', async ({ page }) => {
  const session = await SessionPage.start(page)
  await session.addTake()
  const why = page.getByRole('region', { name: 'Why they ask' })
  const folded = (await why.boundingBox())!
  expect(folded.height).toBe(20)
  await why.getByRole('button', { name: 'More of why they ask' }).click()
  expect((await why.boundingBox())!.height).toBeGreaterThan(folded.height)
  await why.getByRole('button', { name: 'Less of why they ask' }).click()
  expect(await why.boundingBox()).toEqual(folded)
})

test('a question without end is whole until it is answered, then three lines, then more', async ({
  page,
}) => {
  const session = await SessionPage.start(page)
  const more = page.getByRole('button', { name: 'More of the question' })
  const linePx = (await session.question.boundingBox())!.height
  const heightPx = async () => (await session.question.boundingBox())!.height
  // No question of the pack is so long; how it is cut is the style's matter alone.
  const lengthen = (times: number) =>
    session.question.evaluate(
      (heading, words) => (heading.textContent = words),
      'And then what? '.repeat(times),
    )
  await lengthen(40)
  expect(await heightPx()).toBeGreaterThan(3 * linePx)
  await expect(more).toHaveCount(0)
  // What the window has no room for can be scrolled to, and lies on nothing else.
  await lengthen(400)
  const end = page.getByRole('button', { name: 'Show example answer' })
  await end.scrollIntoViewIfNeeded()
  await expect(end).toBeInViewport({ ratio: 1 })
  const recorder = (await page.getByRole('region', { name: 'Recorder' }).boundingBox())!
  const button = (await end.boundingBox())!
  expect(button.y + button.height).toBeLessThanOrEqual(recorder.y)

  await lengthen(1)
  await session.recordTake(1000)
  await lengthen(40)
  await expect(more).toBeVisible()
  expect(await heightPx()).toBe(3 * linePx)
  await more.click()
  expect(await heightPx()).toBeGreaterThan(3 * linePx)
  await page.getByRole('button', { name: 'Less of the question' }).click()
  expect(await heightPx()).toBe(3 * linePx)
  await session.begin()
  expect(await heightPx()).toBeGreaterThan(3 * linePx)
  await expect(more).toHaveCount(0)
})
