import { vi } from 'vitest'

/** Real threads and files, on a machine that is busy with other things. */
const WITHIN_MS = 20_000

/** Waits until `check` no longer throws; Vitest's own second is short where something real is done. */
export function eventually<Result>(check: () => Result): Promise<Result> {
  return vi.waitFor(check, { timeout: WITHIN_MS })
}
