import { join } from 'node:path'
import { test, type Page } from '@playwright/test'
import type { RunningApp } from '../helpers/launch'
import { resizeWindow, WINDOW_SIZES } from '../helpers/windowSize'
import { expectLayout } from './layout/expectLayout'
import { lookInTextSizes } from './textSizes'

const [USUAL] = WINDOW_SIZES

/** These are looked at in every size of text too, in a window of the usual size. */
const IN_TEXT_SIZES: ReadonlySet<string> = new Set([
  'welcome-microphone',
  'practice',
  'practice-interviews',
  'practice-after-interview',
  'interview-form',
  'interview-calendar',
  'interview-asked',
  'session-ready',
  'session-recording',
  'session-review',
  'session-measures',
  'session-finished',
  'mock-dialog',
  'mock-thinking',
  'mock-recording',
  'mock-finished',
  'marks',
  'rubric',
  'history',
  'history-search',
  'past-session',
  'past-session-take',
  'question',
  'compare',
  'settings',
  'backups',
  'backup-restore',
  'recovered',
  'shortcuts',
  'microphone-denied',
  'questions-selected',
  'question-form-full',
  'paste',
  'import-changed',
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
export async function photograph(running: RunningApp, name: string): Promise<void> {
  const { page } = running
  // What was pressed last looks hovered for ever otherwise. In this corner nothing is.
  await page.mouse.move(0, 0)
  for (const size of WINDOW_SIZES) {
    const picture = `${name}-${size.width}x${size.height}`
    await resizeWindow(running, size)
    await expectLayout(page, picture)
    if (takesPictures()) await takePictures(page, picture)
    else if (size === USUAL && IN_TEXT_SIZES.has(name)) {
      await lookInTextSizes(running, name, size.width)
    }
  }
}

async function takePictures(page: Page, picture: string): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme })
    await page.waitForTimeout(250)
    await page.screenshot({ path: join(SCREENSHOT_FOLDER, `${picture}-${colorScheme}.png`) })
  }
}
