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
