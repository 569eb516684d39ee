import type { ElectronApplication } from '@playwright/test'
import { startButton } from '../../e2e/pages/session'
import { storedTakes } from '../../helpers/library'
import { reportFigure } from '../report'
import { expect, test } from './fixtures'
import { keptTake, likeness, THE_SAME_FROM } from './kept'
import { watchFor } from './noticing'

const SAID_MS = 2000

/** Answers no from now on, as a system does whose privacy settings forbid the microphone. */
async function forbidMicrophone(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ session }) => {
    session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) =>
      answer(false),
    )
  })
}

test('a microphone that is not allowed is explained at once, and nothing half-made is stored @in-twos', async ({
  pulse,
  launch,
  dataFolder,
}) => {
  await pulse.plugIn('desk', 'Desk microphone')
  const { app, page } = await launch({ microphone: { kind: 'system' }, env: pulse.env })
  await page.getByRole('button', { name: 'Get started' }).click()
  await forbidMicrophone(app)
  const shown = await watchFor(page, 'Soundcheck is not allowed to use the microphone')
  const start = startButton(page)
  const clicked = await start.evaluateHandle((button) => {
    const click = { atMs: Number.NaN }
    button.addEventListener('click', () => (click.atMs = Date.now()), { capture: true })
    return click
  })
  await start.click()
  const shownMs = (await shown()) - (await clicked.evaluate(({ atMs }) => atMs))
  // The way to change it is that of this system.
  await expect(page.getByRole('alert')).toContainText('sound settings of your system')
  await expect(page.getByRole('button', { name: 'Record', exact: true })).toBeDisabled()
  await page.keyboard.press('r')
  const rowsLeft = storedTakes(dataFolder).length
  reportFigure('permission denied', { shownMs, rowsLeft }, 'shown within 0.5 s, 0 rows left')
  expect(shownMs).toBeLessThan(500)
  expect(rowsLeft).toBe(0)
})

test('a permission that is taken back in the middle of a take does not cost the take', async ({
  pulse,
  running: { app, page, session },
  dataFolder,
}) => {
  await session.begin()
  await page.waitForTimeout(SAID_MS)
  await forbidMicrophone(app)
  // Another microphone may be the default one now, so this one is opened anew after the take.
  await pulse.plugIn('headset', 'Headset')
  const picker = page.getByRole('combobox', { name: 'Microphone' })
  await expect(picker.getByRole('option', { name: 'Headset' })).toBeAttached()
  const shown = await watchFor(page, 'Soundcheck is not allowed to use the microphone')
  await session.stop.click()
  const stoppedAtMs = Date.now()
  const shownMs = (await shown()) - stoppedAtMs
  await expect(session.takes).toHaveCount(1)
  const kept = await keptTake(page, dataFolder)
  reportFigure(
    'permission taken back in mid-take',
    { shownMs, keptMs: kept.keptMs },
    'the take kept, the reason told when the microphone is opened again',
  )
  expect(kept.keptMs).toBeGreaterThan(SAID_MS)
  expect(likeness(kept, 0, SAID_MS)).toBeGreaterThan(THE_SAME_FROM)
})
