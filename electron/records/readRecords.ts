import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import type { Revision } from '../store/database/revisions'
import type { TakeFiles, TakeRef } from '../takes/takeFiles'
import { LibraryRecordSchema, type LibraryRecord } from './libraryRecord'
import { QuestionRecordSchema, type QuestionRecord } from './questionRecord'
import { SessionRecordSchema, type SessionRecord } from './sessionRecord'
import { TakeRecordSchema, type TakeRecord } from './takeRecord'

/* Records as they lie there: null when there is none, or none that makes sense. */

export function readTakeRecord(files: TakeFiles, take: TakeRef): TakeRecord | null {
  const record = readRecord(files.record(take), TakeRecordSchema)
  return record?.id === take.takeId && record.sessionId === take.sessionId ? record : null
}

export function readSessionRecord(files: TakeFiles, sessionId: string): SessionRecord | null {
  const record = readRecord(files.sessionRecord(sessionId), SessionRecordSchema)
  return record?.id === sessionId ? record : null
}

export function readQuestionRecord(files: TakeFiles, questionId: string): QuestionRecord | null {
  const record = readRecord(files.records.question(questionId), QuestionRecordSchema)
  return record?.id === questionId ? record : null
}

export function readLibraryRecord(files: TakeFiles): LibraryRecord | null {
  return readRecord(files.records.library, LibraryRecordSchema)
}

function readRecord<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
): z.infer<Schema> | null {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}

/** What all records that can be read say about the library that they are of. */
export function readAllRevisions(files: TakeFiles): {
  library: LibraryRecord | null
  revisions: Revision[]
} {
  const library = readLibraryRecord(files)
  const records = [
    library,
    ...files.records.listQuestionIds().map((id) => readQuestionRecord(files, id)),
    ...files
      .listRecords()
      .flatMap(({ sessionId, takeIds }) => [
        readSessionRecord(files, sessionId),
        ...takeIds.map((takeId) => readTakeRecord(files, { takeId, sessionId })),
      ]),
  ]
  return {
    library,
    revisions: records.flatMap((record) => record?.revision ?? []),
  }
}
