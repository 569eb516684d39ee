import { v7 } from 'uuid'

/**
 * A new id for a session or a take: a UUIDv7, greater as text than every id made before it by this
 * process, within one millisecond too. Lists are ordered by id, so this order is the order of time.
 */
export function newId(): string {
  return v7()
}
