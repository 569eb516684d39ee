import { expect, type Locator, type Page } from '@playwright/test'
import { ask } from '../../faults/bridge'
import { storeTake } from '../../helpers/storeTake'
import { SAME_INTENT_MS } from '../../../renderer/lib/oneIntent'

/** Practice has one for each pack. */
export function startButton(page: Page, pack = 'Backend Developer'): Locator {
  return page.getByRole('group', { name: pack }).getByRole('button', { name: 'Start session' })
}

/** The session screen as a person meets it: by roles and names. */
export class SessionPage {
  readonly page: Page
  readonly question: Locator
  readonly record: Locator
  readonly stop: Locator
  readonly answer: Locator
  readonly example: Locator
  readonly position: Locator
  readonly takes: Locator

  constructor(page: Page) {
    this.page = page
    this.question = page.getByRole('heading', { level: 1 })
    this.record = page.getByRole('button', { name: /^Record( again)?$/ })
    this.stop = page.getByRole('button', { name: 'Stop', exact: true })
    this.answer = page.getByRole('region', { name: 'Your answer' })
    this.example = page.getByRole('region', { name: 'Example answer' })
    this.position = page.getByRole('slider', { name: 'Position' })
    this.takes = page.getByRole('list', { name: 'Takes' }).getByRole('listitem')
  }

  static async start(page: Page): Promise<SessionPage> {
    await startButton(page).click()
    const session = new SessionPage(page)
    await session.ready()
    return session
  }

  /** Ends the session, and waits for the page that says what it came to. */
  async finish(): Promise<void> {
    await this.page.getByRole('button', { name: 'Finish session' }).click()
    await expect(this.page.getByRole('heading', { name: 'Session finished' })).toBeVisible()
  }

  /** Waits until the microphone is open: Record can be pressed before that, and begins later then. */
  async ready(): Promise<void> {
    const recorder = this.page.getByRole('region', { name: 'Recorder' })
    // Nobody need be speaking in front of it.
    await expect(recorder.getByText(/^(?:Ready|No sound)$/)).toBeVisible()
  }

  /** Presses Record and waits until sound really arrives. */
  async begin(): Promise<void> {
    // A press right after Stop is the second one of a double click, unless a hand could have meant it.
    if ((await this.takes.count()) > 0) await this.page.waitForTimeout(SAME_INTENT_MS)
    await this.record.click()
    await expect(this.page.getByText('Recording', { exact: true })).toBeVisible()
  }

  /**
   * Measures from now on, by the page's own clock, so that the test's delays do not count. Answers
   * with the time from "Recording" being shown to the press of Stop.
   */
  async watchRecording(): Promise<() => Promise<number>> {
    const measured = await this.page.evaluateHandle(() => {
      const times = { shownAt: Number.NaN, stoppedAt: Number.NaN }
      const recorder = document.querySelector('section[aria-label="Recorder"]')!
      const shown = new MutationObserver(() => {
        if (recorder.querySelector('p > span')?.textContent !== 'Recording') return
        times.shownAt = performance.now()
        shown.disconnect()
      })
      shown.observe(recorder, { subtree: true, childList: true, characterData: true })
      const onClick = ({ target }: MouseEvent) => {
        if (!(target as Element).closest('button[aria-label="Stop"]')) return
        times.stoppedAt = performance.now()
        document.removeEventListener('click', onClick, { capture: true })
      }
      document.addEventListener('click', onClick, { capture: true })
      return times
    })
    return () => measured.evaluate(({ shownAt, stoppedAt }) => stoppedAt - shownAt)
  }

  /** Records one take of about this length and waits until it can be played. */
  async recordTake(durationMs: number): Promise<void> {
    const before = await this.takes.count()
    await this.begin()
    await this.page.waitForTimeout(durationMs)
    await this.stop.click()
    await expect(this.takes).toHaveCount(before + 1)
    await expect(this.answer.getByRole('button', { name: 'Play answer' })).toBeEnabled()
  }

  /**
   * Stores one more take of the question that is shown, of five seconds or so many times as long,
   * and comes back to it: where it does not matter how a take came to be.
   */
  async addTake({ times = 1 } = {}): Promise<void> {
    const before = await this.takes.count()
    const hash = await this.page.evaluate(() => location.hash)
    const sessionId = hash.replace('#/session/', '')
    const shown = await this.question.innerText()
    const { questions } = await ask(this.page, 'sessions.open', { sessionId })
    const { id: questionId } = questions.find(({ question }) => question === shown)!
    await storeTake(this.page, { sessionId, questionId }, { times })
    await this.page.evaluate(() => (location.hash = '#/settings'))
    await expect(this.record).toBeHidden()
    await this.page.evaluate((back) => (location.hash = back), hash)
    await expect(this.takes).toHaveCount(before + 1)
    await expect(this.answer.getByRole('button', { name: 'Play answer' })).toBeEnabled()
    await this.ready()
  }

  async seconds(): Promise<number> {
    return Number(await this.position.inputValue())
  }

  async lengthSeconds(): Promise<number> {
    return Number(await this.position.getAttribute('max'))
  }

  /** What the take is marked with, in the order of the answer. */
  async markedKinds(): Promise<(string | null)[]> {
    return this.#flags().evaluateAll((flags) =>
      flags.map((flag) => flag.getAttribute('aria-label')),
    )
  }

  /** Where its marks are. */
  async markedSeconds(): Promise<number[]> {
    return this.#flags().evaluateAll((flags) =>
      flags.map((flag) => Number(flag.getAttribute('aria-valuenow')) / 1000),
    )
  }

  #flags(): Locator {
    return this.page.getByRole('group', { name: 'Flags on the waveform' }).getByRole('slider')
  }
}
