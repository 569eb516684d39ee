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

const IMPORTED = `id,question,answer,tags
a-000001,What is a canal lock?,It lifts boats.,canals
a-000002,"How would you explain to somebody who has never seen one why a lock has two pairs of gates, and not three?",,"canals, water"
a-000003,Why us?,,
a-000004,Where do you see yourself in five years?,,`

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text),
  })
}

test('importing: waiting, new, changed with problems, refused, many', async ({ running }) => {
  const { page } = running
  await openQuestions(page)
  page.on('filechooser', () => {})
  const open = page.getByRole('button', { name: 'Import', exact: true })
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await open.click()
  await expect(dialog).toBeVisible()
  await photograph(running, 'import-waiting')
  await choose(page, 'canals.csv', IMPORTED)
  await expect(dialog.getByText('4 new')).toBeVisible()
  await photograph(running, 'import-new')
  await dialog.getByRole('button', { name: 'Import 4 questions' }).click()
  await expect(dialog).toBeHidden()

  await open.click()
  const corrected = `${IMPORTED.replace('It lifts boats.', 'It lifts and lowers boats.').replace('Where do you see yourself', 'Where would you see yourself')}
a-000005,And who opens the gates?,,
,why us,,
,,,
`
  await choose(page, 'canals.csv', corrected)
  await expect(dialog.getByText('2 changed')).toBeVisible()
  await photograph(running, 'import-changed')
  await choose(page, 'broken.csv', 'question,answer\n"Why us?,Because.\nHow?,So.')
  await expect(dialog.getByRole('list', { name: 'Problems' })).toContainText('CSV_SYNTAX')
  await photograph(running, 'import-refused')
  const rows = Array.from({ length: 10_000 }, (_, index) => `Question ${String(index + 1)}?`)
  await choose(page, 'many.csv', ['question', ...rows].join('\n'))
  await expect(dialog.getByRole('button', { name: 'Import 10,000 questions' })).toBeVisible()
  await photograph(running, 'import-many')
})

test('exporting', async ({ running }) => {
  const { page } = running
  await openQuestions(page)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(page.getByRole('dialog', { name: 'Export questions' })).toBeVisible()
  await photograph(running, 'export')
})
