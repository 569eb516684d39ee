import { SAME_INTENT_MS } from '../../renderer/lib/oneIntent'
import { storedTakes } from '../helpers/library'
import { expect, test } from './fixtures'
import { expectNoViolations } from './pages/accessible'
import { SessionPage } from './pages/session'

test('marks in one listen, by keyboard alone, survive a restart', async ({
  running,
  launch,
  dataFolder,
}) => {
  const { page } = running
  const session = await SessionPage.start(page)
  await session.addTake()
  const marks = page.getByRole('list', { name: 'Marks' }).getByRole('listitem')

  await page.keyboard.press('Space')
  const droppedAt: number[] = []
  for (const [key, from] of [
    ['s', 0.3],
    ['a', 1.5],
    ['r', 3],
  ] as const) {
    await expect.poll(() => session.seconds(), { intervals: [20] }).toBeGreaterThan(from)
    droppedAt.push(await session.seconds())
    await page.keyboard.press(key)
    await expect(marks).toHaveCount(droppedAt.length)
  }
  await page.keyboard.press('Space')
  expect(await session.markedKinds()).toEqual(['Situation', 'Action', 'Result'])
  const markedAt = await session.markedSeconds()
  for (const [index, seconds] of droppedAt.entries()) {
    // Between the look at the slider and the press passes a moment of the test, not of the app.
    expect(markedAt[index]).toBeGreaterThan(seconds - 0.15)
    expect(markedAt[index]).toBeLessThan(seconds + 1)
  }
  // R was a mark: nothing was recorded.
  expect(storedTakes(dataFolder)).toHaveLength(1)

  await running.app.close()
  const again = await launch()
  await again.page.getByRole('button', { name: 'Resume session' }).click()
  const later = new SessionPage(again.page)
  await expect.poll(() => later.markedSeconds()).toEqual(markedAt)
  // While nothing plays, R records as ever.
  await later.ready()
  await again.page.keyboard.press('r')
  await expect(again.page.getByText('Recording', { exact: true })).toBeVisible()
  await again.page.waitForTimeout(SAME_INTENT_MS)
  await again.page.keyboard.press('r')
  await expect(later.takes).toHaveCount(2)
})

test('a finger that is late at the end marks it, and starts no recording', async ({
  page,
  dataFolder,
}) => {
  const session = await SessionPage.start(page)
  await session.addTake()
  await page.keyboard.press('Space')
  // In the page, because half a second of a busy machine is more than the app waits.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const button = document.querySelector('[aria-label="Pause answer"]')!
        const ended = new MutationObserver(() => {
          if (button.getAttribute('aria-label') !== 'Play answer') return
          ended.disconnect()
          const key = { key: 'r', code: 'KeyR', bubbles: true, cancelable: true }
          document.body.dispatchEvent(new KeyboardEvent('keydown', key))
          resolve()
        })
        ended.observe(button, { attributes: true, attributeFilter: ['aria-label'] })
      }),
  )
  await expect.poll(() => session.markedSeconds()).toHaveLength(1)
  const [markedAt] = await session.markedSeconds()
  const lengthMs = storedTakes(dataFolder)[0]!.duration_ms!
  expect(Math.abs(markedAt! * 1000 - lengthMs)).toBeLessThan(150)
  await expect(session.stop).toBeHidden()
  expect(storedTakes(dataFolder)).toHaveLength(1)
})

test('a mark is moved, named, noted, deleted and brought back by keyboard', async ({ page }) => {
  const session = await SessionPage.start(page)
  await session.addTake()
  await session.position.fill('2')
  await page.getByRole('button', { name: 'Strong', exact: true }).press('Enter')
  const flag = page.getByRole('slider', { name: 'Strong' })
  await flag.focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Shift+ArrowLeft')
  await expect(flag).toHaveAttribute('aria-valuetext', '0:01.1')
  await page.keyboard.press('f')
  await expect(page.getByRole('slider', { name: 'Filler' })).toBeFocused()

  await page.getByRole('textbox', { name: 'Note on the mark at 0:01' }).focus()
  await page.keyboard.type('star')
  await page.keyboard.press('Enter')
  const item = page.getByRole('button', { name: 'Play from 0:01.1, Filler, star' })
  await item.focus()
  await page.keyboard.press('Delete')
  await expect(item).toBeHidden()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(item).toBeVisible()
  await item.press('Enter')
  await expect.poll(() => session.seconds()).toBeGreaterThan(1.2)
})

test('a flag is dragged over the wave', async ({ page }) => {
  const session = await SessionPage.start(page)
  await session.addTake()
  await session.position.fill('1')
  await page.getByRole('button', { name: 'Task', exact: true }).click()
  const box = (await page.getByRole('img', { name: 'Waveform', exact: true }).boundingBox())!
  const before = (await session.markedSeconds())[0]!
  const startX = box.x + (box.width * before) / (await session.lengthSeconds())
  await page.mouse.move(startX + 6, box.y + 8)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width / 2, box.y + 8, { steps: 5 })
  await page.mouse.up()
  const middle = (await session.lengthSeconds()) / 2
  await expect.poll(async () => (await session.markedSeconds())[0]).toBeCloseTo(middle, 0)
  // The flag moved, not the playhead.
  expect(await session.seconds()).toBeCloseTo(1, 1)
})

