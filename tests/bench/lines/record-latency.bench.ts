import { readTake, storedTakes } from '../../helpers/library'
import { SessionPage } from '../../e2e/pages/session'
import { withApp, withBare } from '../apps/driven'
import { compared } from '../figures/result'
import { keepMicrophone, tapMicrophone } from '../inPage/tap'
import { copyOf, emptyLibrary } from '../libraries/libraries'
import { noiseFile } from '../libraries/noise'
import { line } from '../line'
import { inPairs } from '../pairs'
import { BareRecorder } from '../recording/bareRecorder'
import { firstSampleMs } from '../recording/firstSample'

/** The microphone gives sound in pieces of 10 ms, so that a few figures say little. */
const TIMES = 25
/** Stop, sooner after Record, would be the second click of two. */
const TAKE_MS = 600
const TIMES_OPENING = 9

/**
 * From the click on Record to the first sample that is in the take's file, against a bare page. Both
 * have their microphone open already, which is the stricter comparison: beside it stands what a bare
 * page takes that only opens it then.
 */
line('record-latency', async () => {
  const speech = await noiseFile()
  const dataFolder = copyOf(await emptyLibrary())
  return withBare({ page: 'recorder.html', speech }, ({ page: barePage }) =>
    withApp({ dataFolder, speech }, async ({ page }) => {
      const bare = await BareRecorder.ready(barePage)
      await keepMicrophone(page)
      const session = await SessionPage.start(page)
      const bareMs = async (record: () => Promise<void>) => {
        const heard = await tapMicrophone(barePage)
        await record()
        await barePage.waitForTimeout(TAKE_MS)
        return firstSampleMs(barePage, await bare.stop(), await heard())
      }
      const pairs = await inPairs(TIMES, {
        value: async () => {
          const heard = await tapMicrophone(page)
          await session.recordTake(TAKE_MS)
          const recording = readTake(dataFolder, storedTakes(dataFolder).at(-1)!)
          return firstSampleMs(page, recording, await heard())
        },
        floor: () => bareMs(() => bare.record()),
      })
      const floorThatOpens: number[] = []
      for (let time = 0; time < TIMES_OPENING; time += 1) {
        floorThatOpens.push(await bareMs(() => bare.openAndRecord()))
      }
      return compared({ unit: 'ms', ...pairs, atMost: 1.2, beside: { floorThatOpens } })
    }),
  )
})
