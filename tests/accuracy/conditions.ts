import type { TestContext } from 'vitest'
import { measureTake } from '../../electron/measures/measureTake'
import { report } from './figures'
import type { Disturbance } from './material/disturbances'
import { ffmpegLufs, scratchFolder, type Format } from './material/files'
import { testTakes } from './material/takes'
import { addTo, median, newScore } from './score'

/** What is done to the recordings, and what is wanted then. */
export interface Condition {
  disturb: Disturbance
  format: Format
  foundShare: number
  edgeMs: number
}

const FIRST_WORD_MS = 60
const LOUDNESS_LU = 0.1

/** Measures every recording under one condition and reports what is right about it. */
export async function tryCondition(context: TestContext, condition: Condition): Promise<void> {
  const score = newScore()
  let loudnessLu = 0
  for (const take of testTakes()) {
    const recording = condition.disturb(take)
    const file = await condition.format(recording, scratchFolder())
    const measures = await measureTake(file)
    addTo(score, recording, measures)
    const lufs = measures.integratedLufs ?? -Infinity
    loudnessLu = Math.max(loudnessLu, Math.abs(lufs - ffmpegLufs(file)))
  }
  const name = context.task.name
  const share = score.found / score.pauses
  report(context, {
    measure: 'pauses found',
    condition: name,
    wanted: `${percent(condition.foundShare)}, 0 false over 0.4 s`,
    measured: `${percent(share)} of ${String(score.pauses)}, ${String(score.falsePauses)} false`,
    holds: share >= condition.foundShare && score.falsePauses === 0,
  })
  const edge = median(score.edgesMs)
  report(context, {
    measure: 'edges of pauses, median error',
    condition: name,
    wanted: `${String(condition.edgeMs)} ms`,
    measured: `${edge.toFixed(0)} ms`,
    holds: edge <= condition.edgeMs,
  })
  const firstWord = Math.max(...score.firstWordsMs)
  report(context, {
    measure: 'time to first word, worst error',
    condition: name,
    wanted: `${String(FIRST_WORD_MS)} ms`,
    measured: `${firstWord.toFixed(0)} ms`,
    holds: firstWord <= FIRST_WORD_MS,
  })
  report(context, {
    measure: "loudness against ffmpeg's, worst error",
    condition: name,
    wanted: `${String(LOUDNESS_LU)} LU`,
    measured: `${loudnessLu.toFixed(3)} LU`,
    holds: loudnessLu <= LOUDNESS_LU,
  })
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1).replace('.0', '')} %`
}
