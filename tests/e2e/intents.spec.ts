import type { CDPSession, Locator, Page } from '@playwright/test'
import { storedTakes } from '../helpers/library'
import { expect, test } from './fixtures'
import { SessionPage, startButton } from './pages/session'

/* One wish, one action; a wish that comes too early is kept; and nobody leaves a take by a slip. */

/** Longer than two presses of one wish are apart. */
const WISH_OF_ITS_OWN_MS = 600

async function middleOf(control: Locator): Promise<readonly [number, number]> {
  const { x, y, width, height } = (await control.boundingBox())!
  return [x + width / 2, y + height / 2]
}

/**
 * Two presses that are so far apart by the page's clock, however late a busy machine lets them come:
 * the page judges by when they were made.
 */
async function twice(gapMs: number, press: (atSeconds: number) => Promise<void>): Promise<void> {
  const firstMs = Date.now()
  await press(firstMs / 1000)
  await new Promise((resolve) => setTimeout(resolve, gapMs))
  await press((firstMs + gapMs) / 1000)
}

async function click(
  devices: CDPSession,
  [x, y]: readonly [number, number],
  timestamp: number,
): Promise<void> {
  const event = { x, y, button: 'left', clickCount: 1, timestamp } as const
  await devices.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...event })
  await devices.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...event })
}

async function pressR(devices: CDPSession, timestamp: number): Promise<void> {
  const key = { key: 'r', code: 'KeyR', windowsVirtualKeyCode: 82, timestamp }
  await devices.send('Input.dispatchKeyEvent', { type: 'keyDown', text: 'r', ...key })
  await devices.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
}

const recorder = (page: Page) => page.getByRole('region', { name: 'Recorder' })

test('Stop clicked twice starts no other take', async ({ page, dataFolder }) => {
  const session = await SessionPage.start(page)
  const devices = await page.context().newCDPSession(page)
  for (const [index, gapMs] of [120, 200, 300, 450].entries()) {
    await session.begin()
    await page.waitForTimeout(WISH_OF_ITS_OWN_MS)
    const place = await middleOf(session.stop)
    await twice(gapMs, (at) => click(devices, place, at))
    await expect(session.takes).toHaveCount(index + 1)
    await page.waitForTimeout(WISH_OF_ITS_OWN_MS)
    await session.ready()
  }
  await session.begin()
  await page.waitForTimeout(WISH_OF_ITS_OWN_MS)
  await page.mouse.dblclick(...(await middleOf(session.stop)))
  await expect(session.takes).toHaveCount(5)
  await page.waitForTimeout(WISH_OF_ITS_OWN_MS)
  await session.ready()
  expect(storedTakes(dataFolder)).toHaveLength(5)
})

test('R pressed twice goes on recording, and once more ends it', async ({ page, dataFolder }) => {
  const session = await SessionPage.start(page)
  await session.ready()
  const devices = await page.context().newCDPSession(page)
  for (const [index, gapMs] of [30, 120, 300].entries()) {
    await twice(gapMs, (at) => pressR(devices, at))
    await page.waitForTimeout(WISH_OF_ITS_OWN_MS)
    await expect(page.getByText('Recording', { exact: true })).toBeVisible()
    await page.keyboard.press('r')
    await expect(session.takes).toHaveCount(index + 1)
    await page.waitForTimeout(WISH_OF_ITS_OWN_MS)
  }
  for (const { duration_ms } of storedTakes(dataFolder)) expect(duration_ms).toBeGreaterThan(500)
})

