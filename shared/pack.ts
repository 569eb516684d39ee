import { z } from 'zod'
import {
  MAX_FIELD_CHARACTERS,
  MAX_FOLLOW_UP_CHARACTERS,
  MAX_OUTLINE_LINE_CHARACTERS,
  MAX_QUESTIONS,
  MAX_SHORT_TITLE_CHARACTERS,
  MAX_TAG_CHARACTERS,
} from './defaults'
import { tidyText } from './questionLists/tidyText'

/** The format's name and version, as they stand in every pack file. */
export const PACK_FORMAT = 'soundcheck-pack'
export const PACK_VERSION = 1

/** Nobody wants to hear a longer answer. */
export const MAX_TARGET_SECONDS = 60 * 60

const Text = z.string().trim().min(1).max(MAX_FIELD_CHARACTERS)
const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80)

/** A pack's own id; longer ones than a file may bring are none of ours. */
export const PackIdSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]+$/)

/** A language tag as in BCP 47: "en", "pt-BR". */
export const LanguageSchema = z.string().trim().min(2).max(35)

/** A free word or two, in any script. */
export const TagSchema = z.string().overwrite(tidyText).min(1).max(MAX_TAG_CHARACTERS)
export const FollowUpSchema = z.string().overwrite(tidyText).min(1).max(MAX_FOLLOW_UP_CHARACTERS)

/** One person's answer, as it would be said out loud. `label` says who speaks. */
export const ExampleAnswerSchema = z.strictObject({ label: Text, text: Text })

const Seconds = z.number().int().positive().max(MAX_TARGET_SECONDS)

/** The range in which an answer to this question usually lands, in seconds: shortest, longest. */
export const TargetSecondsSchema = z
  .tuple([Seconds, Seconds])
  .refine(([shortest, longest]) => shortest < longest, 'The first number must be the smaller one')

const PackQuestionSchema = z.strictObject({
  id: Slug,
  question: Text,
  /** What it is called where the whole of it does not fit. */
  shortTitle: z.string().trim().min(1).max(MAX_SHORT_TITLE_CHARACTERS).optional(),
  whyTheyAsk: Text,
  exampleAnswers: z.array(ExampleAnswerSchema),
  talkingPoints: z.array(Text),
  pitfalls: z.array(Text),
  /** What may be asked next, once it is answered. */
  followUps: z.array(FollowUpSchema).default([]),
  /** Key words to speak from, in the order of the answer. */
  outline: z.array(z.string().trim().min(1).max(MAX_OUTLINE_LINE_CHARACTERS)).default([]),
  tags: z.array(TagSchema),
  targetSeconds: TargetSecondsSchema,
  /** Only where it is not the pack's. */
  language: LanguageSchema.optional(),
})

const PackSchema = z
  .strictObject({
    format: z.literal(PACK_FORMAT),
    version: z.literal(PACK_VERSION),
    id: Slug,
    title: Text,
    description: Text,
    language: LanguageSchema,
    questions: z.array(PackQuestionSchema).min(1).max(MAX_QUESTIONS),
  })
  .refine(
    (pack) => new Set(pack.questions.map((question) => question.id)).size === pack.questions.length,
    { error: 'Two questions have the same id', path: ['questions'] },
  )

export type PackQuestion = z.infer<typeof PackQuestionSchema>
export type Pack = z.infer<typeof PackSchema>

/**
 * Reads a pack from parsed JSON.
 * @throws {z.ZodError} naming the path of everything that does not fit the format.
 */
export function parsePack(json: unknown): Pack {
  return PackSchema.parse(json)
}
