import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Page } from '@playwright/test'
import type { Bridge, Reply } from '../../../shared/bridge'

/** Five seconds as MediaRecorder gave them. */
export const RECORDING = readFileSync(resolve('tests/fixtures/chunked.webm'))

/** Hands main a piece of sound. Bytes travel to the page as text, because that is what Playwright carries. */
export function appendFed(
  page: Page,
  { takeId, sequence, bytes }: { takeId: string; sequence: number; bytes: Buffer },
): Promise<Reply<unknown>> {
  return page.evaluate(
    ([chunk, text]) => {
      const audio = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
      const peaks = new Uint8Array(500).fill(20)
      const bridge = Reflect.get(globalThis, 'soundcheck') as Bridge
      return bridge.request('takes.append', { ...chunk, audio, peaks })
    },
    [{ takeId, sequence }, bytes.toString('base64')] as const,
  )
}
