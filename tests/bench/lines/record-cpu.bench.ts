import type { RunningApp } from '../../helpers/launch'
import { SessionPage } from '../../e2e/pages/session'
import { cpuSeconds } from '../apps/consumption'
import { withApp, withBare } from '../apps/driven'
import { compared } from '../figures/result'
import { copyOf, emptyLibrary } from '../libraries/libraries'
import { line } from '../line'
import { inPairs } from '../pairs'
import { BareRecorder } from '../recording/bareRecorder'

const RECORDED_MS = 20_000
/** Starting to record is not recording. */
const SETTLED_MS = 1000
/** Each is a sum over a thousand pieces of sound already. */
const PAIRS_OF_SUMS = 3

/** CPU seconds of all processes in 20 s of recording, with meter and live wave, against a bare page. */
line('record-cpu', async () => {
  const dataFolder = copyOf(await emptyLibrary())
  return withBare({ page: 'recorder.html' }, (bare) =>
    withApp({ dataFolder }, async (app) => {
      const recorder = await BareRecorder.ready(bare.page)
      const session = await SessionPage.start(app.page)
      const pairs = await inPairs(PAIRS_OF_SUMS, {
        value: async () => {
          await session.begin()
          const seconds = await spentIn(app)
          await session.stop.click()
          await session.answer.getByRole('button', { name: 'Play answer' }).waitFor()
          return seconds
        },
        floor: async () => {
          await recorder.record()
          const seconds = await spentIn(bare)
          await recorder.stop()
          return seconds
        },
      })
      return compared({ unit: 'CPU s', ...pairs, atMost: 2 })
    }),
  )
})

async function spentIn({ app, page }: RunningApp): Promise<number> {
  await page.waitForTimeout(SETTLED_MS)
  const pid = app.process().pid!
  const before = cpuSeconds(pid)
  await page.waitForTimeout(RECORDED_MS)
  return cpuSeconds(pid) - before
}
