import type { EndedTake } from '../../../shared/endedTake'
import { formatMoment, formatMomentInside, formatTimes } from '../../lib/format'
import type { Sides } from './sides'

/** "Take 2 · Today, 19:30 · Best": takes of other sessions have the same numbers. */
export function takeName(take: EndedTake): string {
  return [
    `Take ${take.number}`,
    formatMoment(take.startedAtMs),
    take.isBest && 'Best',
    take.state === 'damaged' && 'Damaged',
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Within a sentence and beside another take: "take 2", with its date where the number says too little. */
export function takeInside(take: EndedTake, beside: EndedTake): string {
  const number = `take ${take.number}`
  return take.sessionId === beside.sessionId
    ? number
    : `${number} of ${formatMomentInside(take.startedAtMs)}`
}

/** How the two lengths differ where one is a sliver of the other on their common axis; else null. */
export function sliverWords({ A, B }: Sides): string | null {
  const [one, other] = [A.take.durationMs, B.take.durationMs]
  const times = Math.max(one, other) / Math.max(1, Math.min(one, other))
  if (times < 10) return null
  const [long, short] = one > other ? ['A', 'B'] : ['B', 'A']
  return `Take ${long} is ${formatTimes(times)} as long as take ${short}, which is therefore a sliver on the common axis. Flip still finds the same moment.`
}
