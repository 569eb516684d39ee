import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { report } from './figures'
import { ourWebm, repeatPackets, scratchFolder } from './material/files'
import { testTakes } from './material/takes'
import type { Cost } from './measureCost'

const HIGHEST_SHARE = 0.02
/** What a process's memory differs by anyway, from one run to the next. */
const MORE_MEMORY_MB = 40

/** A take of so many minutes, by saying the same again and again. */
async function longTake(minutes: number): Promise<string> {
  const folder = scratchFolder()
  const [take] = testTakes()
  if (!take) throw new Error('There are no takes')
  const short = await ourWebm(take, folder)
  const file = join(folder, `${String(minutes)}min.webm`)
  const times = Math.ceil((minutes * 60_000) / take.durationMs)
  repeatPackets(short, times, ['-t', String(minutes * 60), file])
  return file
}

/** In a process of its own, started as `npm run analyse` starts it, so that nothing else is counted. */
function costOf(file: string): Cost {
  const imports = join('scripts', 'typescript-imports.mjs')
  const program = join('tests', 'accuracy', 'measureCost.ts')
  const args = ['--max-semi-space-size=4', '--import', `./${imports}`, program, file]
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Cost
}

test('what it costs', async (context) => {
  const [short, long] = [costOf(await longTake(3)), costOf(await longTake(30))]
  // All of it was heard; where one repetition follows the other a packet's time is missing.
  expect(Math.abs(short.durationMs - 180_000)).toBeLessThan(180)
  expect(Math.abs(long.durationMs - 1_800_000)).toBeLessThan(1800)
  for (const [name, { cpuMs, durationMs }] of Object.entries({ '3 min': short, '30 min': long })) {
    const share = cpuMs / durationMs
    report(context, {
      measure: "processor time, of the take's length",
      condition: `${name}, our own WebM, start of the process included`,
      wanted: String(HIGHEST_SHARE),
      measured: share.toFixed(4),
      holds: share <= HIGHEST_SHARE,
    })
  }
  const moreMb = long.peakMemoryMb - short.peakMemoryMb
  report(context, {
    measure: 'memory',
    condition: '30 min against 3 min',
    wanted: `at most ${String(MORE_MEMORY_MB)} MB more`,
    measured: `${moreMb.toFixed(0)} MB more (${long.peakMemoryMb.toFixed(0)} MB)`,
    holds: moreMb <= MORE_MEMORY_MB,
  })
})
