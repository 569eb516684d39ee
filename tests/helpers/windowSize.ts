import type { RunningApp } from './launch'

export interface WindowSize {
  readonly width: number
  readonly height: number
}

/** The sizes that every screen is made for: a usual window, and a small one. */
export const WINDOW_SIZES = [
  { width: 1280, height: 800 },
  { width: 900, height: 600 },
] as const satisfies WindowSize[]

/** Gives the window this size within its frame, and waits until the page has it. */
export async function resizeWindow({ app, page }: RunningApp, size: WindowSize): Promise<void> {
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
