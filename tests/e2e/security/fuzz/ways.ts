import type { ElectronApplication, Page } from '@playwright/test'
import type { Call } from './calls'
import { cook } from './recipe'

/** What came of one call. */
export type Outcome =
  /** It never got to main: there is no such channel, or no way to send such a value. */
  | { kind: 'not sent'; reason: string }
  /** Whatever main answered, its long texts and bytes left out. */
  | { kind: 'answered'; reply: unknown }
  /** Main took it and said nothing for `SILENT_AFTER_MS`. */
  | { kind: 'silent' }

/** All of a batch together take well under a second; a busy machine ten of them. */
const SILENT_AFTER_MS = 30_000

/** The same for both ways; source code, because the page allows no other way to bring code in. */
const MAKE_CALLS = `async (calls, ask) => {
  const cook = ${String(cook)}
  const short = (value) =>
    typeof value === 'string' ? value.slice(0, 600) : typeof value === 'object' ? null : value
  const silent = Symbol('silent')
  return Promise.all(
    calls.map(async ({ name, recipe }) => {
      try {
        const silence = new Promise((resolve) => setTimeout(resolve, ${SILENT_AFTER_MS}, silent))
        const reply = await Promise.race([ask(name, cook(recipe)), silence])
        if (reply === silent) return { kind: 'silent' }
        if (typeof reply !== 'object' || reply === null) return { kind: 'answered', reply: short(reply) }
        const { error, ...rest } = reply
        if (error === undefined) return { kind: 'answered', reply: { ...rest, value: null } }
        const { code, detail } = error
        return { kind: 'answered', reply: { ...rest, error: { code, detail: short(detail) } } }
      } catch (error) {
        return { kind: 'not sent', reason: String(error) }
      }
    }),
  )
}`

/** As a script in the page would: through the bridge. */
export function callFromPage(page: Page, calls: readonly Call[]): Promise<Outcome[]> {
  return page.evaluate<Outcome[]>(
    `(${MAKE_CALLS})(${JSON.stringify(calls)}, (name, input) => soundcheck.request(name, input))`,
  )
}

/**
 * As a page would that has taken over its whole process: past the bridge, with everything that
 * Electron can carry. Nobody can sit there in a test, so main's handlers are called as Electron
 * would call them for it.
 */
export function callAsTakenOverPage(
  app: ElectronApplication,
  calls: readonly Call[],
): Promise<Outcome[]> {
  return app.evaluate(
    async ({ BrowserWindow, ipcMain }, [source, list]) => {
      const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<
        string,
        (event: object, input: unknown) => Promise<unknown>
      >
      const senderFrame = BrowserWindow.getAllWindows()[0]!.webContents.mainFrame
      const ask = async (name: string, input: unknown) => {
        const handler = handlers.get(`request:${name}`)
        if (!handler) throw new Error('No handler registered')
        return handler({ senderFrame }, structuredClone(input))
      }
      // oxlint-disable-next-line typescript/no-implied-eval -- the same source as in the page
      const makeCalls = new Function(`return (${source})`)() as (
        calls: readonly unknown[],
        ask: (name: string, input: unknown) => Promise<unknown>,
      ) => Promise<Outcome[]>
      return makeCalls(list, ask)
    },
    [MAKE_CALLS, calls] as const,
  )
}
