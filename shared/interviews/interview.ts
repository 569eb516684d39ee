import { z } from 'zod'
import {
  FIRST_INTERVIEW_DATE,
  LAST_INTERVIEW_DATE,
  MAX_QUESTIONS,
  MAX_WHERE_CHARACTERS,
} from '../defaults'
import { IdSchema, QuestionIdSchema } from '../model'
import { isDay } from '../practice/day'
import { PracticeScopeSchema } from '../practice/scope'
import { tidyText } from '../questionLists/tidyText'

/** A day of the calendar, `YYYY-MM-DD`, wherever one is then. */
export const InterviewDateSchema = z
  .string()
  .refine(
    (text) => isDay(text) && text >= FIRST_INTERVIEW_DATE && text <= LAST_INTERVIEW_DATE,
    'No day of these years',
  )

/** A time on the clock, `HH:MM`. */
export const ClockTimeSchema = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)

/** Where it is, or with whom: as the person calls it. May be empty. */
export const WhereSchema = z.string().overwrite(tidyText).max(MAX_WHERE_CHARACTERS)

export const InterviewSchema = z.object({
  id: IdSchema,
  where: z.string(),
  date: InterviewDateSchema,
  /** What it is practised for; null: what is practised for anyway. */
  scope: PracticeScopeSchema.nullable(),
  /** What they asked, as far as it is told and still there. */
  askedQuestionIds: z.array(QuestionIdSchema).max(MAX_QUESTIONS),
  /** When the person first said what they asked; null: not yet. */
  toldAtMs: z.number().int().nonnegative().nullable(),
  /** At what time the practice stands in the calendar; null: it was never put there. */
  calendarTime: ClockTimeSchema.nullable(),
})

export type Interview = z.infer<typeof InterviewSchema>
