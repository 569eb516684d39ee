import { createHash } from 'node:crypto'
import { z } from 'zod'
import {
  QuestionFieldsSchema,
  type QuestionChanges,
  type QuestionFields,
} from '../../../shared/questions/questionFields'

/** What a question that was brought from a file was when it was brought. */
export const OriginSchema = z.object({
  /** What the file calls it; null when it has no name for it. */
  fileId: z.string().nullable(),
  /** Of each field that the file had, a hash of what it said. */
  brought: z.record(z.string(), z.string()),
})
export type Origin = z.infer<typeof OriginSchema>
/** Of each field that a file says, a hash of what it says. */
export type SaidHashes = Origin['brought']

/** Takes a while for many questions: work it out before the database waits. */
export function hashesOf(file: QuestionChanges): SaidHashes {
  const said = Object.entries(file).filter(([, value]) => value !== undefined)
  return Object.fromEntries(said.map(([name, value]) => [name, hashOf(value)]))
}

/** Of a field in which nobody has written anything. */
const UNSAID: SaidHashes = hashesOf(QuestionFieldsSchema.parse({ question: '-' }))

/**
 * What a file changes in a question that is there: what the person has edited since it was brought
 * stays, and so does what was never brought from a file. What nobody has said is filled.
 * @param now the question as it is
 * @returns the fields that change
 */
export function changesByFile(
  now: QuestionFields,
  origin: Origin | null,
  { fields: file, said }: { fields: QuestionChanges; said: SaidHashes },
): QuestionChanges {
  const changes: QuestionChanges = {}
  for (const name of Object.keys(said) as (keyof QuestionFields)[]) {
    const hash = hashOf(now[name])
    if (said[name] !== hash && (origin?.brought[name] ?? UNSAID[name]) === hash)
      Object.assign(changes, { [name]: file[name] })
  }
  return changes
}

/** What is remembered of a file that was brought in; what an earlier one said of other fields stays. */
export function originOf(
  fileId: string | null,
  said: SaidHashes,
  before: Origin | null = null,
): Origin {
  return { fileId: fileId ?? before?.fileId ?? null, brought: { ...before?.brought, ...said } }
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)
}
