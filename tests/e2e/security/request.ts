import type { ElectronApplication } from '@playwright/test'

export interface Answer {
  status: number
  headers: Record<string, string>
  /** As text, a character for each byte. */
  body: string
}

/**
 * Asks one of the app's own schemes from main, in the page's session: unlike the page, main is kept
 * from nothing by a content policy, so the answer is the handler's alone.
 */
export function request(
  app: ElectronApplication,
  url: string,
  options: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> {
  return app.evaluate(
    async ({ session }, [target, { method = 'GET', headers = {} }]) => {
      const response = await session.defaultSession.fetch(target, { method, headers })
      return {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()).toString('latin1'),
      }
    },
    [url, options] as const,
  )
}
