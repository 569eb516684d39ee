import type { TestContext } from 'vitest'
import { measureTake } from '../../electron/measures/measureTake'
import { report } from './figures'
import { clean, pinkNoise, type Disturbance } from './material/disturbances'
import { ourWebm, scratchFolder, wav, type Format } from './material/files'
import { paceTakes } from './material/takes'

const WIDEST = 0.2
const INSIDE_SHARE = 0.9

const CONDITIONS: [name: string, disturb: Disturbance, format: Format][] = [
  ['16 kHz', clean, wav(16_000)],
  ['our own WebM', clean, ourWebm],
  ['pink noise, 20 dB', pinkNoise(20), wav(44_100)],
]

/** Measures the pace of all takes of a kind in every condition, and reports how often it is right. */
export async function tryPace(context: TestContext, kind: 'calibration' | 'test'): Promise<void> {
  let files = 0
  let inside = 0
  let widest = 0
  const takes = paceTakes(kind)
  for (const [, disturb, format] of CONDITIONS) {
    for (const take of takes) {
      const file = await format(disturb(take), scratchFolder())
      const { low, high } = (await measureTake(file)).paceWpm ?? { low: 0, high: 0 }
      files += 1
      if (low <= take.wordsPerMinute && take.wordsPerMinute <= high) inside += 1
      widest = Math.max(widest, (high - low) / (high + low))
    }
  }
  const share = inside / files
  report(context, {
    measure: 'pace band',
    condition: `${kind}: other voices, speeds and words; ${CONDITIONS.map(([name]) => name).join('; ')}`,
    wanted: `true pace inside for 90 %, ${String(WIDEST * 100)} % to each side`,
    measured: `${(share * 100).toFixed(1)} % of ${String(files)}, ${(widest * 100).toFixed(1)} %`,
    holds: share >= INSIDE_SHARE && widest <= WIDEST,
  })
}
