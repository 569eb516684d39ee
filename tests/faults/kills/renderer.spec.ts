import { expect, test } from '../../e2e/fixtures'
import { storedTakes } from '../../helpers/library'
import { runsOf } from '../count'
import { PageThroughMain } from '../pageThroughMain'
import { Random } from '../random'
import { reportFigure } from '../report'
import { lossFigures } from './losses'
import { examine } from './survivor'

const RUNS = runsOf({ usually: 4, share: 0.25 })
const RUN_WITHIN_MS = 40_000
/** After three the app stops loading the page again, so a fresh one takes over. */
const CRASHES_PER_START = 3

/** What the recorder says of itself. */
const STATUS = `document.querySelector('section[aria-label="Recorder"] p > span')?.textContent`

test('whenever the page’s process is killed, the page comes back and offers the take @in-twos', async ({
  running,
  launch,
  dataFolder,
}) => {
  test.setTimeout(60_000 + RUNS * RUN_WITHIN_MS)
  const random = new Random()
  const spokenMs = new Map<string, number>()
  const lostMs: number[] = []
  const backMs: number[] = []
  const counts = { runs: 0, recovered: 0, decodable: 0 }
  let current = running

  try {
    while (counts.runs < RUNS) {
      await current.page
        .getByRole('button', { name: /^(Start|Resume) session$/ })
        .first()
        .click()
      const page = new PageThroughMain(current.app)
      const ended: string[] = []
      for (let crash = 1; crash <= CRASHES_PER_START && counts.runs < RUNS; crash += 1) {
        await page.until(`${STATUS} === 'Ready'`)
        const startedAtMs = await page.click(spokenMs.size === 0 ? 'Record' : 'Record again')
        await page.until(`${STATUS} === 'Recording'`)
        await new Promise((resolve) => setTimeout(resolve, random.between(300, 4000)))
        const pid = await page.processId()
        const killedAtMs = Date.now()
        process.kill(pid, 'SIGKILL')
        counts.runs += 1

        await page.until(
          `document.querySelector('dialog[open] h2')?.textContent === 'Recovered recordings'`,
        )
        backMs.push(Date.now() - killedAtMs)
        expect(await page.value(`document.querySelectorAll('dialog[open] li').length`)).toBe(1)
        const take = storedTakes(dataFolder).at(-1)!
        expect(spokenMs.has(take.id), 'a take of this round').toBe(false)
        counts.recovered += 1
        spokenMs.set(take.id, killedAtMs - startedAtMs)
        ended.push(take.id)
        await page.click('Keep')
        await page.until(`document.querySelector('dialog[open]') === null`)
      }

      await current.app.close()
      current = await launch()
      for (const take of storedTakes(dataFolder).filter(({ id }) => ended.includes(id))) {
        const { decodedMs } = await examine(current.page, dataFolder, take)
        counts.decodable += 1
        lostMs.push(spokenMs.get(take.id)! - decodedMs)
      }
      await expect(current.page.getByRole('heading', { name: 'Practice' })).toBeVisible()
      await expect(current.page.getByRole('dialog')).toBeHidden()
    }
  } finally {
    reportFigure(
      'page killed while recording',
      {
        ...counts,
        ...lossFigures(lostMs),
        maxBackMs: Math.max(...backMs),
        seed: random.seed,
      },
      'page back by itself with the take, each lost < 1000 ms, median < 500 ms',
    )
  }
  expect(counts).toEqual({ runs: RUNS, recovered: RUNS, decodable: RUNS })
  expect(Math.max(...lostMs)).toBeLessThan(1000)
  expect(lossFigures(lostMs).medianLostMs).toBeLessThan(500)
})
