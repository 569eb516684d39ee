import { expect, test } from './fixtures'
import { expectNoViolations } from './pages/accessible'

test('a pasted list is practised with the keyboard alone', async ({ page }) => {
  await page.getByRole('link', { name: 'Questions', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Questions' })).toBeVisible()
  const open = page.getByRole('button', { name: 'Paste questions' })
  await open.focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Paste questions' })
  const text = dialog.getByRole('textbox', { name: 'Questions' })
  await expect(text).toBeFocused()
  await page.keyboard.insertText('- What is a canal lock?\n  - And a key?\n- Why us?\n- why us')
  await expect(dialog.getByRole('list', { name: 'Preview' }).getByRole('listitem')).toHaveText([
    /^What is a canal lock\?1 follow-up question: And a key\?$/,
    /^Why us\?$/,
    /^why usLeft out/,
  ])
  await expectNoViolations(page, 'paste questions')

  // The preview, the pack, its name, the language, "Cancel".
  for (let stop = 0; stop < 6; stop += 1) await page.keyboard.press('Tab')
  await expect(dialog.getByRole('button', { name: 'Add 2 questions' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(open).toBeFocused()
  await expect(page.getByRole('status').first()).toHaveText('2 questions added')
  const list = page.getByRole('list', { name: 'Questions' })
  await expect(list.getByRole('link', { name: 'What is a canal lock?' })).toBeVisible()

  // It is in the pack now: again it would add nothing.
  await open.press('Enter')
  await dialog.getByRole('combobox', { name: 'Pack' }).selectOption('My questions')
  await text.fill('Why us?')
  await expect(dialog.getByText('Left out: it is in this pack already')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Add questions' })).toBeDisabled()

  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Practice' }).click()
  const pack = page.getByRole('group', { name: 'My questions' })
  await pack.getByRole('button', { name: 'Start session' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'What is a canal lock?' })).toBeVisible()
})
