import type { Measures } from '../../shared/measures'

type Pace = NonNullable<Measures['paceWpm']>

/** "about 95 to 120 words a minute, estimated": to the next five, as an estimate deserves. */
export function paceWords(pace: Pace): string {
  return `about ${paceRange(pace)} words a minute, estimated`
}

/** "95 to 120" */
export function paceRange({ low, high }: Pace): string {
  const toFive = (wpm: number) => 5 * Math.round(wpm / 5)
  return `${toFive(low)} to ${toFive(high)}`
}