test('flags keep apart where marks are close, and the playhead crosses none', async ({ page }) => {
  const session = await SessionPage.start(page)
  await session.addTake()
  const lengthSeconds = await session.lengthSeconds()
  for (const [index, name] of ['Situation', 'Task', 'Action', 'Result', 'Strong'].entries()) {
    await session.position.fill((0.02 * lengthSeconds * (index + 1)).toFixed(2))
    await page.getByRole('button', { name, exact: true }).click()
  }
  await session.position.fill((0.06 * lengthSeconds).toFixed(2))
  const flags = page.getByRole('group', { name: 'Flags on the waveform' }).getByRole('slider')
  await expect(flags).toHaveCount(5)
  const letters = await flags.evaluateAll((all) =>
    all.map((flag) => flag.getBoundingClientRect().toJSON() as DOMRect),
  )
  for (const [index, letter] of letters.entries()) {
    const next = letters[index + 1]
    if (next) expect(letter.right, `letter ${index}`).toBeLessThanOrEqual(next.left + 0.5)
  }
  const wave = (await page.getByRole('img', { name: 'Waveform', exact: true }).boundingBox())!
  const drawing = await page
    .getByRole('img', { name: 'Waveform', exact: true })
    .evaluate((img) => img.firstElementChild!.getBoundingClientRect().toJSON() as DOMRect)
  expect(letters[0]!.top).toBeCloseTo(wave.y, 0)
  // The playhead is as high as the drawing, which begins below the letters.
  expect(drawing.top).toBeGreaterThanOrEqual(letters[0]!.bottom - 0.5)
  expect(drawing.bottom).toBeCloseTo(wave.y + wave.height, 0)
  // At the very end a letter stands before its moment, not beyond the wave.
  await session.position.press('End')
  await page.getByRole('button', { name: 'Filler', exact: true }).click()
  await expect(flags).toHaveCount(6)
  await flags.last().focus()
  const atEnd = (await flags.last().boundingBox())!
  expect(atEnd.width).toBeGreaterThan(12)
  expect(atEnd.x + atEnd.width).toBeLessThanOrEqual(wave.x + wave.width + 1)
})

test('the letters of the flags are out of sight while the next take is recorded', async ({
  page,
}) => {
  const session = await SessionPage.start(page)
  await session.addTake()
  await session.position.fill('1')
  await page.getByRole('button', { name: 'Task', exact: true }).click()
  // By its name alone: out of sight it has no role.
  const letter = page
    .locator('[aria-label="Flags on the waveform"]')
    .getByText('T', { exact: true })
  await expect(letter).toBeVisible()
  await session.begin()
  await expect(letter).toBeHidden()
  await page.waitForTimeout(SAME_INTENT_MS)
  await session.stop.click()
  await expect(session.takes).toHaveCount(2)
  await page.getByRole('button', { name: 'Play take 1' }).click()
  await expect(letter).toBeVisible()
})

test('the wave is the slider: its place, its playhead and the clock are one', async ({ page }) => {
  const session = await SessionPage.start(page)
  await session.addTake()
  const wave = page.getByRole('img', { name: 'Waveform', exact: true })
  const playheadShare = () =>
    wave.evaluate((img) => {
      const cursor = img.firstElementChild!.shadowRoot!.querySelector('[part="cursor"]')!
      const { left, width } = img.getBoundingClientRect()
      return (cursor.getBoundingClientRect().left - left) / width
    })
  const share = async () => (await session.seconds()) / (await session.lengthSeconds())
  await session.position.focus()
  await page.keyboard.press('End')
  await expect.poll(playheadShare).toBeGreaterThan(0.99)
  await session.position.fill('1.5')
  await expect
    .poll(async () => Math.abs((await playheadShare()) - (await share())))
    .toBeLessThan(0.005)
  await expect(session.answer.getByText(/^0:01 \//)).toBeVisible()
  // The ring is seen around the wave, not around what lies in it.
  const outline = await wave.evaluate((img) => getComputedStyle(img.parentElement!).outlineStyle)
  expect(outline).toBe('solid')
})

test('marks and the four questions are accessible, during a session and in History', async ({
  page,
}) => {
  const session = await SessionPage.start(page)
  await session.addTake()
  for (const [index, name] of ['Situation', 'Action', 'Strong', 'Result'].entries()) {
    await session.position.fill(String(index * 0.7))
    await page.getByRole('button', { name, exact: true }).click()
  }
  await page.keyboard.press('q')
  await page.keyboard.press('3')
  await expect(page.getByText('1 of 4 answered')).toBeVisible()
  await expect(page.getByRole('radiogroup', { name: 'Was it concrete?' })).toBeVisible()
  await expectNoViolations(page, 'review with marks and questions')
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Finish session' }).click()
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('list', { name: 'Sessions' }).getByRole('link').first().click()
  await page.getByRole('button', { name: 'Play take 1' }).click()
  await expect(page.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(4)
  await page.keyboard.press('w')
  await expect(page.getByRole('list', { name: 'Marks' }).getByRole('listitem')).toHaveCount(5)
  await expectNoViolations(page, 'past session with marks')
})
