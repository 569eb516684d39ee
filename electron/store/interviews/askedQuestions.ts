import { ASKED_TAG } from '../../../shared/defaults'
import type { Interview } from '../../../shared/interviews/interview'
import type { Database } from '../database/database'
import { tagQuestions } from '../questions/ownQuestions'
import { writeAsked } from './interviewRows'
import { readInterview } from './interviews'

interface Told {
  interviewId: string
  questionIds: readonly string[]
  nowMs: number
}

/**
 * Says what they asked, in place of what was said before. What was asked and is hidden just now
 * stays: its deletion may be undone.
 * @throws {AppError} NOT_FOUND
 */
export function tellAsked(db: Database, { interviewId, questionIds, nowMs }: Told): Interview {
  const tell = db.transaction(() => {
    const before = readInterview(db, interviewId).askedQuestionIds
    const added = questionIds.filter((id) => !before.includes(id))
    const removed = before.filter((id) => !questionIds.includes(id))
    const stored = db
      .prepare<[string], string>(
        'SELECT question_id FROM interview_questions WHERE interview_id = ?',
      )
      .pluck()
      .all(interviewId)
    const kept = stored.filter((id) => !removed.includes(id))
    writeAsked(db, interviewId, [...kept, ...added])
    db.prepare('UPDATE interviews SET told_at_ms = coalesce(told_at_ms, ?) WHERE id = ?').run(
      nowMs,
      interviewId,
    )
    const nowhere = removed.filter((id) => !isAskedAnywhere(db, id))
    if (added.length > 0) tagQuestions(db, { questionIds: added, add: [ASKED_TAG], remove: [] })
    if (nowhere.length > 0) tagQuestions(db, { questionIds: nowhere, add: [], remove: [ASKED_TAG] })
    return readInterview(db, interviewId)
  })
  return tell.immediate()
}

function isAskedAnywhere(db: Database, questionId: string): boolean {
  const find = db.prepare('SELECT 1 FROM interview_questions WHERE question_id = ?')
  return find.get(questionId) !== undefined
}
