import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Reply } from '../../../shared/bridge'
import type { Take } from '../../../shared/model'
import { ask } from '../bridge'

/** Five seconds as MediaRecorder gave them. */
export const RECORDING = readFileSync(resolve('tests/fixtures/chunked.webm'))

const PROCESSING = { echoCancellation: false, noiseSuppression: false, autoGainControl: false }

interface Subject {
  sessionId: string
  questionId: string
}

/**
 * Makes a take through the page's own bridge, as the recorder does, without having to wait for
 * somebody to speak: it is begun, appended to and finished by the real main process.
 */
export async function feedTake(page: Page, subject: Subject): Promise<Take> {
  const { id: takeId } = await beginFed(page, subject)
  const reply = await appendFed(page, { takeId, sequence: 0, bytes: RECORDING })
  if (!reply.ok) throw new Error(`takes.append: ${reply.error.code}`)
  return ask(page, 'takes.finish', { takeId })
}

export function beginFed(page: Page, subject: Subject): Promise<Take> {
  return ask(page, 'takes.begin', { ...subject, microphone: 'Fed', processing: PROCESSING })
}

/** Bytes travel to the page as text, because that is what Playwright carries. */
export function appendFed(
  page: Page,
  { takeId, sequence, bytes }: { takeId: string; sequence: number; bytes: Buffer },
): Promise<Reply<unknown>> {
  return page.evaluate(
    ([chunk, text]) => {
      const audio = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
      const peaks = new Uint8Array(500).fill(20)
      const bridge = Reflect.get(globalThis, 'soundcheck') as {
        request(name: string, input: unknown): Promise<Reply<unknown>>
      }
      return bridge.request('takes.append', { ...chunk, audio, peaks })
    },
    [{ takeId, sequence }, bytes.toString('base64')] as const,
  )
}
