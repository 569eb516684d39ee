import { SPEECH_FILE } from '../../helpers/launch'
import { repeated } from '../../helpers/pulse'
import { readWav } from '../../helpers/wav'
import { reportFigure } from '../report'
import { expect, test } from './fixtures'
import { keptTake, likeness, THE_SAME_FROM } from './kept'
import { watchFor } from './noticing'

const SAID_MS = 2000

test('another default in the middle of a take does not touch a microphone that was chosen', async ({
  pulse,
  rehearse,
  dataFolder,
}) => {
  const [desk, headset, camera] = [
    await pulse.plugIn('desk', 'Desk microphone'),
    await pulse.plugIn('headset', 'Headset'),
    await pulse.plugIn('camera', 'Camera'),
  ]
  await pulse.makeDefault(headset)
  pulse.play(desk, repeated(readWav(SPEECH_FILE), 60))
  const { page, session } = await rehearse()
  await page.getByRole('combobox', { name: 'Microphone' }).selectOption({ label: desk.label })
  const name = page.getByText(`Microphone in use: ${desk.label}`)
  await expect(name).toBeAttached()
  await session.ready()
  await session.begin()
  await page.waitForTimeout(SAID_MS)
  await pulse.makeDefault(camera)
  await page.waitForTimeout(SAID_MS)
  await expect(name).toBeAttached()
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)

  const kept = await keptTake(page, dataFolder)
  const alike = likeness(kept, SAID_MS, kept.keptMs)
  reportFigure(
    'default switched, another one chosen',
    { keptMs: kept.keptMs, alike },
    'the chosen one goes on, and its name is shown',
  )
  expect(kept.keptMs).toBeGreaterThan(2 * SAID_MS)
  expect(likeness(kept, 0, SAID_MS)).toBeGreaterThan(THE_SAME_FROM)
  expect(alike).toBeGreaterThan(THE_SAME_FROM)
})

test('a microphone that is plugged in and made the default in the middle of a take is no secret', async ({
  pulse,
  desk,
  rehearse,
  dataFolder,
}) => {
  const { page, session } = await rehearse({ withoutPactl: true })
  const inUse = (label: string) => page.getByText(`Microphone in use: ${label}`)
  await expect(inUse(desk.label)).toBeAttached()
  await session.begin()
  await page.waitForTimeout(SAID_MS)
  const noticed = await watchFor(page, 'The microphones have changed')
  const pluggedAtMs = Date.now()
  const headset = await pulse.plugIn('headset', 'Headset')
  await pulse.makeDefault(headset)
  const noticedMs = (await noticed()) - pluggedAtMs
  await page.waitForTimeout(1000)
  await session.stop.click()
  await expect(session.takes).toHaveCount(1)
  const kept = await keptTake(page, dataFolder)
  reportFigure('default switched to a new one', { noticedMs, keptMs: kept.keptMs }, 'shown')
  expect(noticedMs).toBeLessThan(3000)
  expect(likeness(kept, 0, SAID_MS)).toBeGreaterThan(THE_SAME_FROM)
  // With two of them, which one is the default nobody can say here: no name is made up.
  await expect(inUse('System default')).toBeAttached()
})
