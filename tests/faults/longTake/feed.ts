import type { Page } from '@playwright/test'
import type { Bridge } from '../../../shared/bridge'
import { RECORDING_MS, speechIn } from '../speech'

/** How many pieces five seconds of speech come in: each lasts a quarter of a second, as recorded. */
const PIECES = 20
/** The head stands before the first cluster, once in a file. */
const CLUSTER = Buffer.from([0x1f, 0x43, 0xb6, 0x75])

export const PIECE_MS = RECORDING_MS / PIECES

/**
 * Sends so many pieces of a recording to main, each as soon as the one before is acknowledged:
 * hours of speech in minutes. The five seconds of the fixture over and over, without a new head.
 */
export async function feed(
  page: Page,
  { takeId, firstSequence, count }: { takeId: string; firstSequence: number; count: number },
): Promise<void> {
  const pieces = speechIn(PIECES)
  const head = Buffer.from(pieces[0]!.audio).indexOf(CLUSTER)
  await page.evaluate(
    async ({ id, first, last, round, headBytes }) => {
      const bridge = Reflect.get(globalThis, 'soundcheck') as Bridge
      for (let sequence = first; sequence < last; sequence += 1) {
        const index = sequence % round.length
        const { audio, peaks } = round[index]!
        const isLaterRound = index === 0 && sequence > 0
        const reply = await bridge.request('takes.append', {
          takeId: id,
          sequence,
          audio: isLaterRound ? audio.slice(headBytes) : audio,
          peaks,
        })
        if (!reply.ok) throw new Error(reply.error.detail)
      }
    },
    {
      id: takeId,
      first: firstSequence,
      last: firstSequence + count,
      round: pieces,
      headBytes: head,
    },
  )
}
