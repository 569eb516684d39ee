import type { Page } from '@playwright/test'
import type { Bridge } from '../../../shared/bridge'
import type { RequestInput, RequestName, RequestOutput } from '../../../shared/contract'

/** An answer of main, and when the page asked and had it, by the machine's clock. */
export interface Timed<Output> {
  output: Output
  askedAtMs: number
  answeredAtMs: number
}

/** @throws {Error} when main refuses */
export async function askTimed<Name extends RequestName>(
  page: Page,
  name: Name,
  input: RequestInput<Name>,
): Promise<Timed<RequestOutput<Name>>> {
  const { reply, ...times } = await page.evaluate(
    async ([channel, value]) => {
      const now = () => performance.timeOrigin + performance.now()
      const askedAtMs = now()
      const answer = await (Reflect.get(globalThis, 'soundcheck') as Bridge).request(channel, value)
      return { reply: answer, askedAtMs, answeredAtMs: now() }
    },
    [name, input] as const,
  )
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.detail}`)
  return { output: reply.value as RequestOutput<Name>, ...times }
}
