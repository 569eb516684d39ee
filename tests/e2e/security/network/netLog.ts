import { readFileSync } from 'node:fs'

/** What Chromium's network log calls the moments in which something leaves the machine, or tries to. */
const TELLING = [
  'URL_REQUEST_START_JOB',
  'HOST_RESOLVER_MANAGER_REQUEST',
  'TCP_CONNECT',
  'TCP_CONNECT_ATTEMPT',
  'UDP_CONNECT',
  'UDP_BYTES_SENT',
  'SOCKET_BYTES_SENT',
]

interface NetLog {
  constants: { logEventTypes: Record<string, number> }
  events: { type: number; params?: Record<string, unknown> }[]
}

/**
 * The arguments that make Chromium keep the log, from its first moment and of all its processes'
 * requests, its own ones included. It is whole when the app has ended: the same code runs in a
 * process of its own for it, because in main, where the app has it, the end comes too soon now and
 * then.
 */
export function keepNetLog(file: string): string[] {
  return [`--log-net-log=${file}`, '--disable-features=NetworkServiceInProcess2']
}

/**
 * Every name that was looked up, every address and URL that was asked for.
 * @throws {Error} when this Chromium calls these moments something else
 */
export function readNetLog(file: string): string[] {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog
  const names = new Map(
    TELLING.map((name) => {
      const type = constants.logEventTypes[name]
      if (type === undefined) throw new Error(`The network log knows no ${name}`)
      return [type, name]
    }),
  )
  return events.flatMap(({ type, params }) => {
    const name = names.get(type)
    if (name === undefined || params === undefined) return []
    return [`${name} ${JSON.stringify(params)}`]
  })
}
