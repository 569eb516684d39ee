import { ask } from '../helpers/ask'
import { expect, test } from '../e2e/fixtures'
import { SessionPage, startButton } from '../e2e/pages/session'
import { photograph } from './camera'

/** One of each new kind of card: with a long answer, and with ways to ask something. */
for (const { name, pack, questionId, example } of [
  {
    name: 'behavioural',
    pack: 'Behavioural, any job',
    questionId: 'behavioural/hard-conversation',
    example: 'Salon owner',
  },
  {
    name: 'to-ask',
    pack: 'Questions to ask them',
    questionId: 'questions-to-ask/who-decides',
    example: 'Purchasing manager',
  },
]) {
  test(`a question of the pack ${name}, before and after the first take`, async ({ running }) => {
    const { page } = running
    await startButton(page, pack).click()
    const session = new SessionPage(page)
    await session.ready()
    const sessionId = (await page.evaluate(() => location.hash)).replace('#/session/', '')
    await ask(page, 'sessions.visit', { sessionId, questionId })
    await page.reload()
    await session.ready()
    await photograph(running, `session-${name}`)
    await session.addTake()
    await expect(session.example.getByText(example)).toBeAttached()
    await photograph(running, `session-${name}-review`)
    await page.evaluate((id) => (location.hash = `#/question/${id}`), questionId)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.getByRole('button', { name: 'Example answers' }).click()
    await photograph(running, `question-${name}`)
  })
}
