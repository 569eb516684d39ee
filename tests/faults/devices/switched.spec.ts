import { SPEECH_FILE } from '../../helpers/launch'
import { repeated } from '../../helpers/pulse'
import { readWav } from '../../helpers/wav'
import { reportFigure } from '../report'
import { expect, test } from './fixtures'
import { keptTake, likeness, THE_SAME_FROM } from './kept'
import { watchFor } from './noticing'

const SAID_MS = 2000
const SWITCHED = 'Your system has switched to another microphone'

/* The sound server moves a recording that stands on the default when the default changes. */

for (const choice of ['System default', 'Desk microphone'] as const) {
  test(`another default in the middle of a take is shown, with its name: ${choice} chosen`, async ({
    pulse,
    desk,
    rehearse,
    dataFolder,
  }) => {
    const headset = await pulse.plugIn('headset', 'Headset')
    pulse.play(headset, repeated(readWav(SPEECH_FILE), 60))
    const { page, session } = await rehearse()
    // The default one is called by the name of the device that it is.
    const chosen = choice === 'System default' ? { value: '' } : { label: choice }
    await page.getByRole('combobox', { name: 'Microphone' }).selectOption(chosen)
    const inUse = (label: string) => page.getByText(`Microphone in use: ${label}`)
    await expect(inUse(desk.label)).toBeAttached()
    await session.ready()

    await session.begin()
    await page.waitForTimeout(SAID_MS)
    const noticed = await watchFor(page, SWITCHED)
    const switchedAtMs = Date.now()
    await pulse.makeDefault(headset)
    const noticedMs = (await noticed()) - switchedAtMs
    await expect(inUse(headset.label)).toBeAttached()
    await page.waitForTimeout(SAID_MS)
    await session.stop.click()
    await expect(session.takes).toHaveCount(1)

    const kept = await keptTake(page, dataFolder)
    const alike = likeness(kept, kept.keptMs - SAID_MS + 500, kept.keptMs)
    reportFigure(
      `default switched, ${choice} chosen`,
      { noticedMs, keptMs: kept.keptMs, alike },
      'the device that records is shown, nothing lost',
    )
    expect(noticedMs).toBeLessThan(3000)
    expect(likeness(kept, 0, SAID_MS)).toBeGreaterThan(THE_SAME_FROM)
    expect(alike).toBeGreaterThan(THE_SAME_FROM)
    // The next take has what was chosen.
    const next = choice === 'System default' ? headset : desk
    await expect(inUse(next.label)).toBeAttached()
    await session.ready()
    await expect(page.getByText(SWITCHED).first()).toBeHidden()
  })
}
