import type { Page } from '@playwright/test'
import type { Bridge, Reply } from '../../shared/bridge'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract'

/**
 * Asks main through the page's own bridge, as every screen does.
 * @throws {Error} when main refuses
 */
export async function ask<Name extends RequestName>(
  page: Page,
  name: Name,
  input: RequestInput<Name>,
): Promise<RequestOutput<Name>> {
  const reply = await attempt(page, name, input)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.detail}`)
  return reply.value as RequestOutput<Name>
}

/** Asks for whatever; a refusal is an answer here too. */
export function attempt(page: Page, name: string, input: unknown): Promise<Reply<unknown>> {
  return page.evaluate(
    ([channel, value]) => (Reflect.get(globalThis, 'soundcheck') as Bridge).request(channel, value),
    [name, input] as const,
  )
}
