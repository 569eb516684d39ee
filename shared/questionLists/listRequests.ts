/** The part of the contract that is about files with lists of questions; see contract.ts. */
import { z } from 'zod'
import { MAX_QUESTIONS } from '../defaults'
import { QuestionIdSchema } from '../model'
import { PackIdSchema } from '../pack'
import { ImportBytesSchema } from '../questions/questionRequests'
import type { ListComparison } from './compareRows'
import { WrittenFormatSchema, type ReadOutcome } from './listedQuestion'

/**
 * Main does not check it again: it was put together by the schemas (listedQuestion.ts) in another
 * thread or process, and to go through 10,000 questions would hold up the window.
 */
const Outcome = z.custom<ReadOutcome>(
  (value) => typeof value === 'object' && value !== null && 'ok' in value,
)

/**
 * A deck with pictures and sounds; every byte of it is copied to the process that reads it, and to the
 * next one. What is larger is refused with words, so the contract itself has no bound.
 */
export const MAX_DECK_BYTES = 256 * 1024 * 1024
const FileBytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** It too was put together in another thread, one row for each question. */
const Comparison = z.custom<ListComparison>(
  (value) => typeof value === 'object' && value !== null && 'rows' in value,
)

/** As many as there are questions: main passes them on without a look at each. */
const Words = z.custom<string[]>((value) => Array.isArray(value))

/** What came of a file that was to be written. */
const SavedSchema = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('saved'), fileName: z.string(), questionCount: z.number() }),
  z.strictObject({ state: z.literal('cancelled') }),
  /** The disk is full, or the system did not let the file be written: nothing was. */
  z.strictObject({ state: z.literal('refused'), isDiskFull: z.boolean() }),
])

export const listRequests = {
  /**
   * Reads a file that was chosen or dropped, after those that came before it; nothing is kept of it.
   * Takes 20 seconds at most.
   */
  'lists.read': {
    input: z.strictObject({ name: z.string().max(1000), bytes: FileBytes }),
    output: Outcome,
  },
  /**
   * The pack into which most of these rows were brought before; null where there is none. `rows` is
   * the JSON of ImportRowsSchema in UTF-8, each as if it was new.
   */
  'lists.likeliestPack': {
    input: z.strictObject({ rows: ImportBytesSchema }),
    output: z.strictObject({ packId: PackIdSchema.nullable() }),
  },
  /** What an import of these rows into this pack would do, before it does it. */
  'lists.compare': {
    input: z.strictObject({ rows: ImportBytesSchema, packId: PackIdSchema }),
    output: Comparison,
  },
  /** The words of each question of a pack, as twins are told by (twins.ts). */
  'lists.wordsInPack': {
    input: z.strictObject({ packId: PackIdSchema }),
    output: Words,
  },
  /**
   * Asks where to, and writes these questions, in this order, to a file with all that is written of
   * them. What is gone meanwhile is left out.
   */
  'lists.save': {
    input: z.strictObject({
      questionIds: z.array(QuestionIdSchema).min(1).max(MAX_QUESTIONS),
      format: WrittenFormatSchema,
    }),
    output: SavedSchema,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>
