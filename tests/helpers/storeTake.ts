import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Bridge } from '../../shared/bridge'
import type { RequestInput } from '../../shared/contract'
import type { Take } from '../../shared/model'

/** The head stands before the first cluster, once in a file. */
const CLUSTER = Buffer.from([0x1f, 0x43, 0xb6, 0x75])
/** Two bytes fifty times a second, for six seconds. */
const PEAKS_BYTES = 600

interface Stored {
  /** Unfinished it stays as if it were being recorded. */
  finish?: boolean
  /** How often the same five seconds are said. */
  times?: number
}

/** Stores a take of five seconds the way the recorder does, without waiting for it to be spoken. */
export async function storeTake(
  page: Page,
  question: Pick<RequestInput<'takes.begin'>, 'sessionId' | 'questionId' | 'followUp'>,
  { finish = true, times = 1 }: Stored = {},
): Promise<Take> {
  return page.evaluate(
    async ([where, base64, peaksBytes, isFinished]) => {
      const bridge = Reflect.get(globalThis, 'soundcheck') as Bridge
      const ask = async (name: string, input: unknown): Promise<unknown> => {
        const reply = await bridge.request(name, input)
        if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.detail}`)
        return reply.value
      }
      const processing = {
        echoCancellation: false,
        noiseSuppression: false,
        autoGainControl: false,
      }
      const take = (await ask('takes.begin', { ...where, microphone: 'None', processing })) as Take
      await ask('takes.append', {
        takeId: take.id,
        sequence: 0,
        audio: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
        peaks: new Uint8Array(peaksBytes),
      })
      return isFinished ? ((await ask('takes.finish', { takeId: take.id })) as Take) : take
    },
    [question, speech(times).toString('base64'), PEAKS_BYTES * times, finish] as const,
  )
}

function speech(times: number): Buffer {
  const once = readFileSync(resolve('tests/fixtures/chunked.webm'))
  const again = once.subarray(once.indexOf(CLUSTER))
  return Buffer.concat([once, ...Array.from({ length: times - 1 }, () => again)])
}
