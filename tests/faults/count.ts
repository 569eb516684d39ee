/**
 * How often a fault is tried: what is usual, or with `npm run test:faults -- --count 200` a share
 * of that count.
 */
export function runsOf({ usually, share = 1 }: { usually: number; share?: number }): number {
  const count = process.env.SOUNDCHECK_FAULTS_COUNT
  return count === undefined ? usually : Math.max(1, Math.round(Number(count) * share))
}
