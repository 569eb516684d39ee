import type { Bridge } from '../shared/bridge'
import type {
  EventName,
  EventPayload,
  RequestInput,
  RequestName,
  RequestOutput,
} from '../shared/contract'
import { AppError } from '../shared/errors'
import { tellOfChangeBy } from './lib/libraryChanges'

declare global {
  interface Window {
    readonly soundcheck: Bridge
  }
}

type Arguments<Name extends RequestName> =
  RequestInput<Name> extends undefined ? [] : [input: RequestInput<Name>]

/**
 * Asks main for something. Main checks what goes in and what comes out against the contract's
 * schemas, so the answer's type can be trusted here.
 * @throws {AppError} with the code that main gave.
 */
export async function request<Name extends RequestName>(
  name: Name,
  ...[input]: Arguments<Name>
): Promise<RequestOutput<Name>> {
  const reply = await window.soundcheck.request(name, input)
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.detail)
  tellOfChangeBy(name)
  return reply.value as RequestOutput<Name>
}

/** Listens to an event of main; returns the function that stops listening. */
export function listen<Name extends EventName>(
  name: Name,
  listener: (payload: EventPayload<Name>) => void,
): () => void {
  return window.soundcheck.on(name, (payload) => listener(payload as EventPayload<Name>))
}

/** Where an `<audio>` element finds a take. */
export function takeUrl(takeId: string): string {
  return `take://${takeId}/`
}
