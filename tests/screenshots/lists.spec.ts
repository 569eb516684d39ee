import type { Page } from '@playwright/test'
import { expect, test } from '../e2e/fixtures'
import type { RunningApp } from '../helpers/launch'
import { photograph } from './camera'

const PASTED = `# Questions for Friday

## System design

1. How would you design a service that shortens addresses, for ten million people who all
   use it at the same time?
   - And if one of its machines fails?
   - What would you measure?
2. What is a lock?

## You

Q: Why do you want to leave?
A: I have learned what I could there, and I want to see how a larger team works.

## More

- Tell me about a conflict that you had
- What is a lock
- مرحبا، لماذا تريد العمل هنا؟
`

async function openQuestions(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Questions', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Questions' })).toBeVisible()
}

/** As a person does it: what is typed letter by letter takes Chromium minutes. */
async function paste({ app }: RunningApp, text: string): Promise<void> {
  await app.evaluate(async ({ clipboard, BrowserWindow }, words) => {
    await clipboard.writeText(words)
    BrowserWindow.getAllWindows()[0]!.webContents.paste()
  }, text)
}

test('pasting questions', async ({ running }) => {
  const { page } = running
  await openQuestions(page)
  await page.getByRole('button', { name: 'Paste questions' }).click()
  const dialog = page.getByRole('dialog', { name: 'Paste questions' })
  await expect(dialog).toBeVisible()
  await photograph(running, 'paste-empty')
  await dialog.getByRole('textbox', { name: 'Questions' }).fill(PASTED)
  await expect(dialog.getByRole('button', { name: 'Add 5 questions' })).toBeVisible()
  await photograph(running, 'paste')
  const many = Array.from({ length: 10_000 }, (_, index) => `- Question ${String(index + 1)}?`)
  await dialog.getByRole('textbox', { name: 'Questions' }).selectText()
  await paste(running, many.join('\n'))
  await expect(dialog.getByRole('button', { name: 'Add 10,000 questions' })).toBeVisible()
  await photograph(running, 'paste-many')
})
