import { SAME_INTENT_MS } from '../../renderer/lib/oneIntent'
import { ask } from '../faults/bridge'
import { storedTakes } from '../helpers/library'
import { storeTake } from '../helpers/storeTake'
import { expect, test } from './fixtures'
import { SessionPage } from './pages/session'

test('several unfinished sessions stand side by side, and each can be resumed', async ({
  running,
  launch,
}) => {
  const first = await SessionPage.start(running.page)
  await first.addTake()
  await running.page.getByRole('link', { name: 'Practice' }).click()
  const second = await SessionPage.start(running.page)
  await running.page.getByRole('button', { name: 'Next question' }).click()
  await second.addTake()
  await running.app.close()

  const { page } = await launch()
  await page.getByRole('button', { name: 'Resume session' }).click()
  await expect(page.getByText('Question 2 of 19')).toBeVisible()

  await page.getByRole('link', { name: 'History' }).click()
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await expect(sessions).toHaveCount(2)
  await expect(sessions.getByText('Unfinished')).toHaveCount(2)
  await sessions.last().getByRole('link').first().click()
  await page.getByRole('button', { name: 'Resume session' }).click()
  await expect(page.getByText('Question 1 of 19')).toBeVisible()
  await new SessionPage(page).finish()

  // The other one goes on being unfinished.
  await page.getByRole('button', { name: 'Back to Practice' }).click()
  await page.getByRole('button', { name: 'Resume session' }).click()
  await expect(page.getByText('Question 2 of 19')).toBeVisible()
})

test('chosen questions are a session with a title and a count of its own', async ({
  running,
  launch,
  dataFolder,
}) => {
  await running.page.getByRole('heading', { name: 'Practice' }).waitFor()
  const pack = 'backend-developer'
  const questionIds = [`${pack}/microservices`, `${pack}/favorite-tool`, `${pack}/other-skills`]
  const chosen = await ask(running.page, 'sessions.start', {
    kind: 'chosen',
    questionIds,
    title: 'Before Monday',
  })
  const one = { sessionId: chosen.id, questionId: questionIds[1]! }
  await storeTake(running.page, one)
  const followUp = 'And what did it cost?'
  await storeTake(running.page, { ...one, followUp })
  await ask(running.page, 'sessions.visit', one)
  await running.app.close()
  expect(storedTakes(dataFolder).map((take) => take.follow_up)).toEqual(['', followUp])

  const { page } = await launch()
  const unfinished = page.getByRole('region', { name: 'Unfinished session' })
  await expect(unfinished).toContainText('Favorite tool')
  await expect(unfinished).toContainText('Before Monday')
  await expect(unfinished).toContainText('2 of 3, today')
  await unfinished.getByRole('button', { name: 'Resume session' }).click()
  await expect(page.getByText('Before Monday')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('favorite development tool')
  const takes = new SessionPage(page).takes
  await expect(takes).toHaveCount(2)
  await expect(takes.last()).toContainText(`Follow-up: ${followUp}`)
  await expect(page.getByRole('button', { name: /as best$/ })).toHaveCount(1)
  await new SessionPage(page).finish()

  await page.getByRole('link', { name: 'History' }).click()
  const session = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await expect(session).toContainText('Before Monday')
  await expect(session).toContainText('1 of 3 questions')
  await expect(session).toContainText('2 takes')
})

test('what went badly is said at the end, and practised again in a session of its own', async ({
  page,
  dataFolder,
}) => {
  const session = await SessionPage.start(page)
  for (const rating of ['Again', 'Good', 'Hard']) {
    await session.addTake()
    await page.getByRole('radio', { name: rating }).check()
    await expect.poll(() => storedTakes(dataFolder).at(-1)!.rating).not.toBeNull()
    if (rating !== 'Hard') await page.getByRole('button', { name: 'Next question' }).click()
  }
  await session.finish()
  await expect(page.getByRole('heading', { name: 'Session finished' })).toBeFocused()
  await expect(page.getByText('You answered 3 of 19 questions. 3 takes are kept')).toBeVisible()
  const weak = page.getByRole('list', { name: 'Worth another try' }).getByRole('listitem')
  await expect(weak).toHaveText(['Your experienceAgain', 'Language choiceHard'])

  // Enter, once it can be no second press of the one that finished the session.
  await page.waitForTimeout(SAME_INTENT_MS)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Question 1 of 2')).toBeVisible()
  await expect(session.question).toHaveText('What is your development experience?')
  await page.getByRole('button', { name: 'Next question' }).click()
  await expect(session.question).toHaveText('What language do you prefer to work in?')
})

test('a session without a take ends kindly, and is not kept', async ({ page }) => {
  const session = await SessionPage.start(page)
  await session.finish()
  await expect(page.getByText(/^Nothing of this session is kept/)).toBeVisible()
  await page.getByRole('button', { name: 'Back to Practice' }).click()
  await expect(page.getByRole('heading', { name: 'Practice' })).toBeVisible()
  await page.getByRole('link', { name: 'History' }).click()
  await expect(page.getByText('No sessions yet')).toBeVisible()
})
