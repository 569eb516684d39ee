import type { EndedTake } from '../../../shared/endedTake'
import type { Choice } from '../../../shared/questionHistory'
import { takeInside } from '../sides/takeNames'

/** What was chosen between these two so far, this time included: "You chose take 3 over take 1 twice." */
export function choiceWords(
  choices: readonly Choice[],
  one: EndedTake,
  other: EndedTake,
): string | null {
  const sentences = [[one, other] as const, [other, one] as const].flatMap(([better, worse]) => {
    const times = choices.filter(
      ({ betterTakeId, otherTakeId }) => betterTakeId === better.id && otherTakeId === worse.id,
    ).length
    if (times === 0) return []
    const names = `${takeInside(better, worse)} over ${takeInside(worse, better)}`
    return [`You chose ${names} ${timesWord(times)}.`]
  })
  return sentences.join(' ') || null
}

function timesWord(times: number): string {
  if (times === 1) return 'once'
  return times === 2 ? 'twice' : `${times} times`
}
