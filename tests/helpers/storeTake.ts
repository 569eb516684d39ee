import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Bridge } from '../../shared/bridge'
import type { RequestInput } from '../../shared/contract'
import type { Take } from '../../shared/model'

/**
 * Stores a take of six seconds the way the recorder does, without waiting for it to be spoken.
 * Unfinished it stays as if it were being recorded.
 */
export async function storeTake(
  page: Page,
  question: Pick<RequestInput<'takes.begin'>, 'sessionId' | 'questionId'>,
  { finish = true }: { finish?: boolean } = {},
): Promise<Take> {
  const sound = readFileSync(resolve('tests/fixtures/chunked.webm')).toString('base64')
  return page.evaluate(
    async ([where, base64, isFinished]) => {
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
        peaks: new Uint8Array(600),
      })
      return isFinished ? ((await ask('takes.finish', { takeId: take.id })) as Take) : take
    },
    [question, sound, finish] as const,
  )
}
