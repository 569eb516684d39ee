import { z } from 'zod'
import type { Reply } from '../shared/bridge'
import { requests, type RequestInput, type RequestName } from '../shared/contract'
import { AppError } from '../shared/errors'
import type { HandlersOf } from './handlers/handlersOf'
import { replyError } from './replyError'

/** A handler for every request of the contract. */
export type RequestHandlers = HandlersOf<string>

/**
 * Runs one request: checks what came in, calls the handler, checks what goes out. Never throws; an
 * error becomes a value, and one that nobody foresaw is logged.
 */
export async function answer<Name extends RequestName>(
  name: Name,
  handler: RequestHandlers[Name],
  input: unknown,
): Promise<Reply<unknown>> {
  try {
    const parsed = requests[name].input.safeParse(input)
    if (!parsed.success) throw new AppError('BAD_REQUEST', z.prettifyError(parsed.error))
    const output = await handler(parsed.data as RequestInput<Name>)
    return { ok: true, value: requests[name].output.parse(output) }
  } catch (error) {
    const failure = replyError(error)
    if (failure.code === 'INTERNAL' || failure.code === 'BAD_REQUEST') console.error(name, error)
    return { ok: false, error: failure }
  }
}
