import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const ANSWERS_WITHIN_MS = 20_000
const LOOK_EVERY_MS = 50

/**
 * The page of an app that was started with `--remote-debugging-port=0`, reached without any tool
 * that would have had to be there from the start.
 */
export class Devtools {
  readonly #socket: WebSocket

  private constructor(socket: WebSocket) {
    this.#socket = socket
  }

  static async connect(dataFolder: string): Promise<Devtools> {
    const port = await within(() => portIn(dataFolder))
    const url = await within(() => pageUrl(port))
    const socket = new WebSocket(url)
    await new Promise((resolve, reject) => {
      socket.addEventListener('open', resolve)
      socket.addEventListener('error', () => reject(new Error(`No connection to ${url}`)))
    })
    return new Devtools(socket)
  }

  /** The value of an expression in the page. */
  value<Value>(expression: string): Promise<Value> {
    const params = { expression, awaitPromise: true, returnByValue: true }
    return new Promise((resolve, reject) => {
      this.#socket.addEventListener(
        'message',
        ({ data }: MessageEvent<string>) => {
          const { result } = JSON.parse(data) as {
            result?: { result: { value: Value }; exceptionDetails?: { text: string } }
          }
          if (!result || result.exceptionDetails) reject(new Error(data))
          else resolve(result.result.value)
        },
        { once: true },
      )
      this.#socket.send(JSON.stringify({ id: 1, method: 'Runtime.evaluate', params }))
    })
  }

  close(): void {
    this.#socket.close()
  }
}

/** Chromium writes the port that it was given into its data folder. */
function portIn(dataFolder: string): Promise<string | undefined> {
  const text = readFileSync(join(dataFolder, 'DevToolsActivePort'), 'utf8')
  return Promise.resolve(text.split('\n')[0])
}

async function pageUrl(port: string): Promise<string | undefined> {
  const response = await fetch(`http://127.0.0.1:${port}/json/list`)
  const targets = (await response.json()) as { type: string; webSocketDebuggerUrl: string }[]
  return targets.find(({ type }) => type === 'page')?.webSocketDebuggerUrl
}

/** Asks again until there is an answer; a refusal is none. */
export async function within<Value>(ask: () => Promise<Value | undefined>): Promise<Value> {
  const until = Date.now() + ANSWERS_WITHIN_MS
  for (;;) {
    const answer = await Promise.resolve()
      .then(ask)
      .catch(() => undefined)
    if (answer !== undefined) return answer
    if (Date.now() > until) throw new Error('The app opened no page that answers')
    await pause(LOOK_EVERY_MS)
  }
}
