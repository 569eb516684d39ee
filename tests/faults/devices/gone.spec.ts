import type { Page } from '@playwright/test'
import { reportFigure } from '../report'
import { expect, test } from './fixtures'
import { keptTake, likeness, THE_SAME_FROM } from './kept'
import { watchFor } from './noticing'

const SAID_MS = 2000
const WANTED = 'noticed within 3 s, all that was said kept'
/** Speaks from "Recording" on, so that what was said is as long as this. */
const GONE = 'The microphone went away'

/** Judges what is left of a take whose microphone went away after `saidMs`. */
async function judge(
  what: string,
  { page, dataFolder }: { page: Page; dataFolder: string },
  { noticedMs, saidMs }: { noticedMs: number; saidMs: number },
): Promise<void> {
  await expect(page.getByRole('button', { name: 'Play answer' })).toBeEnabled()
  const kept = await keptTake(page, dataFolder)
  const lostMs = Math.max(0, saidMs - kept.keptMs)
  const alike = likeness(kept, 0, SAID_MS - 500)
  reportFigure(what, { noticedMs, keptMs: kept.keptMs, lostMs, alike }, WANTED)
  expect(noticedMs).toBeLessThan(3000)
  expect(lostMs).toBeLessThan(500)
  expect(alike).toBeGreaterThan(THE_SAME_FROM)
}

test('the only microphone is pulled out: the take is kept, and the person told', async ({
  pulse,
  desk,
  session,
  page,
  dataFolder,
}) => {
  const recording = await watchFor(page, 'Recording')
  await session.begin()
  await page.waitForTimeout(SAID_MS)
  const noticed = await watchFor(page, GONE)
  const goneAtMs = Date.now()
  await pulse.unplug(desk)
  const noticedMs = (await noticed()) - goneAtMs
  await expect(page.getByText('There is no microphone.')).toBeVisible()
  const saidMs = goneAtMs - (await recording())
  await judge('only microphone pulled out', { page, dataFolder }, { noticedMs, saidMs })

  // Plugged in again, it is opened without being asked for.
  await pulse.plugIn('desk', 'Desk microphone')
  await session.ready()
})

for (const withRescue of [false, true]) {
  const how = withRescue ? 'and the server goes on with another' : 'while another is there'
  test(`a chosen microphone is pulled out ${how}`, async ({
    pulse,
    desk,
    rehearse,
    dataFolder,
  }) => {
    if (withRescue) await pulse.control('load-module', 'module-rescue-streams')
    await pulse.plugIn('headset', 'Headset')
    const { page, session } = await rehearse()
    await page.getByRole('combobox', { name: 'Microphone' }).selectOption({ label: desk.label })
    await expect(page.getByText(`Microphone in use: ${desk.label}`)).toBeAttached()
    await session.ready()

    const recording = await watchFor(page, 'Recording')
    await session.begin()
    await page.waitForTimeout(SAID_MS)
    const noticed = await watchFor(page, GONE)
    const goneAtMs = Date.now()
    await pulse.unplug(desk)
    const noticedMs = (await noticed()) - goneAtMs
    const saidMs = goneAtMs - (await recording())
    await judge(`microphone pulled out ${how}`, { page, dataFolder }, { noticedMs, saidMs })
    // The next take has the other one, and that is on the screen.
    await expect(page.getByText('Microphone in use: Headset')).toBeAttached()
    await session.ready()
  })
}

test('one of two is pulled out, and which one records nobody can say: the take goes on, with a warning', async ({
  pulse,
  desk,
  rehearse,
  dataFolder,
}) => {
  await pulse.control('load-module', 'module-rescue-streams')
  await pulse.plugIn('headset', 'Headset')
  const { page, session } = await rehearse({ withoutPactl: true })
  await expect(page.getByText('Microphone in use: System default')).toBeAttached()

  const recording = await watchFor(page, 'Recording')
  await session.begin()
  await page.waitForTimeout(SAID_MS)
  const noticed = await watchFor(page, 'The microphones have changed')
  const goneAtMs = Date.now()
  await pulse.unplug(desk)
  const noticedMs = (await noticed()) - goneAtMs
  const saidMs = goneAtMs - (await recording())
  await expect(session.stop).toBeVisible()
  await session.stop.click()
  await judge(
    'default pulled out, the server goes on with another',
    { page, dataFolder },
    {
      noticedMs,
      saidMs,
    },
  )
})

test('the sound server dies: the take is kept, and the person told', async ({
  pulse,
  session,
  page,
  dataFolder,
}) => {
  const recording = await watchFor(page, 'Recording')
  await session.begin()
  await page.waitForTimeout(SAID_MS)
  const noticed = await watchFor(page, GONE)
  const goneAtMs = Date.now()
  await pulse.kill()
  const noticedMs = (await noticed()) - goneAtMs
  const saidMs = goneAtMs - (await recording())
  await judge('sound server killed', { page, dataFolder }, { noticedMs, saidMs })
})
