import { join } from 'node:path'
import type { RunningApp } from '../helpers/launch'

const SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const
const SCHEMES = ['light', 'dark'] as const

export const SCREENSHOT_FOLDER = 'screenshots'

/** Takes one state of the app in both sizes and both themes, into `screenshots/<name>-<size>-<theme>.png`. */
export async function photograph({ app, page }: RunningApp, name: string): Promise<void> {
  for (const size of SIZES) {
    await app.evaluate(
      ({ BrowserWindow }, { width, height }) =>
        BrowserWindow.getAllWindows()[0]!.setContentSize(width, height),
      size,
    )
    await page.waitForFunction(
      ({ width, height }) => innerWidth === width && innerHeight === height,
      size,
    )
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(250)
      const file = `${name}-${size.width}x${size.height}-${colorScheme}.png`
      await page.screenshot({ path: join(SCREENSHOT_FOLDER, file) })
    }
  }
}