test('R pressed before the microphone is open records, and Space before the take is saved plays', async ({
  page,
  dataFolder,
}) => {
  // The microphone takes its time, as a real one does.
  await page.evaluate(() => {
    const { mediaDevices } = navigator
    const open = mediaDevices.getUserMedia.bind(mediaDevices)
    mediaDevices.getUserMedia = async (wishes) => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      return open(wishes)
    }
  })
  await startButton(page).click()
  const opening = recorder(page).getByText('Opening the microphone', { exact: true })
  await expect(opening).toBeVisible()
  const promise = recorder(page).getByText('Recording starts as soon as it is open.')
  await page.keyboard.press('r')
  await expect(promise).toBeVisible()
  // Taken back, and wanted again.
  await page.waitForTimeout(WISH_OF_ITS_OWN_MS)
  await page.keyboard.press('r')
  await expect(promise).toBeHidden()
  await page.waitForTimeout(WISH_OF_ITS_OWN_MS)
  const session = new SessionPage(page)
  if (await opening.isVisible()) await session.record.click()
  else await page.keyboard.press('r')
  await expect(page.getByText('Recording', { exact: true })).toBeVisible()

  await page.waitForTimeout(1500)
  await page.keyboard.press('r')
  await page.keyboard.press('Space')
  await page.keyboard.press('3')
  await expect.poll(() => session.seconds()).toBeGreaterThan(0.1)
  await expect(page.getByRole('radio', { name: 'Good' })).toBeChecked()
  await expect.poll(() => storedTakes(dataFolder)[0]?.rating).toBe(3)
  expect(storedTakes(dataFolder)).toHaveLength(1)
})

test('Back, Ctrl+N and Ctrl+1 do nothing while a take is made; a link saves it and leaves', async ({
  page,
  dataFolder,
}) => {
  const session = await SessionPage.start(page)
  await session.begin()
  const devices = await page.context().newCDPSession(page)
  const pressBack = async () => {
    const event = { x: 400, y: 300, button: 'back', clickCount: 1 } as const
    await devices.send('Input.dispatchMouseEvent', { type: 'mousePressed', buttons: 8, ...event })
    await devices.send('Input.dispatchMouseEvent', { type: 'mouseReleased', buttons: 0, ...event })
  }
  // Playwright has no name for this key.
  const pressBrowserBack = async () => {
    const key = { key: 'BrowserBack', code: 'BrowserBack', windowsVirtualKeyCode: 166 }
    await devices.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key })
    await devices.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }
  const slips = [
    () => page.keyboard.press('Control+n'),
    () => page.keyboard.press('Control+1'),
    () => page.keyboard.press('Control+2'),
    () => page.keyboard.press('Alt+ArrowLeft'),
    pressBrowserBack,
    pressBack,
    () => page.evaluate(() => history.back()),
    () => page.evaluate(() => history.back()),
    () => page.keyboard.press('Control+r'),
    () => page.keyboard.press('F5'),
  ]
  for (const slip of slips) {
    await slip()
    await page.waitForTimeout(150)
    await expect(session.stop).toBeVisible()
  }
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByRole('heading', { name: 'History' })).toBeVisible()
  expect(storedTakes(dataFolder).map(({ state }) => state)).toEqual(['ready'])

  await page.keyboard.press('Control+1')
  await expect(page.getByRole('heading', { name: 'Practice' })).toBeVisible()
})

test('Ctrl+Z takes back what is newest: a deleted take, or the words typed after it', async ({
  page,
  dataFolder,
}) => {
  const session = await SessionPage.start(page)
  await session.recordTake(1000)
  await session.recordTake(1000)
  const notes = page.getByRole('textbox', { name: 'Notes' })
  await notes.click()
  await page.keyboard.type('slower')
  await page.getByRole('button', { name: 'Delete take 1' }).click()
  await expect(session.takes).toHaveCount(1)
  await expect(notes).toBeFocused()
  await page.keyboard.press('ControlOrMeta+z')
  await expect(session.takes).toHaveCount(2)
  await expect(notes).toHaveValue('slower')

  await page.getByRole('button', { name: 'Delete take 1' }).click()
  await expect(session.takes).toHaveCount(1)
  await page.keyboard.type(' still')
  // How many letters go at once is the system's business.
  while ((await notes.inputValue()) !== 'slower') {
    const before = await notes.inputValue()
    await page.keyboard.press('ControlOrMeta+z')
    await expect(notes).not.toHaveValue(before)
    expect('slower still').toContain(await notes.inputValue())
  }
  await expect(session.takes).toHaveCount(1)
  await page.keyboard.press('ControlOrMeta+z')
  await expect(session.takes).toHaveCount(2)
  await expect(notes).toHaveValue('slower')
  await expect.poll(() => storedTakes(dataFolder)[1]?.notes).toBe('slower')
})
