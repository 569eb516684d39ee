import { expect, test } from '@playwright/test'
import { launchApp, temporaryFolder } from '../../helpers/launch'
import { ask } from '../bridge'
import { runsOf } from '../count'
import { reportFigure } from '../report'
import { makeLibrary } from './library'

/** When a backup is asked for, counted from when the page is there: the daily one is made meanwhile. */
const ASKED_AFTER_MS = [0, 100, 200, 300, 400, 600]

test('a backup by hand in the first second of a start is made, beside the daily one', async () => {
  const { folder, remove } = temporaryFolder()
  await makeLibrary(folder)
  const counts = { starts: 0, made: 0, listedAsGood: 0, listed: 0 }
  for (let index = 0; index < runsOf({ usually: ASKED_AFTER_MS.length }); index += 1) {
    const { app, page } = await launchApp({ dataFolder: folder })
    await page.waitForTimeout(ASKED_AFTER_MS[index % ASKED_AFTER_MS.length]!)
    const made = await ask(page, 'backups.make', undefined)
    const list = await ask(page, 'backups.list', undefined)
    counts.starts += 1
    counts.made += Number(list.some(({ name }) => name === made.name))
    counts.listed += list.length
    counts.listedAsGood += list.filter(({ state }) => state === 'good').length
    await app.close()
  }
  reportFigure('backup in the first second of a start', counts, 'each made, each good')
  expect(counts.made).toBe(counts.starts)
  expect(counts.listedAsGood).toBe(counts.listed)
  remove()
})
