import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { QuestionChanges, QuestionFields } from '../../../shared/questions/questionFields'

/** What a question that was brought from a file was when it was brought. */
export const OriginSchema = z.object({
  /** What the file calls it; null when it has no name for it. */
  fileId: z.string().nullable(),
  /** Of each field that the file had, a hash of what it said. */
  brought: z.record(z.string(), z.string()),
})
export type Origin = z.infer<typeof OriginSchema>
type FieldName = keyof QuestionFields

/**
 * What a file changes in a question that is there: what the person has edited since it was brought
 * stays, and so does what was never brought from a file.
 * @param now the question as it is
 * @returns the fields that change, and those that are kept although the file says something else
 */
export function changesByFile(
  now: QuestionFields,
  origin: Origin | null,
  file: QuestionChanges,
): { changes: QuestionChanges; kept: FieldName[] } {
  const changes: QuestionChanges = {}
  const kept: FieldName[] = []
  for (const name of Object.keys(file) as FieldName[]) {
    const hash = hashOf(now[name])
    if (file[name] === undefined || hashOf(file[name]) === hash) continue
    if (origin?.brought[name] === hash) Object.assign(changes, { [name]: file[name] })
    else kept.push(name)
  }
  return { changes, kept }
}

/** What is remembered of a file that was brought in; what an earlier one said of other fields stays. */
export function originOf(
  fileId: string | null,
  file: QuestionChanges,
  before: Origin | null = null,
): Origin {
  const entries = Object.entries(file).filter(([, value]) => value !== undefined)
  const brought = Object.fromEntries(entries.map(([name, value]) => [name, hashOf(value)]))
  return { fileId: fileId ?? before?.fileId ?? null, brought: { ...before?.brought, ...brought } }
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22)
}
