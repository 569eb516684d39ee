import { formatClock } from '../../lib/format'

/** "0:12.3": where a tenth of a second matters. */
export function exactClock(atMs: number): string {
  const tenths = Math.round(atMs / 100)
  return `${formatClock(tenths * 100)}.${tenths % 10}`
}
