import { RATING_NAMES } from '../../../shared/defaults'
import type { SaidDay, Standing } from '../../../shared/progress/progressRequests'
import { addDays, dayStartMs } from '../../../shared/practice/day'
import { count, formatShortDay } from '../../lib/format'

/** From the best on, as they stand in the bar and in the list. */
export const STANDINGS: readonly { readonly standing: Standing; readonly name: string }[] = [
  { standing: 'kept', name: 'Best take kept' },
  { standing: 'rated', name: 'Rated' },
  { standing: 'said', name: 'Said, not rated' },
  { standing: 'unsaid', name: 'Not said yet' },
]

export function standingName(standing: Standing): string {
  return STANDINGS.find((one) => one.standing === standing)?.name ?? ''
}

/** "16 Nov: Good. 18 Nov: said, not rated." */
export function daysWords(days: readonly (SaidDay | null)[], today: string): string {
  const said = days.flatMap((day, index) => {
    if (day === null) return []
    const date = formatShortDay(dayStartMs(addDays(today, index + 1 - days.length)))
    return [`${date}: ${day.rating === null ? 'said, not rated' : RATING_NAMES[day.rating]}.`]
  })
  if (said.length === 0) return `Not said in the last ${count(days.length, 'day')}`
  return said.join(' ')
}
