import { join } from 'node:path'
import { test, type ElectronApplication, type Page } from '@playwright/test'
import type { RunningApp } from '../helpers/launch'
import { expectLayout } from './layout/expectLayout'
import { lookInTextSizes } from './textSizes'

export interface Size {
  readonly width: number
  readonly height: number
}

const SIZES: readonly Size[] = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
]
/** These are looked at in every size of text too, in the first of the sizes. */
const IN_TEXT_SIZES: ReadonlySet<string> = new Set([
  'welcome-microphone',
  'practice',
  'session-ready',
  'session-recording',
  'session-review',
  'session-measures',
  'marks',
  'rubric',
  'history',
  'history-search',
  'past-session',
  'past-session-take',
  'question',
  'compare',
  'settings',
  'backup-restore',
  'recovered',
  'shortcuts',
  'microphone-denied',
])
const SCHEMES = ['light', 'dark'] as const

export const SCREENSHOT_FOLDER = 'screenshots'

/** Whether this run writes pictures; the one of `npm test` only looks at what would be on them. */
export function takesPictures(): boolean {
  return test.info().project.name === 'screenshots'
}

/**
 * Looks at one state of the app in both sizes, and takes its picture in both themes, into
 * `screenshots/<name>-<size>-<theme>.png`.
 */
export async function photograph({ app, page }: RunningApp, name: string): Promise<void> {
  for (const size of SIZES) {
    const picture = `${name}-${size.width}x${size.height}`
    await resize(app, page, size)
    await expectLayout(page, picture)
    if (!takesPictures()) {
      if (size === SIZES[0] && IN_TEXT_SIZES.has(name)) {
        await lookInTextSizes({ app, page }, name, size.width)
      }
      continue
    }
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme })
      await page.waitForTimeout(250)
      const file = `${picture}-${colorScheme}.png`
      await page.screenshot({ path: join(SCREENSHOT_FOLDER, file) })
    }
  }
}

/** Gives the window's content this size, and waits until the page has it. */
async function resize(app: ElectronApplication, page: Page, size: Size): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, { width, height }) =>
      BrowserWindow.getAllWindows()[0]!.setContentSize(width, height),
    size,
  )
  await page.waitForFunction(
    ({ width, height }) => innerWidth === width && innerHeight === height,
    size,
  )
}
