import { expect, type Page } from '@playwright/test'
import { isOnPath } from '../../../scripts/setup/run.mjs'
import { SessionPage } from '../../e2e/pages/session'
import { test as base } from '../../e2e/fixtures'
import { type RunningApp, SPEECH_FILE } from '../../helpers/launch'
import { Pulse, type PulseMicrophone, repeated } from '../../helpers/pulse'
import { readWav } from '../../helpers/wav'

/** How long a window is out of sight. */
export const HIDDEN_SECONDS = Number(process.env.SOUNDCHECK_FAULTS_HIDDEN_SECONDS ?? 10)
/** Longer than any of the tests runs. */
const SPEECH_SECONDS = 120 + 2 * HIDDEN_SECONDS

interface Rehearsal extends RunningApp {
  session: SessionPage
}

interface RehearseOptions {
  withoutPactl?: boolean
  /** For Chromium. */
  args?: readonly string[]
}

interface DeviceFixtures {
  /** A sound server without a microphone. */
  pulse: Pulse
  /** The one microphone, and the system's default; somebody speaks in front of it. */
  desk: PulseMicrophone
  /**
   * Opens the app with the microphones of `pulse`, and a session in it. Without `pactl` nobody can
   * ask the server which one records.
   */
  rehearse: (options?: RehearseOptions) => Promise<Rehearsal>
  /** The app in a session, with `desk` open, and its parts. */
  running: Rehearsal
  session: SessionPage
  page: Page
}

export const test = base.extend<DeviceFixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names from this pattern
  pulse: async ({}, give, info) => {
    info.skip(process.platform !== 'linux', 'PulseAudio, whose faults these are, is of Linux')
    // The set-up installs it, except where it would throw out the sound server of a desktop.
    info.skip(!isOnPath('pulseaudio') && !process.env.CI, 'there is no PulseAudio on this machine')
    const pulse = await Pulse.start()
    await give(pulse)
    await pulse.dispose()
  },
  desk: async ({ pulse }, give) => {
    const desk = await pulse.plugIn('desk', 'Desk microphone')
    await pulse.makeDefault(desk)
    pulse.play(desk, repeated(readWav(SPEECH_FILE), SPEECH_SECONDS))
    await give(desk)
  },
  rehearse: async ({ pulse, launch }, give) => {
    await give(async ({ withoutPactl = false, args = [] } = {}) => {
      const env = withoutPactl ? { ...pulse.env, PATH: '/nowhere' } : pulse.env
      const running = await launch({ microphone: { kind: 'system' }, env, args })
      await running.page.getByRole('button', { name: 'Get started' }).click()
      return { ...running, session: await SessionPage.start(running.page) }
    })
  },
  running: async ({ desk, rehearse }, give) => {
    const running = await rehearse()
    await expect(running.page.getByText(`Microphone in use: ${desk.label}`)).toBeAttached()
    await give(running)
  },
  session: async ({ running }, give) => {
    await give(running.session)
  },
  page: async ({ running }, give) => {
    await give(running.page)
  },
})

export { expect } from '@playwright/test'
