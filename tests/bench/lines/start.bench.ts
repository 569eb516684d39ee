import { APP, BARE, start, startMs } from '../apps/started'
import { compared } from '../figures/result'
import { libraryOf, ORDINARY } from '../libraries/libraries'
import { freshFolder } from '../libraries/scratch'
import { line } from '../line'
import { inPairs, PAIRS } from '../pairs'

/** From the start of the process to the first contentful paint of Practice, against a bare window's. */
line('start', async () => {
  const library = await libraryOf(ORDINARY)
  const bareFolder = freshFolder('bare')
  const largestPaint: number[] = []
  const pairs = await inPairs(PAIRS, {
    value: async () => {
      const { paintMs, largestPaintMs, end } = await start(APP, library)
      await end()
      largestPaint.push(largestPaintMs)
      return paintMs
    },
    floor: () => startMs(BARE, bareFolder),
  })
  return compared({ unit: 'ms', ...pairs, atMost: 1.25, beside: { largestPaint } })
})
