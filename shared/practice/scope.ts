import { z } from 'zod'
import { PackIdSchema } from '../pack'

/** More packs than anybody chooses one by one. */
const MAX_PACKS = 1000

/** What one practises for. Only questions of these packs come up by themselves. */
export const PracticeScopeSchema = z.strictObject({
  packIds: z.array(PackIdSchema).max(MAX_PACKS),
  /** Every pack of one's own and every imported one, also those that are still to come. */
  includesOwn: z.boolean(),
})

export type PracticeScope = z.infer<typeof PracticeScopeSchema>

/** Questions that the candidate asks: practised when one chooses to, not by themselves. */
const ASKED_BY_CANDIDATE = 'questions-to-ask'

/** Of these packs those whose questions come up where nobody has said what they practise for. */
export function packsThatAsk(packIds: readonly string[]): string[] {
  return packIds.filter((packId) => packId !== ASKED_BY_CANDIDATE)
}
