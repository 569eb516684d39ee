import type { Page } from '@playwright/test'
import { SMALLEST } from '../../electron/window/windowPlace'
import { ask } from '../faults/bridge'
import { EMPTY_FIELDS } from '../faults/emptyFields'
import { resizeWindow } from '../helpers/windowSize'
import { expect, test } from './fixtures'
import { expectNoViolations } from './pages/accessible'
import { SessionPage } from './pages/session'

/* Questions of one's own are asked like those of the app. */

async function makePack(page: Page): Promise<{ packId: string; questionIds: string[] }> {
  const { packId } = await ask(page, 'packs.create', { title: 'Acme' })
  const questionIds: string[] = []
  for (const fields of [
    { question: 'Why us?' },
    {
      question: 'Tell me about a conflict.',
      whyTheyAsk: 'They listen for who you blame. '.repeat(60),
      exampleAnswers: [
        { label: 'Example answer', text: 'We disagreed.\nWe talked.\n\nWe shipped.' },
        { label: 'Example answer', text: 'My second try.' },
      ],
      target: { shortestMs: 30_000, longestMs: 60_000 },
    },
    { question: `What would you do ${'and then '.repeat(300)}?` },
  ]) {
    const made = await ask(page, 'questions.create', {
      into: { packId },
      fields: { ...EMPTY_FIELDS, ...fields },
    })
    questionIds.push(made.questionId)
  }
  return { packId, questionIds }
}

async function showAgain(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click()
  await page.getByRole('link', { name: 'Practice' }).click()
}

async function startAcme(page: Page): Promise<SessionPage> {
  const acme = page.getByRole('group', { name: 'Acme' })
  await acme.getByRole('button', { name: 'Start session' }).click()
  const session = new SessionPage(page)
  await session.ready()
  return session
}

test("a pack of one's own is practised, without examples, with its own, and however long", async ({
  page,
}) => {
  await ask(page, 'packs.create', { title: 'Empty' })
  await makePack(page)
  await showAgain(page)
  await expect(page.getByRole('group', { name: 'Acme' }).getByText('3 questions')).toBeVisible()
  await expect(
    page.getByRole('group', { name: 'Empty' }).getByText(/^Nothing to ask/),
  ).toBeVisible()
  await expectNoViolations(page, "practice with packs of one's own")

  const session = await startAcme(page)
  await expect(session.question).toHaveText('Why us?')
  await expect(page.getByRole('region', { name: 'Why they ask' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Show example answer' })).toHaveCount(0)
  await session.recordTake(1200)
  await expect(session.example).toHaveCount(0)
  await expectNoViolations(page, 'review without an example')

  await page.getByRole('button', { name: 'Next question' }).click()
  await expect(page.getByText('of 0:30 to 1:00')).toBeVisible()
  const why = page.getByRole('region', { name: 'Why they ask' })
  await why.getByRole('button', { name: 'More of why they ask' }).click()
  await expect(page.getByRole('region', { name: 'My outline' })).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('e')
  const which = session.example.getByRole('combobox', { name: 'Which example' })
  await expect(which.getByRole('option')).toHaveText(['Example answer', 'Example answer 2'])
  await expect(session.example.locator('[lang] p').first()).toHaveCSS(
    'white-space',
    /pre-line|preserve-breaks/,
  )

  await page.getByRole('button', { name: 'Next question' }).click()
  await expect(session.question).toHaveText(/^What would you do/)
  // The page scrolls, and the recorder stays.
  await page.getByRole('region', { name: 'My outline' }).scrollIntoViewIfNeeded()
  await expect(page.getByRole('region', { name: 'My outline' })).toBeInViewport({ ratio: 1 })
  await expect(session.record).toBeInViewport({ ratio: 1 })
})

test('the end of a long question can be read while one speaks, in the narrowest window too', async ({
  running,
}) => {
  const { page } = running
  const { questionIds } = await makePack(page)
  const started = await ask(page, 'sessions.start', { kind: 'one', questionId: questionIds[2]! })
  await resizeWindow(running, SMALLEST)
  await page.evaluate((id) => (location.hash = `#/session/${id}`), started.id)
  const session = new SessionPage(page)
  await session.ready()
  await session.begin()
  await session.question.hover()
  await page.mouse.wheel(0, 10_000)
  const isEndSeen = async () => {
    const [question, recorder] = await Promise.all([
      session.question.boundingBox(),
      page.getByRole('region', { name: 'Recorder' }).boundingBox(),
    ])
    return question!.y + question!.height <= recorder!.y
  }
  await expect.poll(isEndSeen).toBe(true)
})

test("example answers of one's own stand behind those of the pack", async ({ page }) => {
  await ask(page, 'questions.annotate', {
    questionId: 'backend-developer/development-experience',
    layer: { exampleAnswers: [{ label: 'Mine', text: 'Parcels, mostly.' }] },
  })
  const session = await SessionPage.start(page)
  await page.keyboard.press('e')
  await session.example.getByRole('combobox').selectOption('Mine')
  await expect(session.example.getByText('Parcels, mostly.')).toBeVisible()
})

test('takes of a question that was deleted stay in History with its words', async ({
  running,
  launch,
}) => {
  const { page } = running
  const { questionIds } = await makePack(page)
  await showAgain(page)
  const session = await startAcme(page)
  await session.addTake()
  await page.getByRole('textbox', { name: 'Notes' }).fill('Canal locks')
  await page.getByRole('textbox', { name: 'Notes' }).blur()
  await session.finish()
  await ask(page, 'questions.delete', { questionIds: [questionIds[0]!], withTakes: false })
  // Gone for good when the app quits, and no later.
  await running.app.close()

  const again = await launch()
  await again.page.getByRole('link', { name: 'History' }).click()
  await again.page.getByRole('searchbox', { name: 'Search history' }).fill('canal')
  await expect(again.page.locator('mark').first()).toBeVisible()
  await again.page.getByRole('searchbox', { name: 'Search history' }).fill('')
  await again.page.getByRole('list', { name: 'Sessions' }).getByRole('link').first().click()
  await expect(again.page.getByRole('heading', { name: /Why us/ })).toBeVisible()
  await again.page.getByRole('button', { name: 'Play take 1' }).click()
  await expect(again.page.getByRole('slider', { name: 'Position' })).toBeVisible()
  await again.page.getByRole('link', { name: 'Practice' }).click()
  await expect(
    again.page.getByRole('group', { name: 'Acme' }).getByText('2 questions'),
  ).toBeVisible()
})

test('of a question that is deleted in the middle of a session what was said stays', async ({
  page,
}) => {
  const { questionIds } = await makePack(page)
  await showAgain(page)
  const session = await startAcme(page)
  await page.getByRole('textbox', { name: 'Line 1' }).fill('Why not')
  await session.addTake()
  await ask(page, 'questions.delete', { questionIds: [questionIds[0]!], withTakes: false })
  await showAgain(page)
  await page.getByRole('button', { name: 'Resume session' }).click()
  await expect(session.question).toHaveText('Why us?')
  await expect(session.takes).toHaveCount(1)
  // Nothing can be noted of it any more.
  await expect(page.getByRole('region', { name: 'My outline' })).toHaveCount(0)
  await page.getByRole('radio', { name: 'Good' }).check()
  await expect(page.getByRole('radio', { name: 'Good' })).toBeChecked()
  await session.finish()
})
