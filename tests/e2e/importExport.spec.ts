import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { ask } from '../helpers/ask'
import type { RunningApp } from '../helpers/launch'
import { deckOf, newCollection } from '../unit/electron/questionLists/deck'
import { expect, test } from './fixtures'
import { expectNoViolations } from './pages/accessible'

const CSV = `id;Question;Answer;Tags
lock-0001;What is a canal lock?;It lifts boats.;canals
lock-0002;Why us?;;
;;;
lock-0003;Who opens the gates?;;
`

async function openQuestions(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Questions', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Questions' })).toBeVisible()
}

/** Presses "Import" and chooses this file. @returns the dialog */
async function chooseFile(page: Page, name: string, content: string | Buffer): Promise<Locator> {
  const dialog = page.getByRole('dialog', { name: 'Import' })
  // As long as the one before is open, nothing behind it can be pressed.
  await expect(dialog).toBeHidden()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Import', exact: true }).press('Enter')
  const buffer = Buffer.from(content as string)
  await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer })
  return dialog
}

/** What the system's dialog would answer. */
async function answerSaveDialog({ app }: RunningApp, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path })
  }, filePath)
}

async function saveAs(page: Page, format: string): Promise<void> {
  await page.getByRole('button', { name: 'Export', exact: true }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Export questions' })
  await dialog.getByRole('radio', { name: format }).check()
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(dialog).toBeHidden()
}

test('a file comes in, a corrected one updates it, and the same one changes nothing', async ({
  page,
}) => {
  await openQuestions(page)
  const dialog = await chooseFile(page, 'canals.csv', CSV)
  await expect(dialog.getByText('3 new', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('list', { name: 'Problems' })).toHaveText('Line 4: empty, left out')
  await expectNoViolations(page, 'import')
  await dialog.getByRole('button', { name: 'Import 3 questions' }).press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').first()).toHaveText('3 questions imported')
  const list = page.getByRole('list', { name: 'Questions' })
  await expect(list.getByRole('link', { name: 'What is a canal lock?' })).toBeVisible()

  await chooseFile(page, 'canals.csv', CSV)
  await expect(dialog.getByText('3 unchanged', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('combobox', { name: 'Pack' })).toHaveText(/canals/)
  await expect(dialog.getByRole('button', { name: 'Nothing to import' })).toBeDisabled()
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter')

  await chooseFile(page, 'canals.csv', CSV.replace('Why us?;;', 'Why us?;Because.;'))
  await expect(dialog.getByText('1 changed', { exact: true })).toBeVisible()
  await expect(dialog.getByRole('list', { name: 'Preview' })).toContainText(
    'Changes: example answers.',
  )
  await dialog.getByRole('button', { name: 'Import 1 question' }).press('Enter')
  await expect(page.getByRole('status').first()).toHaveText('0 questions imported, 1 changed')
})

test('an Anki deck comes in, and what is not a list is refused with its place', async ({
  page,
}) => {
  await openQuestions(page)
  const notes = [{ fields: ['What is a <b>lock</b>?', 'It lifts boats.'] }]
  const deck = deckOf('collection.anki21b', newCollection(notes))
  const dialog = await chooseFile(page, 'deck.apkg', deck)
  await expect(dialog.getByText('1 new', { exact: true })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter')

  await chooseFile(page, 'deck.apkg', deck.subarray(0, 200))
  await expect(dialog.getByRole('list', { name: 'Problems' })).toContainText('ZIP_DAMAGED')
  await expect(dialog.getByText('Nothing was imported.')).toBeVisible()
  await expectNoViolations(page, 'import, refused')
  await expect(dialog.getByRole('button', { name: /^Import/ })).toHaveCount(0)
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(page.getByRole('list', { name: 'Questions' })).not.toContainText('lock')
})

const PACK = '{"format":"soundcheck-pack","version":1,"questions":'
const BAD: readonly [name: string, content: string | Buffer, code: string, place: string][] = [
  ['empty.csv', '', 'EMPTY', 'The whole file'],
  ['mark.csv', '\ufeff', 'EMPTY', 'The whole file'],
  ['wide.csv', Buffer.from('question\nWhy us?', 'utf16le'), 'ENCODING', 'Line 1'],
  ['broken.txt', Buffer.from([0x57, 0xff, 0xfe, 0x41]), 'ENCODING', 'Line 1'],
  ['nul.txt', 'Why us?\0', 'ENCODING', 'Line 1'],
  ['cut.json', `${PACK}[{"question":"Why`, 'JSON_SYNTAX', 'Line 1'],
  ['deep.json', `${'['.repeat(40)}${']'.repeat(40)}`, 'TOO_DEEP', ''],
  ['root.json', '[]', 'SCHEMA', ''],
  ['newer.json', PACK.replace('1', '2') + '[{"question":"Why?"}]}', 'VERSION_UNSUPPORTED', ''],
  ['proto.json', `${PACK}[{"question":"Why?","__proto__":1}]}`, 'FORBIDDEN_KEY', ''],
  ['twice.csv', 'id,question\n1,Why?\n1,How?', 'DUPLICATE_ID', 'Line 3'],
  ['none.csv', 'question,answer\n,Because.', 'SCHEMA', 'Line 2'],
  ['types.json', `${PACK}[{"question":"Why?"},{"question":7}]}`, 'SCHEMA', 'Question 2'],
  ['long.csv', `question\nWhy?\n${'x'.repeat(20_001)}`, 'FIELD_TOO_LONG', 'Line 3'],
  ['many.txt', manyLines(10_001), 'TOO_MANY', 'Line'],
  ['large.txt', 'x'.repeat(10 * 1024 * 1024 + 1), 'TOO_LARGE', ''],
  ['quote.csv', 'question,answer\n"Why us?,So.', 'CSV_SYNTAX', 'Line 2'],
  ['ragged.csv', 'question,answer\nWhy us?,So.,And', 'CSV_SYNTAX', 'Line 2'],
  ['heads.csv', 'question,question\nWhy us?,So.', 'CSV_SYNTAX', 'Line 1'],
]

function manyLines(count: number): string {
  return Array.from({ length: count }, (_, index) => `Why ${String(index)}?`).join('\n')
}

test('what is wrong with a file is named, nothing of it comes in, and the next one can be chosen', async ({
  page,
}) => {
  await openQuestions(page)
  const before = await page.getByRole('list', { name: 'Questions' }).getByRole('link').count()
  const dialog = await chooseFile(page, 'good.csv', CSV)
  await expect(dialog.getByText('3 new', { exact: true })).toBeVisible()
  for (const [name, content, code, place] of BAD) {
    await test.step(name, async () => {
      const buffer = Buffer.from(content as string)
      const file = { name, mimeType: 'text/plain', buffer }
      await page.getByLabel('File', { exact: true }).setInputFiles(file)
      const alert = dialog.getByRole('alert').filter({ hasText: name })
      const problems = alert.getByRole('list', { name: 'Problems' })
      await expect(problems).toContainText(code)
      await expect(problems).toContainText(place)
      await expect(alert).toContainText('Nothing was imported.')
      await expect(dialog.getByRole('button', { name: /^Import/ })).toHaveCount(0)
    })
  }
  await page.getByLabel('File', { exact: true }).setInputFiles({
    name: 'good.csv',
    mimeType: 'text/plain',
    buffer: Buffer.from(CSV),
  })
  await expect(dialog.getByRole('button', { name: 'Import 3 questions' })).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).press('Enter')
  await expect(page.getByRole('list', { name: 'Questions' }).getByRole('link')).toHaveCount(before)
})

test('a file that is dropped on any screen is imported from its bytes', async ({ page }) => {
  await page.getByRole('link', { name: 'History' }).click()
  const dropped = await page.evaluateHandle((text) => {
    const data = new DataTransfer()
    data.items.add(new File([text], 'canals.csv'))
    return data
  }, CSV)
  await page.dispatchEvent('body', 'dragover', { dataTransfer: dropped })
  await expect(page.getByText('Drop to import questions')).toBeVisible()
  await page.dispatchEvent('body', 'drop', { dataTransfer: dropped })
  await expect(page.getByText('Drop to import questions')).toBeHidden()
  const dialog = page.getByRole('dialog', { name: 'Import' })
  await dialog.getByRole('button', { name: 'Import 3 questions' }).click()
  await expect(page.getByRole('heading', { name: 'Questions' })).toBeVisible()
  await expect(page.getByRole('list', { name: 'Questions' })).toContainText('Who opens the gates?')
})

for (const [format, name] of [
  ['JSON', 'out.soundcheck-pack'],
  ['CSV', 'out.csv'],
] as const) {
  test(`${format} goes out and comes back unchanged`, async ({ page, running, dataFolder }) => {
    await openQuestions(page)
    let dialog = await chooseFile(page, 'canals.csv', CSV)
    await dialog.getByRole('button', { name: 'Import 3 questions' }).press('Enter')
    await expect(dialog).toBeHidden()
    const file = join(dataFolder, name)
    await answerSaveDialog(running, file)
    await saveAs(page, format)
    const written = readFileSync(file)
    expect(written.toString()).toContain('What is a canal lock?')
    dialog = await chooseFile(page, name, written)
    // Those of the app went out too, and are no questions of one's own.
    await dialog.getByRole('combobox', { name: 'Pack' }).selectOption('canals')
    await expect(dialog.getByText('3 unchanged', { exact: true })).toBeVisible()
    await expect(dialog.getByText('0 changed', { exact: true })).toBeVisible()
  })
}

test('a file that cannot be written is told, and nothing is left of it', async ({
  page,
  running,
  dataFolder,
}) => {
  await openQuestions(page)
  const notAFolder = join(dataFolder, 'file')
  writeFileSync(notAFolder, '')
  await answerSaveDialog(running, join(notAFolder, 'out.csv'))
  await page.getByRole('button', { name: 'Export', exact: true }).press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Export questions' })
  await expectNoViolations(page, 'export')
  await dialog.getByRole('button', { name: 'Save' }).press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('The file could not be saved.')
})

test('questions that are gone are not saved, and nobody is asked where to', async ({ page }) => {
  const questionIds = ['no-such-pack/no-such-question']
  // The system's dialog would stay open, and the request with it.
  const reply = await ask(page, 'lists.save', { questionIds, format: 'json' })
  expect(reply).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } })
})
