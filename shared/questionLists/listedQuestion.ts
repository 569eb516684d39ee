import { z } from 'zod'
import {
  MAX_FIELD_CHARACTERS,
  MAX_FOLLOW_UP_CHARACTERS,
  MAX_ITEMS,
  MAX_OUTLINE_LINE_CHARACTERS,
  MAX_SHORT_TITLE_CHARACTERS,
  MAX_TAG_CHARACTERS,
} from '../defaults'
import { LanguageSchema, TargetSecondsSchema } from '../pack'
import type { ListProblem } from './listProblem'
import { tidyText } from './tidyText'

/** Ids of other people's files: a number, a UUID, Anki's ten odd characters. */
const MAX_FILE_ID_CHARACTERS = 200

const textOf = (most: number) => z.string().overwrite(tidyText).max(most)
const Text = textOf(MAX_FIELD_CHARACTERS)
const Filled = Text.min(1)

const AnswerSchema = z.strictObject({
  /** Who speaks; empty when nobody has said. */
  label: Text.default(''),
  text: Filled,
})

/** What a list may say of a question besides its words: everything has a default. */
const optionalFields = {
  /** What it is called where the whole of it does not fit. */
  shortTitle: textOf(MAX_SHORT_TITLE_CHARACTERS).min(1).optional(),
  whyTheyAsk: Text.default(''),
  exampleAnswers: z.array(AnswerSchema).max(MAX_ITEMS).default([]),
  talkingPoints: z.array(Filled).max(MAX_ITEMS).default([]),
  pitfalls: z.array(Filled).max(MAX_ITEMS).default([]),
  /** What may be asked next, once it is answered. */
  followUps: z.array(textOf(MAX_FOLLOW_UP_CHARACTERS).min(1)).max(MAX_ITEMS).default([]),
  /** Key words to speak from, in the order of the answer. */
  outline: z.array(textOf(MAX_OUTLINE_LINE_CHARACTERS).min(1)).max(MAX_ITEMS).default([]),
  tags: z.array(textOf(MAX_TAG_CHARACTERS).min(1)).max(MAX_ITEMS).default([]),
  /** In which an answer usually lands: shortest, longest. */
  targetSeconds: TargetSecondsSchema.optional(),
  /** Only where it is not the list's. */
  language: LanguageSchema.optional(),
}

/**
 * A question as a list of any format has it: only the words are required. It is the same as in a
 * pack file (`packFile.ts`), so JSON can say everything that any other format can.
 */
export const ListedQuestionSchema = z.strictObject({
  /** The file's own id of it, by which an import finds it again. Absent when the file has none. */
  id: textOf(MAX_FILE_ID_CHARACTERS).min(1).optional(),
  question: Filled,
  ...optionalFields,
})

export type ListedQuestion = z.infer<typeof ListedQuestionSchema>
export type ListedQuestionInput = z.input<typeof ListedQuestionSchema>

/** A question, and where in the file it stands: a line, or in JSON and Anki's decks a number from 1. */
export interface ReadQuestion extends ListedQuestion {
  row: number
}

/**
 * Why something was left out without harm: the row has nothing in it; another question has the same
 * words; the question is only a picture or a sound.
 */
export interface Skipped {
  row: number
  reason: 'empty' | 'twin' | 'media'
}

export type ListFormat = 'json' | 'csv' | 'tsv' | 'markdown' | 'text' | 'anki-text' | 'apkg'

/** All that a file says. */
export interface QuestionList {
  format: ListFormat
  /** What it is called, as a name for a new pack; null when it does not say. */
  title: string | null
  /** Of the list as a whole, as in BCP 47; null when it does not say. */
  language: string | null
  questions: ReadQuestion[]
  skipped: Skipped[]
  /** Pictures and sounds that were left out of texts. */
  mediaLeftOut: number
  /** Columns that mean nothing to us, by their names. */
  columnsLeftOut: string[]
}

/** Questions that go out, as a file: one or more. */
export interface WrittenList {
  /** What the list is called. */
  title: string
  /** Of every question that says nothing else. */
  language: string | null
  questions: ListedQuestion[]
}
export const WrittenFormatSchema = z.enum(['json', 'csv', 'markdown', 'anki-text'])
export type WrittenFormat = z.infer<typeof WrittenFormatSchema>

/** What came of reading a file: all of it, or nothing and why. */
export type ReadOutcome = { ok: true; list: QuestionList } | { ok: false; problem: ListProblem }
