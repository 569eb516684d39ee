import type { RequestInput } from '../../../shared/contract'
import { MAX_TITLE_CHARACTERS } from '../../../shared/defaults'
import { AppError } from '../../../shared/errors'
import type { Session } from '../../../shared/model'
import type { Database } from '../database/database'
import { newId } from '../database/ids'
import { PACK_SHOWN } from '../questions/packSummaries'
import { noSuchQuestion } from '../questions/questionFields'
import { TO_ASK } from '../questions/questionRows'
import { openSession } from './openSession'

/** What a session asks, as sessions.start of the contract says it. */
export type SessionStart = RequestInput<'sessions.start'>

/**
 * Begins a session. Every other one stays as it is: several unfinished ones may stand side by side.
 * Of chosen questions those that are deleted are left out: others may have been rated beside them.
 * @throws {AppError} NOT_FOUND when there is no such pack or question, or none of those chosen
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
      const questions = start.questionIds.map(questionFinder(db)).filter((one) => one !== undefined)
      const [first] = questions
      if (!first) throw new AppError('NOT_FOUND', 'None of the questions is there')
      const isOnePack = questions.every(({ packId }) => packId === first.packId)
      return {
        title: start.title ?? (isOnePack ? `Chosen from ${first.packTitle}` : 'Chosen questions'),
        packId: isOnePack ? first.packId : null,
        questionIds: questions.map(({ id }) => id),
      }
    }
    case 'one': {
      const question = questionFinder(db)(start.questionId)
      if (!question) throw noSuchQuestion(start.questionId)
      const { title, packId } = question
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
  id: string
  packId: string
  packTitle: string
  /** Its short title, else the question. */
  title: string
}

/** Also one that has left its pack: whoever has answered it may go on with it. But none that is deleted. */
function questionFinder(db: Database): (questionId: string) => FoundQuestion | undefined {
  const find = db.prepare<[string], FoundQuestion>(
    `SELECT questions.id, pack_id AS packId, packs.title AS packTitle,
       coalesce(short_title, question) AS title
     FROM questions JOIN packs ON packs.id = pack_id
     WHERE questions.id = ? AND questions.is_deleted = 0
       AND questions.deleted_at_ms IS NULL AND packs.deleted_at_ms IS NULL`,
  )
  return (questionId) => find.get(questionId)
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
