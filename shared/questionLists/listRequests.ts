/** The part of the contract that is about files with lists of questions; see contract.ts. */
import { z } from 'zod'
import type { ReadOutcome } from './listedQuestion'

/**
 * Main does not check it again: it was put together by the schemas (listedQuestion.ts) in another
 * thread or process, and to go through 10,000 questions would hold up the window.
 */
const Outcome = z.custom<ReadOutcome>(
  (value) => typeof value === 'object' && value !== null && 'ok' in value,
)

/** A deck with its pictures and sounds; what is larger is not read anyway. */
const MAX_FILE_BYTES = 1024 * 1024 * 1024
const FileBytes = z.custom<Uint8Array>(
  (value) => value instanceof Uint8Array && value.byteLength <= MAX_FILE_BYTES,
)

export const listRequests = {
  /** Reads a file that was chosen or dropped; nothing is kept of it. Takes 20 seconds at most. */
  'lists.read': {
    input: z.strictObject({ name: z.string().max(1000), bytes: FileBytes }),
    output: Outcome,
  },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>
