import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Take } from '../../../shared/model'
import { ask } from '../bridge'

/** Five seconds as MediaRecorder gave them. */
const RECORDING = resolve('tests/fixtures/chunked.webm')
export const RECORDING_MS = 4980

const PROCESSING = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }

/**
 * Makes a take through the page's own bridge, as the recorder does, without having to wait for
 * somebody to speak: it is begun, appended to and finished by the real main process.
 */
export async function feedTake(
  page: Page,
  where: { sessionId: string; questionId: string },
): Promise<Take> {
  const begun = await beginFed(page, where)
  return ask(page, 'takes.finish', { takeId: begun.id })
}

/** The same, but leaves the take open, as a crash does. */
export async function beginFed(
  page: Page,
  where: { sessionId: string; questionId: string },
): Promise<Take> {
  const input = { ...where, microphone: 'Fed', processing: PROCESSING }
  const take = await ask(page, 'takes.begin', input)
  await append(page, take.id, readFileSync(RECORDING))
  return take
}

/** Bytes travel to the page as text, because that is what Playwright carries. */
async function append(page: Page, takeId: string, bytes: Buffer): Promise<void> {
  const reply = await page.evaluate(
    ([id, text]) => {
      const audio = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
      const peaks = new Uint8Array(500).fill(20)
      const bridge = Reflect.get(globalThis, 'soundcheck') as {
        request(name: string, input: unknown): Promise<{ ok: boolean }>
      }
      return bridge.request('takes.append', { takeId: id, sequence: 0, audio, peaks })
    },
    [takeId, bytes.toString('base64')] as const,
  )
  if (!reply.ok) throw new Error(`takes.append: ${JSON.stringify(reply)}`)
}
