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
  await page.getByRole('button', { name: 'Finish session' }).click()

  // The other one goes on being unfinished.
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
  const group = page.getByRole('group', { name: 'Before Monday' })
  await expect(group).toContainText('Question 2 of 3')
  await group.getByRole('button', { name: 'Resume session' }).click()
  await expect(page.getByText('Before Monday')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('favorite development tool')
  const takes = new SessionPage(page).takes
  await expect(takes).toHaveCount(2)
  await expect(takes.last()).toContainText(`Follow-up: ${followUp}`)
  await expect(page.getByRole('button', { name: /as best$/ })).toHaveCount(1)
  await page.getByRole('button', { name: 'Finish session' }).click()

  await page.getByRole('link', { name: 'History' }).click()
  const session = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await expect(session).toContainText('Before Monday')
  await expect(session).toContainText('1 of 3 questions')
  await expect(session).toContainText('2 takes')
})
