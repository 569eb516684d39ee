import { z } from 'zod'
import {
  MAX_FIELD_CHARACTERS,
  MAX_ITEMS,
  MAX_OUTLINE_LINES,
  MAX_PASTED_DRAFT_CHARACTERS,
  MAX_OUTLINE_LINE_CHARACTERS,
  MAX_QUESTIONS,
  MAX_SHORT_TITLE_CHARACTERS,
  USUAL_EXAMPLE_LABEL,
  USUAL_TARGET_MS,
} from '../defaults'
import {
  FollowUpSchema,
  LanguageSchema,
  MAX_TARGET_SECONDS,
  PackIdSchema,
  TagSchema,
} from '../pack'
import { QuestionIdSchema } from '../model'
import { tidyText } from '../questionLists/tidyText'

/** As a list that is brought in is kept: a text of nothing but signs that no screen shows is empty. */
const Words = z.string().overwrite(tidyText).max(MAX_FIELD_CHARACTERS)
const Text = Words.min(1)
const MAX_TARGET_MS = MAX_TARGET_SECONDS * 1000

const OwnExamplesSchema = z
  .array(z.strictObject({ label: Text.default(USUAL_EXAMPLE_LABEL), text: Text }))
  .max(MAX_ITEMS)

const TargetSchema = z
  .strictObject({
    shortestMs: z.number().int().min(1000).max(MAX_TARGET_MS),
    longestMs: z.number().int().min(1000).max(MAX_TARGET_MS),
  })
  .refine(
    ({ shortestMs, longestMs }) => shortestMs < longestMs,
    'The first must be the smaller one',
  )

/** Each field of a question of one's own, without what it is where nobody has said. */
const fields = {
  question: Text,
  /** What it is called where the whole of it does not fit; null: it has no other name. */
  shortTitle: z.string().overwrite(tidyText).min(1).max(MAX_SHORT_TITLE_CHARACTERS).nullable(),
  whyTheyAsk: Words,
  exampleAnswers: OwnExamplesSchema,
  talkingPoints: z.array(Text).max(MAX_ITEMS),
  pitfalls: z.array(Text).max(MAX_ITEMS),
  followUps: z.array(FollowUpSchema).max(MAX_ITEMS),
  /** Key words of the list that it came from: prompts, where one's own outline is empty. */
  outline: z
    .array(z.string().overwrite(tidyText).min(1).max(MAX_OUTLINE_LINE_CHARACTERS))
    .max(MAX_ITEMS),
  tags: z.array(TagSchema).max(MAX_ITEMS),
  /** As in BCP 47; null: that of its pack. */
  language: LanguageSchema.nullable(),
  target: TargetSchema,
}

/** A question of one's own; only its text has to be said. */
export const QuestionFieldsSchema = z.strictObject({
  question: fields.question,
  shortTitle: fields.shortTitle.default(null),
  whyTheyAsk: fields.whyTheyAsk.default(''),
  exampleAnswers: fields.exampleAnswers.default([]),
  talkingPoints: fields.talkingPoints.default([]),
  pitfalls: fields.pitfalls.default([]),
  followUps: fields.followUps.default([]),
  outline: fields.outline.default([]),
  tags: fields.tags.default([]),
  language: fields.language.default(null),
  target: fields.target.default(USUAL_TARGET_MS),
})

/** Those of its fields that somebody changes. */
export const QuestionChangesSchema = z.strictObject(fields).partial()

/**
 * What a person puts on any question, one of the app's packs too. No new version of the pack
 * touches it.
 */
export const QuestionLayerSchema = z.strictObject({
  /** What one wants to say, as it was typed: a line may be empty for a while. */
  outline: z.array(z.string().max(MAX_OUTLINE_LINE_CHARACTERS)).max(MAX_OUTLINE_LINES),
  exampleAnswers: OwnExamplesSchema,
  tags: z.array(TagSchema).max(MAX_ITEMS),
  isStarred: z.boolean(),
  /** It is asked no more, until this is taken back. */
  isNotForMe: z.boolean(),
})

/** The pack that questions go into: one that is there, or a new one of this name. */
export const PackTargetSchema = z.union([
  z.strictObject({ packId: PackIdSchema }),
  z.strictObject({
    title: z.string().trim().min(1).max(MAX_SHORT_TITLE_CHARACTERS),
    language: LanguageSchema.optional(),
    kind: z.enum(['own', 'imported']).optional(),
  }),
])

const Typed = z.string().max(MAX_FIELD_CHARACTERS)
const TypedList = z.array(Typed).max(MAX_ITEMS)

/** The form of a question as it was left: whatever stands in its fields, right or not. */
export const DraftSchema = z
  .strictObject({
    packId: z.string().max(80).nullable(),
    /** What the new pack is called that it is to go into. */
    packTitle: Typed,
    question: Typed,
    shortTitle: Typed,
    whyTheyAsk: Typed,
    exampleAnswers: TypedList,
    talkingPoints: TypedList,
    pitfalls: TypedList,
    followUps: TypedList,
    tags: TypedList,
    outline: TypedList,
    language: Typed,
    /** As a clock says it: "1:30". */
    shortest: Typed,
    longest: Typed,
    /** Only of a pasted list: its text. */
    pasted: z.string().max(MAX_PASTED_DRAFT_CHARACTERS),
  })
  .partial()

/** One question of a list that is brought in. */
export const ImportRowSchema = z.strictObject({
  /** The question that it is a new version of; null: it is new here. */
  questionId: QuestionIdSchema.nullable(),
  /** What the file calls it; null when it has no name for it. */
  fileId: z.string().max(MAX_FIELD_CHARACTERS).nullable(),
  /** What the file says of it, and nothing else. A new one needs its text. */
  fields: QuestionChangesSchema,
})
export const ImportRowsSchema = z.array(ImportRowSchema).min(1).max(MAX_QUESTIONS)

export type QuestionFields = z.infer<typeof QuestionFieldsSchema>
export type QuestionChanges = z.infer<typeof QuestionChangesSchema>
export type QuestionLayer = z.infer<typeof QuestionLayerSchema>
export type PackTarget = z.infer<typeof PackTargetSchema>
export type Draft = z.infer<typeof DraftSchema>
export type ImportRow = z.infer<typeof ImportRowSchema>
/** As whoever asks for an import says it: without what has a default. */
export type ImportRowInput = z.input<typeof ImportRowSchema>
