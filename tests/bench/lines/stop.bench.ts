import { setTimeout as pause } from 'node:timers/promises'
import { SessionPage } from '../../e2e/pages/session'
import { withApp } from '../apps/driven'
import { compared } from '../figures/result'
import { median } from '../figures/statistics'
import { heardAfterClickMs, watchSound } from '../inPage/heard'
import { paintedMs } from '../inPage/painted'
import { copyOf, emptyLibrary } from '../libraries/libraries'
import { line } from '../line'
import { inPairs, PAIRS } from '../pairs'
import { beginQuick, LARGE_PIECE, QUARTERS_IN_A_MINUTE, untilWritten } from '../recording/longTake'
import { QuickEncoder } from '../recording/quickEncoder'

const MINUTES = 60
const PLAYS_WITHIN_MS = 150
/**
 * What the app does with sound while it comes, it has an hour for in an hour. Here that hour comes
 * within a second, and gets this much after it; so does the minute.
 */
const SETTLED_AFTER_MS = 3000

/**
 * From Stop to the take that can be played, after an hour against after a minute; and how soon the
 * hour plays then.
 */
line('stop', async () => {
  const dataFolder = copyOf(await emptyLibrary())
  return withApp({ dataFolder }, async ({ page }) => {
    const encoder = await QuickEncoder.install(page)
    await watchSound(page)
    const session = await SessionPage.start(page)
    const stopMs = async (minutes: number): Promise<number> => {
      const takeCount = (await session.takes.count()) + 1
      await beginQuick(session, encoder)
      const bytes = await encoder.give(minutes * QUARTERS_IN_A_MINUTE, LARGE_PIECE)
      await untilWritten(dataFolder, bytes)
      await pause(SETTLED_AFTER_MS)
      return paintedMs(page, {
        event: 'click',
        act: () => session.stop.click(),
        selectors: [
          `ul[aria-label="Takes"] > li:nth-child(${String(takeCount)})[aria-current]`,
          'button[aria-label="Play answer"]:enabled',
        ],
      })
    }
    const play: number[] = []
    const pairs = await inPairs(PAIRS, {
      value: async () => {
        const ms = await stopMs(MINUTES)
        const button = session.answer.getByRole('button', { name: 'Play answer' })
        play.push(await heardAfterClickMs(page, () => button.click()))
        await session.answer.getByRole('button', { name: 'Pause answer' }).click()
        return ms
      },
      floor: () => stopMs(1),
    })
    const also = [
      {
        wanted: `plays within ${String(PLAYS_WITHIN_MS)} ms`,
        holds: median(play) <= PLAYS_WITHIN_MS,
      },
    ]
    return compared({ unit: 'ms', ...pairs, atMost: 1.5, also, beside: { play } })
  })
})
