import { storedTakes } from '../helpers/library'
import type { RunningApp } from '../helpers/launch'
import { expect, test } from './fixtures'
import { SessionPage } from './pages/session'

async function killWhileRecording({ app, page }: RunningApp): Promise<void> {
  const session = await SessionPage.start(page)
  await session.begin()
  await page.waitForTimeout(2500)
  const ended = app.waitForEvent('close')
  app.process().kill('SIGKILL')
  await ended
}

test('what was said before a kill is there at the next start, and is asked about once', async ({
  running,
  launch,
  dataFolder,
}) => {
  await killWhileRecording(running)
  expect(storedTakes(dataFolder)[0]).toMatchObject({ state: 'recording' })

  const second = await launch()
  const dialog = second.page.getByRole('dialog', { name: 'Recovered recordings' })
  await expect(dialog).toBeVisible()
  await expect(dialog.getByText('What is your development experience?')).toBeVisible()
  const [take] = storedTakes(dataFolder)
  expect(take!.state).toBe('ready')
  // At most a second of what was recorded may be missing.
  expect(take!.duration_ms).toBeGreaterThan(1500)

  await dialog.getByRole('button', { name: 'Play recording' }).click()
  const position = dialog.getByRole('slider', { name: 'Position' })
  await expect.poll(async () => Number(await position.inputValue())).toBeGreaterThan(0.3)
  await dialog.getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(dialog).toBeHidden()
  await second.app.close()

  const third = await launch()
  await expect(third.page.getByRole('heading', { name: 'Practice' })).toBeVisible()
  await third.page.getByRole('button', { name: 'Resume session' }).click()
  await expect(new SessionPage(third.page).takes).toHaveCount(1)
  await expect(third.page.getByRole('dialog')).toBeHidden()
})

test('a recovered recording can be discarded, and closing the dialog keeps it', async ({
  running,
  launch,
  dataFolder,
}) => {
  await killWhileRecording(running)
  const second = await launch()
  const dialog = second.page.getByRole('dialog', { name: 'Recovered recordings' })
  await dialog.getByRole('button', { name: 'Discard' }).click()
  await expect(dialog).toBeHidden()
  expect(storedTakes(dataFolder)[0]!.deleted_at_ms).not.toBeNull()
  await second.page.getByRole('button', { name: 'Undo' }).click()
  await expect.poll(() => storedTakes(dataFolder)[0]!.deleted_at_ms).toBeNull()

  await killWhileRecording(second)
  const third = await launch()
  await expect(third.page.getByRole('dialog', { name: 'Recovered recordings' })).toBeVisible()
  await third.page.keyboard.press('Escape')
  await expect(third.page.getByRole('dialog')).toBeHidden()
  await third.app.close()
  expect(storedTakes(dataFolder).map(({ deleted_at_ms }) => deleted_at_ms)).toEqual([null, null])
  const fourth = await launch()
  await expect(fourth.page.getByRole('heading', { name: 'Practice' })).toBeVisible()
  await fourth.page.waitForTimeout(300)
  await expect(fourth.page.getByRole('dialog')).toBeHidden()
})

test('when the page crashes, it comes back by itself with the take', async ({
  running,
  dataFolder,
}) => {
  const { page, app } = running
  const session = await SessionPage.start(page)
  await session.begin()
  await page.waitForTimeout(1500)
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]!.webContents.forcefullyCrashRenderer(),
  )
  await expect.poll(() => storedTakes(dataFolder)[0]?.state).toBe('ready')
  // Playwright loses the page in the crash; the window tells whether it is back.
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]!.webContents.executeJavaScript(
          `document.querySelector('dialog[open]')?.textContent ?? ''`,
        ),
      ),
    )
    .toContain('Recovered recordings')
})
