import type { RequestInput } from '../../../shared/contract'
import { MAX_TITLE_CHARACTERS } from '../../../shared/defaults'
import { AppError } from '../../../shared/errors'
import type { Session } from '../../../shared/model'
import type { Database } from '../database/database'
import { newId } from '../database/ids'
import { PACK_SHOWN } from '../questions/packSummaries'
import { TO_ASK } from '../questions/questionRows'
import { openSession } from './openSession'

/** What a session asks, as sessions.start of the contract says it. */
export type SessionStart = RequestInput<'sessions.start'>

/**
 * Begins a session. Every other one stays as it is: several unfinished ones may stand side by side.
 * @throws {AppError} NOT_FOUND when there is no such pack or question
 */
export function startSession(
  db: Database,
  { startedAtMs, ...start }: SessionStart & { startedAtMs: number },
): Session {
  const sessionId = newId()
  const begin = db.transaction(() => {
    const { title, packId, questionIds } = whatToAsk(db, start)
    db.prepare(
      `INSERT INTO sessions (id, kind, title, pack_id, started_at_ms, current_question_id)
       VALUES (?, ?, ?, ?, ?, ?)`,
    ).run(sessionId, start.kind, cut(title), packId, startedAtMs, questionIds[0])
    const ask = db.prepare(
      'INSERT INTO session_questions (session_id, position, question_id) VALUES (?, ?, ?)',
    )
    questionIds.forEach((questionId, index) => ask.run(sessionId, index + 1, questionId))
  })
  begin.immediate()
  return openSession(db, { sessionId })
}

interface SessionContents {
  title: string
  /** Null when the questions come from several packs. */
  packId: string | null
  /** At least one. */
  questionIds: readonly string[]
}

function whatToAsk(db: Database, start: SessionStart): SessionContents {
  switch (start.kind) {
    case 'pack':
      return wholePack(db, start.packId)
    case 'chosen': {
      const find = questionFinder(db)
      const questions = start.questionIds.map(find)
      const packIds = new Set(questions.map((question) => question.packId))
      const [first] = questions
      const isOnePack = first !== undefined && packIds.size === 1
      return {
        title: start.title ?? (isOnePack ? `Chosen from ${first.packTitle}` : 'Chosen questions'),
        packId: isOnePack ? first.packId : null,
        questionIds: start.questionIds,
      }
    }
    case 'one': {
      const { title, packId } = questionFinder(db)(start.questionId)
      return { title, packId, questionIds: [start.questionId] }
    }
  }
}

/** In its order, without what has left it and what is not for the person. */
function wholePack(db: Database, packId: string): SessionContents {
  const title = db
    .prepare<[string], string>(`SELECT title FROM packs WHERE id = ? AND ${PACK_SHOWN}`)
    .pluck()
    .get(packId)
  const questionIds = db
    .prepare<[string], string>(
      `SELECT id FROM questions WHERE pack_id = ? AND ${TO_ASK} ORDER BY position, id`,
    )
    .pluck()
    .all(packId)
  if (title === undefined || questionIds.length === 0) {
    throw new AppError('NOT_FOUND', `No pack ${packId}`)
  }
  return { title, packId, questionIds }
}

interface FoundQuestion {
  packId: string
  packTitle: string
  /** Its short title, else the question. */
  title: string
}

/** Also one that has left its pack: whoever has answered it may go on with it. But none that is deleted. */
function questionFinder(db: Database): (questionId: string) => FoundQuestion {
  const find = db.prepare<[string], FoundQuestion>(
    `SELECT pack_id AS packId, packs.title AS packTitle,
       coalesce(short_title, question) AS title
     FROM questions JOIN packs ON packs.id = pack_id
     WHERE questions.id = ? AND questions.is_deleted = 0
       AND questions.deleted_at_ms IS NULL AND packs.deleted_at_ms IS NULL`,
  )
  return (questionId) => {
    const question = find.get(questionId)
    if (!question) throw new AppError('NOT_FOUND', `No question ${questionId}`)
    return question
  }
}

/** A long question is no title: what is left out is said by the dots. */
function cut(title: string): string {
  if (title.length <= MAX_TITLE_CHARACTERS) return title
  const characters = Array.from(new Intl.Segmenter().segment(title), ({ segment }) => segment)
  return `${characters
    .slice(0, MAX_TITLE_CHARACTERS - 1)
    .join('')
    .trimEnd()}…`
}
