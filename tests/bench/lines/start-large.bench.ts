import { APP, startMs } from '../apps/started'
import { compared } from '../figures/result'
import { HUGE, libraryOf, ORDINARY } from '../libraries/libraries'
import { line } from '../line'
import { inPairs, PAIRS } from '../pairs'

/** The start with 10,000 sessions and 100,000 takes, against the same with 20 sessions. */
line('start-large', async () => {
  const ordinary = await libraryOf(ORDINARY)
  const huge = await libraryOf(HUGE)
  const pairs = await inPairs(PAIRS, {
    value: () => startMs(APP, huge),
    floor: () => startMs(APP, ordinary),
  })
  return compared({ unit: 'ms', ...pairs, atMost: 1.1 })
})
