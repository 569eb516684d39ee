import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '../fixtures'
import { SessionPage } from '../pages/session'

test.skip(process.platform === 'win32', 'Windows has no such modes')

/** Everything in the folder that others could get at, with its mode; links have none of their own. */
function openToOthers(dataFolder: string): string[] {
  return ['.', ...readdirSync(dataFolder, { recursive: true, encoding: 'utf8' })].flatMap(
    (name) => {
      const status = lstatSync(join(dataFolder, name))
      const wanted = status.isDirectory() ? 0o700 : 0o600
      const mode = status.mode & 0o7777
      // Fewer rights than that would do as well.
      return status.isSymbolicLink() || (mode & ~wanted) === 0
        ? []
        : [`${name} ${mode.toString(8)}`]
    },
  )
}

test('after a whole run everything in the data folder is for its owner alone', async ({
  launch,
  dataFolder,
}) => {
  // As a careless system would have it: everybody may read and write what is made from now on.
  const usual = process.umask(0)
  try {
    chmodSync(dataFolder, 0o777)
    for (const start of ['first', 'second']) {
      const { app, page } = await launch()
      if (start === 'first') await page.getByRole('button', { name: 'Get started' }).click()
      const session = await SessionPage.start(page)
      await session.addTake()
      await session.begin()
      expect(openToOthers(dataFolder), `${start}, while recording`).toEqual([])
      await session.stop.click()
      await session.finish()
      await app.close()
      expect(openToOthers(dataFolder), start).toEqual([])
    }
  } finally {
    process.umask(usual)
  }
})

test('a data folder that was open to others is closed at the next start', async ({
  launch,
  dataFolder,
}) => {
  const first = await launch()
  await first.page.getByRole('button', { name: 'Get started' }).click()
  const session = await SessionPage.start(first.page)
  await session.addTake()
  await first.app.close()
  // As another program's copy would leave it.
  for (const name of ['.', 'takes']) chmodSync(join(dataFolder, name), 0o755)
  for (const name of ['soundcheck.db', 'window.json']) chmodSync(join(dataFolder, name), 0o644)
  expect(openToOthers(dataFolder)).toHaveLength(4)

  await launch()
  expect(openToOthers(dataFolder)).toEqual([])
})
