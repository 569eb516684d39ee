import { z } from 'zod'
import type { Reply } from '../../shared/bridge'
import { requests, type RequestInput, type RequestName } from '../../shared/contract'
import { AppError } from '../../shared/errors'
import type { HandlersOf } from './handlersOf'
import { replyError } from './replyError'
import { JITLESS } from './jitless'

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
    const output = await handler(checkedInput(name, input))
    return { ok: true, value: requests[name].output.parse(output, JITLESS) }
  } catch (error) {
    const failure = replyError(error)
    if (failure.code === 'INTERNAL' || failure.code === 'BAD_REQUEST') console.error(name, error)
    return { ok: false, error: failure }
  }
}

/** Enough to find the mistake; an input can be made so that the whole of it is longer than itself. */
const MAX_COMPLAINT_CHARACTERS = 500

function checkedInput<Name extends RequestName>(name: Name, input: unknown): RequestInput<Name> {
  if (isSpecialObject(input)) throw new AppError('BAD_REQUEST', 'This object is more than fields')
  const parsed = requests[name].input.safeParse(input, JITLESS)
  if (parsed.success) return parsed.data as RequestInput<Name>
  const complaint = z.prettifyError(parsed.error).slice(0, MAX_COMPLAINT_CHARACTERS)
  throw new AppError('BAD_REQUEST', complaint)
}

/**
 * A map, a date, bytes and the like. A schema takes them for an object with no field at all, or in
 * the case of bytes with one for each: a million complaints.
 */
function isSpecialObject(input: unknown): boolean {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return false
  return Object.getPrototypeOf(input) !== Object.prototype
}
