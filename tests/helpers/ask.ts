import type { Page } from '@playwright/test'
import type { Bridge, Reply } from '../../shared/bridge'

/** Asks main through the page's own bridge, without what the page's code would check first. */
export function ask(page: Page, name: string, input?: unknown): Promise<Reply<unknown>> {
  return page.evaluate(
    ([request, value]) => (Reflect.get(globalThis, 'soundcheck') as Bridge).request(request, value),
    [name, input] as const,
  )
}
