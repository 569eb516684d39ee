import { expect, type Locator, type Page } from '@playwright/test'
import type { MockSettings } from '../../../shared/mock/mockSettings'
import { ask } from '../../faults/bridge'
import { EMPTY_FIELDS } from '../../faults/emptyFields'

/** Short ones, so that an answer comes to its limit while a test waits. */
export const LIMIT_MS = 5000
export const SHORT_QUESTIONS = ['Why us?', 'What was hard?', 'Who are you?'] as const
export const FOLLOW_UP = 'And then?'

interface Setup {
  readonly think?: 'None' | '15 seconds' | '30 seconds'
  readonly count?: number
  readonly asksFollowUps?: boolean
}

interface Wanted {
  readonly questionCount?: number
  readonly settings?: Partial<MockSettings>
}

/** A mock interview as a person meets it: by roles and names. */
export class InterviewPage {
  readonly page: Page
  readonly question: Locator
  readonly stop: Locator
  readonly start: Locator
  readonly leave: Locator
  readonly thinkTime: Locator
  readonly elapsed: Locator
  readonly answers: Locator

  constructor(page: Page) {
    this.page = page
    this.question = page.getByRole('heading', { level: 1 })
    this.stop = page.getByRole('button', { name: 'Stop', exact: true })
    this.start = page.getByRole('button', { name: 'Start answering' })
    this.leave = page.getByRole('button', { name: 'Leave interview' })
    this.thinkTime = page.getByRole('timer', { name: 'Think time' })
    this.elapsed = page.getByRole('timer', { name: 'Elapsed' })
    this.answers = page.getByRole('list', { name: 'Answers' }).getByRole('listitem')
  }

  /** Makes a pack of short questions; the page has to show Practice anew to know of it. */
  static async makeQuestions(page: Page): Promise<{ packId: string }> {
    const { packId } = await ask(page, 'packs.create', { title: 'Acme' })
    for (const question of SHORT_QUESTIONS) {
      const target = { shortestMs: 2000, longestMs: LIMIT_MS }
      const fields = { ...EMPTY_FIELDS, question, target, followUps: [FOLLOW_UP] }
      await ask(page, 'questions.create', { into: { packId }, fields })
    }
    return { packId }
  }

  /** Sets one up by the dialog, without the mouse, and begins it. */
  static async begin(page: Page, setup: Setup = {}): Promise<InterviewPage> {
    const { think = 'None', count = 3, asksFollowUps = false } = setup
    await page.getByRole('button', { name: 'Mock interview' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Mock interview' })
    await dialog.getByRole('combobox', { name: 'Questions from' }).selectOption('Acme')
    await dialog.getByRole('spinbutton', { name: 'How many questions' }).fill(String(count))
    await dialog.getByRole('combobox', { name: 'Think time' }).selectOption(think)
    await dialog.getByRole('combobox', { name: 'Answer limit' }).selectOption("The question's")
    await dialog.getByRole('checkbox', { name: /follow-up/ }).setChecked(asksFollowUps)
    await dialog.getByRole('button', { name: 'Begin' }).press('Enter')
    const interview = new InterviewPage(page)
    await expect(interview.leave).toBeVisible()
    return interview
  }

  /** Begins one without the dialog, where it is not what is looked at. */
  static async beginWith(
    page: Page,
    packId: string,
    { questionCount = 3, settings = {} }: Wanted = {},
  ): Promise<InterviewPage> {
    const { id } = await ask(page, 'sessions.start', {
      kind: 'mock',
      from: { kind: 'pack', packId },
      questionCount,
      settings: {
        thinkMs: 0,
        limit: 'question',
        speaks: false,
        hidesText: false,
        asksFollowUps: false,
        ...settings,
      },
    })
    await page.evaluate((sessionId) => (location.hash = `#/session/${sessionId}`), id)
    return new InterviewPage(page)
  }

  /** Waits until somebody could speak: sound arrives, and is kept. */
  async recording(): Promise<void> {
    const recorder = this.page.getByRole('region', { name: 'Recorder' })
    await expect(recorder.getByText('Recording', { exact: true })).toBeVisible({ timeout: 20_000 })
  }

  async finished(timeout = 60_000): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Interview finished' })).toBeVisible({
      timeout,
    })
  }
}
