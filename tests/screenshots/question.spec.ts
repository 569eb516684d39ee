import { expect, test } from '../e2e/fixtures'
import { ask } from '../helpers/ask'
import { seedLibrary } from '../helpers/seed'
import { seedHeardTakes } from '../helpers/seedHeard'
import { photograph } from './camera'

const QUESTION = 3

test('a question after ten days, and the measures of its takes', async ({
  running,
  launch,
  dataFolder,
}) => {
  await running.app.close()
  seedHeardTakes(dataFolder, { question: QUESTION })
  const again = await launch()
  const { page } = again
  await page.getByRole('link', { name: 'History' }).click()
  const sessions = page.getByRole('list', { name: 'Sessions' }).getByRole('listitem')
  await sessions.first().getByRole('link').first().click()
  await page.getByRole('link', { name: 'All takes of this question' }).click()
  const table = page.getByRole('table', { name: 'Takes' })
  await expect(table).toBeVisible()
  await page.waitForTimeout(300)
  await photograph(again, 'question')
  const choose = page.getByRole('combobox', { name: 'Measure' })
  for (const [name, measure] of [
    ['pause', 'Longest pause'],
    ['pace', 'Pace'],
    ['rubric', 'Was it concrete?'],
  ] as const) {
    await choose.selectOption(measure)
    await photograph(again, `question-${name}`)
  }
  await choose.selectOption('Length')
  await table.getByRole('checkbox').nth(2).check()
  await table.getByRole('checkbox').nth(6).check()
  await page
    .getByRole('link', { name: /^Take 2, .*: / })
    .first()
    .focus()
  await photograph(again, 'question-chosen')
  await page.getByRole('checkbox', { name: 'Example answer' }).scrollIntoViewIfNeeded()
  await photograph(again, 'question-table')

  await table.getByRole('link', { name: /^Take/ }).nth(3).click()
  await expect(page.getByRole('region', { name: 'Measures' })).toBeVisible()
  await page.waitForTimeout(800)
  await photograph(again, 'past-session-take')
  await page.getByRole('button', { name: 'All numbers' }).click()
  await page.getByRole('toolbar', { name: 'Pauses' }).getByRole('button').nth(2).focus()
  await photograph(again, 'past-session-numbers')
})

test('a question with no take, with one, and with sixty and a long text', async ({
  running,
  launch,
  dataFolder,
}) => {
  await running.app.close()
  seedLibrary(dataFolder)
  const one = seedHeardTakes(dataFolder, { question: 12, takesPerDay: [1] })
  const again = await launch()
  const { page } = again
  await expect(page.getByRole('heading', { name: 'Practice' })).toBeVisible()
  for (const [name, questionId] of [
    ['question-sixty', 'backend-developer/development-experience'],
    ['question-one', one],
    ['question-empty', 'backend-developer/other-skills'],
  ] as const) {
    await page.evaluate((id) => {
      window.location.hash = `#/question/${id}`
    }, questionId)
    await expect(page.getByText(/^Backend Developer/)).toBeVisible()
    await page.waitForTimeout(500)
    await photograph(again, name)
  }
})

test('a measured take in the session', async ({ running, launch, dataFolder }) => {
  await running.app.close()
  seedHeardTakes(dataFolder, { question: 1, takesPerDay: [1, 1, 1, 1, 2], isUnfinished: true })
  const again = await launch()
  const { page } = again
  await page.getByRole('button', { name: 'Resume session' }).click()
  await expect(page.getByRole('button', { name: 'All numbers' })).toBeVisible()
  await page.waitForTimeout(800)
  await photograph(again, 'session-measures')
  await page.getByRole('button', { name: 'All numbers' }).click()
  await page.getByRole('toolbar', { name: 'Pauses' }).getByRole('button').nth(2).focus()
  await photograph(again, 'session-numbers')
})

test("a question of one's own: empty, with everything on it, and deleted", async ({ running }) => {
  const { page } = running
  const open = async (questionId: string) => {
    await page.evaluate((id) => {
      window.location.hash = `#/question/${id}`
    }, questionId)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await page.waitForTimeout(500)
  }
  const made = await ask(page, 'questions.create', {
    into: { title: 'Acme, second round' },
    fields: { question: 'Why us, of all?' },
  })
  const { questionId } = (made as { value: { questionId: string } }).value
  await open(questionId)
  await photograph(running, 'question-own-empty')
  await ask(page, 'questions.update', {
    questionId,
    fields: {
      question:
        'Two of our teams have built the same service within a year of each other, and both leads report to you from Monday on: what do you do first?',
      whyTheyAsk: 'They want to hear whether you look for facts, or for a winner.',
      followUps: [
        'And if they refuse?',
        'Who would you tell first, and why?',
        'What would it cost?',
      ],
      exampleAnswers: [{ text: 'I would read before I speak.' }, { text: 'Another one.' }],
      talkingPoints: ['One owner, one date'],
      pitfalls: ['A winner on the first day'],
      tags: ['team', 'Donaudampfschifffahrtsgesellschaftskapitänsmütze'],
    },
    outline: ['facts before names', 'one owner, one date', 'what the loser keeps', 'say it twice'],
  })
  await ask(page, 'questions.annotate', {
    questionId,
    layer: {
      isStarred: true,
      isNotForMe: true,
      tags: ['hard'],
      exampleAnswers: [{ text: 'Mine.' }],
    },
  })
  await open('backend-developer/other-skills')
  await open(questionId)
  await photograph(running, 'question-own')
  await page.getByRole('button', { name: 'Talking points' }).click()
  await page.getByRole('button', { name: 'Example answers' }).click()
  await page.getByRole('textbox', { name: 'My tags' }).focus()
  await photograph(running, 'question-own-below')
  await ask(page, 'questions.delete', { questionIds: [questionId], withTakes: false })
  await open('backend-developer/other-skills')
  await open(questionId)
  await photograph(running, 'question-own-deleted')
  for (const title of ['Acme', 'Everything that I dread'])
    await ask(page, 'packs.create', { title })
  await open('backend-developer/other-skills')
  await page.getByRole('button', { name: 'Copy to my pack' }).click()
  await expect(page.getByRole('combobox', { name: 'Pack' })).toBeVisible()
  await photograph(running, 'question-copy')
})
