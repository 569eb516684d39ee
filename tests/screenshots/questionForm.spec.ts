import { expect, test } from '../e2e/fixtures'
import { ask } from '../helpers/ask'
import { photograph } from './camera'

const LONG =
  'Two of our teams have built the same scheduling service within a year of each other, neither wants to give theirs up, and both leads report to you from Monday on: what do you do in the first week, and in what order?'

test('the form of a question: empty, refused, folded out, and full of long words', async ({
  running,
}) => {
  const { page } = running
  await page.getByRole('link', { name: 'Questions', exact: true }).click()
  await page.getByRole('button', { name: 'New question' }).click()
  await expect(page.getByRole('textbox', { name: 'Question', exact: true })).toBeFocused()
  await photograph(running, 'question-form')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Write the question; the rest can wait.')).toBeVisible()
  await photograph(running, 'question-form-refused')
  await page.getByRole('button', { name: 'Cancel' }).click()

  const made = await ask(page, 'packs.create', { title: 'Acme, second round, with everybody' })
  expect(made.ok).toBe(true)
  await ask(page, 'drafts.keep', {
    questionId: null,
    draft: {
      question: LONG,
      whyTheyAsk: 'They want to hear whether you look for facts, or for a winner. '.repeat(3),
      outline: ['facts before names\none owner, one date\nwhat the loser keeps\nsay it twice'],
      followUps: ['And if they refuse?\nWho would you tell first, and why?'],
      tags: ['team, conflict, Donaudampfschifffahrtsgesellschaftskapitänsmütze'],
      exampleAnswers: ['I would read before I speak. '.repeat(20), 'Another one.'],
      longest: '3:00',
    },
  })
  await page.getByRole('button', { name: 'New question' }).click()
  await expect(page.getByText('This was written before and not saved.')).toBeVisible()
  await photograph(running, 'question-form-full')
  await page.getByRole('button', { name: 'More about the question' }).click()
  await page.getByRole('textbox', { name: 'Longest answer that fits' }).focus()
  await photograph(running, 'question-form-more')
})
