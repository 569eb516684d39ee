import type { ElectronApplication, Page } from '@playwright/test'
import type { RunningApp } from '../helpers/launch'
import { expectLayout } from './layout/expectLayout'

/** What the app's own keys offer between 80 and 200 %; the usual size is in every picture. */
const ZOOM_PERCENTS = [80, 90, 110, 125, 150, 175, 200]
/** Larger letters alone: what somebody sets as the size of text. */
const LETTER_PERCENTS = [125, 150, 200]
/** Chromium's own, which one `rem` is. */
const USUAL_LETTER_PX = 16

/** Looks at a screen, in a window of this width, in every size that a person may read it in. */
export async function lookInTextSizes(
  { app, page }: RunningApp,
  name: string,
  widthPx: number,
): Promise<void> {
  for (const percent of ZOOM_PERCENTS) {
    await zoom(app, page, percent, widthPx)
    // So low a window scrolls as a whole.
    await expectLayout(page, `${name} at ${percent} %`, { isRoomy: false })
  }
  await zoom(app, page, 100, widthPx)
  for (const percent of LETTER_PERCENTS) {
    await setLetters(page, percent)
    await expectLayout(page, `${name} with letters of ${percent} %`, { isRoomy: false })
  }
  await setLetters(page, 100)
}

async function zoom(
  app: ElectronApplication,
  page: Page,
  percent: number,
  widthPx: number,
): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, factor) =>
      BrowserWindow.getAllWindows()[0]!.webContents.setZoomFactor(factor),
    percent / 100,
  )
  const zoomedPx = (widthPx * 100) / percent
  await page.waitForFunction((px) => Math.abs(innerWidth - px) <= 1, zoomedPx)
}

async function setLetters(page: Page, percent: number): Promise<void> {
  const letterPx = Math.round((USUAL_LETTER_PX * percent) / 100)
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Page.setFontSizes', { fontSizes: { standard: letterPx } })
  await devtools.detach()
  await page.waitForFunction(
    (px) => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) === px,
    letterPx,
  )
}
