import { z } from 'zod'
import { MAX_QUESTIONS } from '../defaults'
import { LanguageSchema, PACK_FORMAT, PACK_VERSION } from '../pack'
import { ListedQuestionSchema } from './listedQuestion'
import { tidyText } from './tidyText'

const Line = z.string().overwrite(tidyText).max(200)

/**
 * A pack as a file of somebody: `.soundcheck-pack` or `.json`. The packs that come with Soundcheck
 * fit it too. `resources/packs/pack.schema.json` is made from this (`node scripts/pack-schema.mjs`).
 */
export const PackFileSchema = z.strictObject({
  /** For editors, which then help with the rest. */
  $schema: z.string().optional(),
  format: z.literal(PACK_FORMAT),
  version: z.literal(PACK_VERSION),
  id: Line.optional(),
  title: Line.optional(),
  description: z.string().overwrite(tidyText).max(20_000).optional(),
  language: LanguageSchema.optional(),
  questions: z.array(ListedQuestionSchema).min(1).max(MAX_QUESTIONS),
})

export type PackFile = z.infer<typeof PackFileSchema>

/** The format for other programs and for editors, as JSON Schema. */
export function packJsonSchema(): object {
  const schema = z.toJSONSchema(PackFileSchema, { io: 'input', target: 'draft-2020-12' })
  return { title: 'A pack of questions for Soundcheck', ...schema }
}
