import { readStoredInterviews, writeInterview } from '../store/interviews/interviewRows'
import type { StoredInterview } from '../store/interviews/interviewRows'
import type { Database } from '../store/database/database'

/**
 * The interviews of a backup that are gone here, or deleted. One that is here stays as it is: nobody
 * can tell which date is the right one but the person, who sees it.
 */
export function interviewsToBringBack(db: Database, backup: Database): StoredInterview[] {
  const here = new Set(
    readStoredInterviews(db).flatMap(({ id, deletedAtMs }) => (deletedAtMs === null ? [id] : [])),
  )
  return readStoredInterviews(backup).filter(
    ({ id, deletedAtMs }) => deletedAtMs === null && !here.has(id),
  )
}

export function bringInterviewsBack(db: Database, interviews: readonly StoredInterview[]): void {
  for (const interview of interviews) writeInterview(db, interview)
}
