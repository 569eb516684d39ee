import { expect } from '@playwright/test'
import { ask } from '../../faults/bridge'
import { EMPTY_FIELDS } from '../../faults/emptyFields'
import { InterviewPage } from '../../e2e/pages/interview'
import { readTake, storedTakes } from '../../helpers/library'
import { withApp, withBare } from '../apps/driven'
import { comparedBy } from '../figures/result'
import { keepMicrophone, tapMicrophone } from '../inPage/tap'
import { toneEndedAtMs, watchTones } from '../inPage/toneEnd'
import { copyOf, emptyLibrary } from '../libraries/libraries'
import { noiseFile } from '../libraries/noise'
import { line } from '../line'
import { inPairs } from '../pairs'
import { BareRecorder } from '../recording/bareRecorder'
import { firstSampleMs } from '../recording/firstSample'

/** The microphone gives sound in pieces of 10 ms, so that a few figures say little. */
const TIMES = 25
/** Stop, sooner after recording began by itself, is ignored. */
const ANSWER_MS = 1200

/**
 * From the end of the tone to the first sample that is in the file of the answer, against a bare page
 * from the click on its button: both have their microphone open already.
 */
line('mock', async () => {
  const speech = await noiseFile()
  const dataFolder = copyOf(await emptyLibrary())
  return withBare({ page: 'recorder.html', speech }, ({ page: barePage }) =>
    withApp({ dataFolder, speech }, async ({ page }) => {
      const bare = await BareRecorder.ready(barePage)
      await keepMicrophone(page)
      await watchTones(page)
      const { packId } = await ask(page, 'packs.create', { title: 'Bench' })
      // One goes before the pairs, and one is never reached.
      for (let number = 0; number < TIMES + 2; number += 1) {
        const fields = { ...EMPTY_FIELDS, question: `Question with the number ${number}?` }
        await ask(page, 'questions.create', { into: { packId }, fields })
      }
      const interview = await InterviewPage.beginWith(page, packId, {
        questionCount: TIMES + 2,
        settings: { thinkMs: 60_000, limit: 'none' },
      })
      let answered = 0
      const pairs = await inPairs(TIMES, {
        value: async () => {
          await expect(interview.start).toBeEnabled({ timeout: 15_000 })
          const heard = await tapMicrophone(page)
          await page.keyboard.press('r')
          await interview.recording()
          await page.waitForTimeout(ANSWER_MS)
          await page.keyboard.press('r')
          answered += 1
          await expect.poll(() => readyCount(dataFolder)).toBe(answered)
          const recording = readTake(dataFolder, storedTakes(dataFolder).at(-1)!)
          const clickedAtMs = await toneEndedAtMs(page)
          return firstSampleMs(page, recording, { ...(await heard()), clickedAtMs })
        },
        floor: async () => {
          const heard = await tapMicrophone(barePage)
          await bare.record()
          await barePage.waitForTimeout(ANSWER_MS)
          return firstSampleMs(barePage, await bare.stop(), await heard())
        },
      })
      return comparedBy({ unit: 'ms', ...pairs, atMostMore: 20 })
    }),
  )
})

function readyCount(dataFolder: string): number {
  return storedTakes(dataFolder).filter(({ state }) => state === 'ready').length
}
