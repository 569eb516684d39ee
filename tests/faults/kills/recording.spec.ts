import { expect, test } from '../../e2e/fixtures'
import { runsOf } from '../count'
import { Random } from '../random'
import { reportFigure } from '../report'
import { disagreementOf } from './consistency'
import { askedAbout, keepIn } from './dialog'
import { lossFigures } from './losses'
import { recordAndKill, type KilledState } from './recordAndKill'
import { examine, likeness, newTake } from './survivor'

const RUNS = runsOf({ usually: 6 })
/** A run takes some four seconds; a busy machine may take several times as long. */
const RUN_WITHIN_MS = 30_000
/** Comparing sound takes a second, so it is done for some. */
const COMPARED = 10

/** Six of them have one of each kind; most are killed while they record. */
const STATES: readonly KilledState[] = [
  'recording',
  'starting',
  'recording',
  'paused',
  'recording',
  'saving',
  ...Array<KilledState>(4).fill('recording'),
]

test('whenever everything is killed, what was said until a moment before is kept @in-twos', async ({
  running,
  launch,
  dataFolder,
}) => {
  test.setTimeout(60_000 + RUNS * RUN_WITHIN_MS)
  const random = new Random()
  const known = new Set<string>()
  const lostMs: number[] = []
  const counts = { runs: 0, recovered: 0, nothingYet: 0, decodable: 0, dialogs: 0, compared: 0 }
  let current = running

  try {
    for (let run = 0; run < RUNS; run += 1) {
      const state = STATES[run % STATES.length]!
      const where = `run ${run + 1}, killed while ${state}`
      const kill = await recordAndKill(current, state, random)
      const spokenMs = kill.soundUntilMs - kill.startedAtMs
      current = await launch()
      counts.runs += 1
      const { page } = current

      const asked = await askedAbout(page)
      const take = newTake(dataFolder, known)
      if (take === null) {
        // Only a take that was not called "Recording" yet may be nothing.
        expect(state, where).toBe('starting')
        expect(spokenMs, where).toBeLessThan(1000)
        expect(asked, where).toEqual([])
        counts.nothingYet += 1
        continue
      }
      known.add(take.id)
      counts.recovered += 1
      const { decodedMs } = await examine(page, dataFolder, take)
      counts.decodable += 1
      lostMs.push(spokenMs - decodedMs)
      expect(spokenMs - decodedMs, where).toBeLessThan(1000)

      // Stopped in time, it was whole before the kill, and there is nothing to tell.
      if (state !== 'saving' || asked.length > 0) {
        expect(asked, where).toEqual([take.id])
        await keepIn(page, `Take ${take.number},`)
        counts.dialogs += 1
      }
      if (run % Math.ceil(RUNS / COMPARED) === 0 && decodedMs > 1000) {
        expect(await likeness(page, dataFolder, take), where).toBeGreaterThan(0.8)
        counts.compared += 1
      }
    }
  } finally {
    reportFigure(
      'everything killed while recording',
      { ...counts, ...lossFigures(lostMs), seed: random.seed },
      'every take kept and decodable, each lost < 1000 ms, median < 500 ms, each asked about once',
    )
  }
  expect(lossFigures(lostMs).medianLostMs).toBeLessThan(500)
  expect(disagreementOf(dataFolder)).toEqual({ rowsWithoutFile: [], filesWithoutRow: [] })
})
