import { setTimeout as pause } from 'node:timers/promises'
import { SessionPage } from '../../e2e/pages/session'
import type { RunningApp } from '../../helpers/launch'
import { memoryMb } from '../apps/consumption'
import { withApp } from '../apps/driven'
import { compared } from '../figures/result'
import { median } from '../figures/statistics'
import { clearMemory } from '../inPage/clearMemory'
import { copyOf, emptyLibrary } from '../libraries/libraries'
import { line } from '../line'
import { beginQuick, QUARTERS_IN_A_MINUTE, untilWritten } from '../recording/longTake'
import { QuickEncoder } from '../recording/quickEncoder'

const SHORT_MINUTES = 5
const LONG_MINUTES = 60
const MOST_GROWTH_MB = 20
/** So much is on its way at most: a queue that the disk cannot follow would be measured otherwise. */
const QUARTERS_AT_ONCE = 40
const READINGS = 5
const BETWEEN_READINGS_MS = 300

/**
 * The memory of all processes after an hour of one recording, against the same after its first five
 * minutes. The sound comes faster than real time; nothing else differs from a recording.
 */
line('record-memory', async () => {
  const dataFolder = copyOf(await emptyLibrary())
  return withApp({ dataFolder }, async (running) => {
    const encoder = await QuickEncoder.install(running.page)
    const session = await SessionPage.start(running.page)
    await beginQuick(session, encoder)
    const record = async (minutes: number): Promise<void> => {
      const count = minutes * QUARTERS_IN_A_MINUTE
      for (let done = 0; done < count; done += QUARTERS_AT_ONCE) {
        await untilWritten(dataFolder, await encoder.give(QUARTERS_AT_ONCE, 1))
      }
    }
    await record(SHORT_MINUTES)
    const floor = await readings(running)
    await record(LONG_MINUTES - SHORT_MINUTES)
    const value = await readings(running)
    await session.stop.click()
    await session.answer.getByRole('button', { name: 'Play answer' }).waitFor()

    const grownMb = median(value) - median(floor)
    const also = [
      {
        wanted: `grows by at most ${String(MOST_GROWTH_MB)} MB`,
        holds: grownMb <= MOST_GROWTH_MB,
      },
    ]
    return compared({ unit: 'MB', value, floor, atMost: 1.1, also, beside: { grown: [grownMb] } })
  })
})

/** After both have cleared away what they no longer need. */
async function readings(running: RunningApp): Promise<number[]> {
  const memory: number[] = []
  for (let reading = 0; reading < READINGS; reading += 1) {
    await clearMemory(running)
    await pause(BETWEEN_READINGS_MS)
    memory.push(memoryMb(running.app.process().pid!))
  }
  return memory
}
