import { ReadableLength, type Growth } from './readableLength'

/** The recordings that are being copied while they grow, by the copy's file. */
const followed = new Map<string, ReadableLength>()

/**
 * Copies a recording as remux.ts does, while it is still being made: as far as it is told that there
 * is something, and to the end once it is told where that is.
 * @returns the copy's length in milliseconds, when it is complete and on the disk
 * @throws whatever kept it from being complete; what there is of it is then of no use
 */
export async function follow(source: string, target: string): Promise<number> {
  const readableLength = new ReadableLength({ kind: 'grown', bytes: 0 })
  // Before anything is waited for: what is told next is about this one.
  followed.set(target, readableLength)
  try {
    const { copy } = await import('./remux')
    return await copy(source, target, readableLength)
  } finally {
    followed.delete(target)
  }
}

/** One that has failed meanwhile does not listen any more. */
export function tell(target: string, growth: Growth): void {
  followed.get(target)?.tell(growth)
}
