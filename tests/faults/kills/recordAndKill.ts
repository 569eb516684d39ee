import { expect, type Locator, type Page } from '@playwright/test'
import { SessionPage } from '../../e2e/pages/session'
import type { RunningApp } from '../../helpers/launch'
import type { Random } from '../random'
import { killEverything } from './processes'

/** What the recorder is doing when everything is killed. */
export type KilledState = 'starting' | 'recording' | 'paused' | 'saving'

export interface Kill {
  state: KilledState
  /** When the encoder was asked to start: no sound of the take is older. */
  startedAtMs: number
  /** Until when there was sound to record: the kill, or the Pause or Stop before it. */
  soundUntilMs: number
}

/** Starts a take on the open Practice screen and kills every process in the given state. */
export async function recordAndKill(
  { app, page }: RunningApp,
  state: KilledState,
  random: Random,
): Promise<Kill> {
  const session = await openSession(page, random)
  const startedAtMs = await click(session.record)
  if (state === 'starting') {
    await page.waitForTimeout(random.between(0, 200))
    return { state, startedAtMs, soundUntilMs: await killEverything(app) }
  }
  await expect(page.getByText('Recording', { exact: true })).toBeVisible()
  await page.waitForTimeout(random.between(300, 4000))
  if (state === 'recording') {
    return { state, startedAtMs, soundUntilMs: await killEverything(app) }
  }
  const soundUntilMs = await click(
    state === 'saving' ? session.stop : page.getByRole('button', { name: 'Pause', exact: true }),
  )
  await page.waitForTimeout(random.between(0, state === 'saving' ? 250 : 1000))
  await killEverything(app)
  return { state, startedAtMs, soundUntilMs }
}

/** Goes on where the last kill came, mostly; a person may also begin anew. */
async function openSession(page: Page, random: Random): Promise<SessionPage> {
  const pack = page.getByRole('group', { name: 'Backend Developer' })
  const start = pack.getByRole('button', { name: 'Start session' })
  await start.waitFor()
  const resume = pack.getByRole('button', { name: 'Resume session' })
  const canResume = (await resume.count()) > 0
  await (canResume && random.between(0, 1) < 0.7 ? resume : start).click()
  const session = new SessionPage(page)
  await session.ready()
  return session
}

/** Clicks, and answers with the moment of it by the page's clock, which is the machine's. */
function click(button: Locator): Promise<number> {
  return button.evaluate((element: HTMLElement) => {
    const atMs = Date.now()
    element.click()
    return atMs
  })
}
