import { formatLevel } from '../../lib/format'
import { type Letter, otherLetter, type Sides } from '../sides/sides'

/** Turned down further, the louder take would lose its quiet words. */
export const MOST_TURNED_DOWN_DB = 20
/** Less than this nobody hears; figures are shown to a tenth. */
const HEARD_FROM_DB = 0.05

/** How loud both are played, so that neither is found better for being louder. */
export type LoudnessMatch =
  | { state: 'unmeasured' }
  | { state: 'equal' }
  | {
      state: 'matched'
      turnedDown: Letter
      byDb: number
      /** Even so the other one stays quieter. */
      isLimited: boolean
    }

/** The louder one is turned down to the quieter one: what is only turned down cannot clip. */
export function matchLoudness({ A, B }: Sides): LoudnessMatch {
  const [lufsA, lufsB] = [A.measures?.integratedLufs, B.measures?.integratedLufs]
  if (lufsA === null || lufsA === undefined) return { state: 'unmeasured' }
  if (lufsB === null || lufsB === undefined) return { state: 'unmeasured' }
  const apartDb = Math.abs(lufsA - lufsB)
  if (apartDb < HEARD_FROM_DB) return { state: 'equal' }
  return {
    state: 'matched',
    turnedDown: lufsA > lufsB ? 'A' : 'B',
    byDb: Math.min(apartDb, MOST_TURNED_DOWN_DB),
    isLimited: apartDb > MOST_TURNED_DOWN_DB,
  }
}

/** Between 0 and 1, as an audio element wants it. */
export function volumeOf(match: LoudnessMatch, letter: Letter): number {
  if (match.state !== 'matched' || match.turnedDown !== letter) return 1
  return 10 ** (-match.byDb / 20)
}

/** One line for the person. */
export function loudnessWords(match: LoudnessMatch): string {
  switch (match.state) {
    case 'unmeasured':
      return 'Loudness is not measured yet: both are played as recorded.'
    case 'equal':
      return 'Both are equally loud.'
    case 'matched': {
      const down = `${match.turnedDown} is turned down by ${formatLevel(match.byDb, 'dB')}`
      return match.isLimited
        ? `${down}, the most there is: ${otherLetter(match.turnedDown)} is still quieter.`
        : `Played equally loud: ${down}.`
    }
  }
}

/** The same where nobody may know which one is the louder. */
export function blindLoudnessWords(match: LoudnessMatch): string {
  switch (match.state) {
    case 'unmeasured':
      return 'Loudness is not measured yet: both are played as recorded.'
    case 'equal':
      return 'Both are played equally loud.'
    case 'matched':
      return match.isLimited
        ? 'Both are played as equally loud as can be.'
        : 'Both are played equally loud.'
  }
}
