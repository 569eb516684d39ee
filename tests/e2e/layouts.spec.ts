import type { ElectronApplication } from '@playwright/test'
import { expect, test } from './fixtures'
import { Keyboard, type Pressed } from './pages/keyboard'
import { SessionPage } from './pages/session'

/* Keys as other keyboards report them. Every layout against every key: tests/unit/shared/keys/keyPress.test.ts. */

test('Ctrl+F, Ctrl+2 and ? on keyboards without Latin letters', async ({ page }) => {
  const keyboard = await Keyboard.of(page)
  const search = page.getByRole('searchbox', { name: 'Search history' })
  const heading = page.getByRole('heading', { name: 'Practice', level: 1 })
  // The 2 of a Thai keyboard prints /.
  await keyboard.press({ key: '/', code: 'Digit2', control: true })
  await expect(search).toBeVisible()
  for (const key of ['а', 'φ', 'כ', 'ب', 'ด']) {
    await keyboard.press({ key, code: 'KeyF', control: true })
    await expect(search).toBeFocused()
    await search.blur()
  }
  await keyboard.press({ key: '1', code: 'Digit1', control: true })
  await expect(heading).toBeVisible()

  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  for (const key of ['؟', '?']) {
    await keyboard.press({ key, code: 'Slash', shift: true })
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    // The system hides it a moment before the app has heard of it: until then keys are still its own.
    await expect(page.locator('dialog h2')).toHaveCount(0)
  }
})

test('Q and the marks on keyboards without Latin letters', async ({ page }) => {
  const session = await SessionPage.start(page)
  await session.recordTake(3000)
  const keyboard = await Keyboard.of(page)
  const group = page.getByRole('radiogroup', { name: 'Did I answer the question?' })
  const summary = page.getByText('Four more questions', { exact: true })
  // Greek, Hebrew, Bulgarian.
  for (const key of [';', '/', ',']) {
    await keyboard.press({ key, code: 'KeyQ' })
    await expect(group).toBeVisible()
    await summary.click()
    await expect(group).toBeHidden()
  }
  // The W of a Dvorak keyboard prints a comma: that is none.
  await keyboard.press({ key: "'", code: 'KeyQ' })
  await expect(group).toBeHidden()

  await keyboard.press({ key: ' ', code: 'Space' })
  await expect(page.getByRole('button', { name: 'Pause answer' })).toBeVisible()
  await keyboard.press({ key: "'", code: 'KeyW' })
  await keyboard.press({ key: 'ש', code: 'KeyA' })
  await expect.poll(() => session.markedKinds()).toEqual(['Wandered', 'Action'])
})

const ZOOMS: [name: string, press: Pressed, percent: number][] = [
  ['Ctrl+= of us and fr', { key: '=', code: 'Equal', control: true }, 110],
  ['Ctrl+Shift+= of us', { key: '+', code: 'Equal', control: true, shift: true }, 125],
  ['Ctrl++ of de', { key: '+', code: 'BracketRight', control: true }, 150],
  ['numpad +', { key: '+', code: 'NumpadAdd', control: true }, 175],
  ['Ctrl+- of us', { key: '-', code: 'Minus', control: true }, 150],
  ['Ctrl+- of de', { key: '-', code: 'Slash', control: true }, 125],
  ['Ctrl+- of fr', { key: '-', code: 'Digit6', control: true }, 110],
  ['numpad -', { key: '-', code: 'NumpadSubtract', control: true }, 100],
  ['numpad - again', { key: '-', code: 'NumpadSubtract', control: true }, 90],
  ['Ctrl+0', { key: '0', code: 'Digit0', control: true }, 100],
  ['Ctrl+= again', { key: '=', code: 'Equal', control: true }, 110],
  ['Ctrl+0 of fr', { key: 'à', code: 'Digit0', control: true }, 100],
  ['Ctrl+- of th', { key: 'ข', code: 'Minus', control: true }, 90],
  ['numpad 0', { key: '0', code: 'Numpad0', control: true }, 100],
]

const zoomPercent = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) =>
    Math.round(100 * BrowserWindow.getAllWindows()[0]!.webContents.getZoomFactor()),
  )

test('zooms as browsers do, on every layout, also while one types', async ({ page, running }) => {
  const { app } = running
  await page.getByRole('link', { name: 'History' }).click()
  await page.getByRole('searchbox').focus()
  // The keys of this machine, all the way that the system's own take.
  for (const [keyCode, percent] of [
    ['=', 110],
    ['numadd', 125],
    ['-', 110],
    ['numsub', 100],
    ['numadd', 110],
    ['0', 100],
  ] as const) {
    await app.evaluate(({ BrowserWindow }, key) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      webContents.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] })
      webContents.sendInputEvent({ type: 'keyUp', keyCode: key, modifiers: ['control'] })
    }, keyCode)
    await expect.poll(() => zoomPercent(app), { message: keyCode }).toBe(percent)
  }
  // Those of others, as Chromium reports them to main: what a test sends to the page passes main by.
  for (const [name, press, percent] of ZOOMS) {
    await app.evaluate(({ BrowserWindow }, { key, code, control = false, shift = false }) => {
      const event = { preventDefault: () => {} }
      const input = { type: 'keyDown', key, code, control, shift, alt: false, meta: false }
      BrowserWindow.getAllWindows()[0]!.webContents.emit('before-input-event', event, input)
    }, press)
    await expect.poll(() => zoomPercent(app), { message: name }).toBe(percent)
  }
  await expect(page.getByRole('searchbox')).toHaveValue('')
})

test('keys work after a select, a fold and a slider were used with the mouse', async ({ page }) => {
  const session = await SessionPage.start(page)
  await session.recordTake(2500)
  const playing = page.getByRole('button', { name: 'Pause answer' })
  const paused = page.getByRole('button', { name: 'Play answer' })
  const playsAndPauses = async () => {
    await page.keyboard.press('Space')
    await expect(playing).toBeVisible()
    await page.keyboard.press('Space')
    await expect(paused).toBeVisible()
  }
  const speed = page.getByRole('combobox', { name: 'Speed' })
  // As a hand does: open the list, choose in it.
  await speed.click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(speed).toHaveValue('1.25')
  await playsAndPauses()
  await expect(speed).toHaveValue('1.25')

  const summary = page.getByText('Four more questions', { exact: true })
  await summary.click()
  await playsAndPauses()
  await summary.click()
  await session.position.click()
  await playsAndPauses()

  await page.getByRole('combobox', { name: 'Microphone' }).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await expect(session.stop).toBeVisible()
})
