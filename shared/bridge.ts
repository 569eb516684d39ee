import type { ErrorCode } from './errors'

/** What crosses the bridge: Electron would flatten a thrown error to its text, so it travels as a value. */
export type Reply<Value> =
  { ok: true; value: Value } | { ok: false; error: { code: ErrorCode; detail: string } }

/** What preload puts on `window.soundcheck`, and the only thing it puts there. */
export interface Bridge {
  request(name: string, input: unknown): Promise<Reply<unknown>>
  /** Returns the function that ends the subscription. */
  on(name: string, listener: (payload: unknown) => void): () => void
}

/** The prefix keeps the page inside the contract: no other channel of Electron's can be named through the bridge. */
export const requestChannel = (name: string): string => `request:${name}`
export const eventChannel = (name: string): string => `event:${name}`
