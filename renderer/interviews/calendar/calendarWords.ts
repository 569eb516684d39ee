import type { ErrorWords } from '../../../shared/errors'
import type { Day } from '../../../shared/practice/day'
import { count } from '../../lib/format'
import { shortDateWords } from '../interviewWords'

export const REFUSED: ErrorWords = {
  happened: 'The file could not be saved.',
  kept: 'Your interview is as it was.',
  next: 'Choose another folder, or another name.',
}
export const DISK_FULL: ErrorWords = {
  ...REFUSED,
  next: 'The disk is full: free some space, then try again.',
}

/** "6 entries of 20 minutes, from today to 2 December." */
export function entriesWords(days: readonly Day[], minutes: number, today: Day): string {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined)
    return 'No day is left on which you could practise at this time.'
  const entries = count(days.length, 'entry', 'entries')
  const each = `${entries} of ${String(minutes)} minutes`
  const from = first === today ? 'today' : shortDateWords(first, today)
  const to = shortDateWords(last, today)
  return first === last ? `${each}, ${from}.` : `${each}, from ${from} to ${to}.`
}
