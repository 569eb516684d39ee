/** Questions that the candidate asks: practised when one chooses to, not by themselves. */
const ASKED_BY_CANDIDATE = 'questions-to-ask'

/** Of these packs those whose questions come up where nobody has said what they practise for. */
export function packsThatAsk(packIds: readonly string[]): string[] {
  return packIds.filter((packId) => packId !== ASKED_BY_CANDIDATE)
}
