import type { Page } from '@playwright/test'
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract'
import { ask as attempt } from '../helpers/ask'

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
