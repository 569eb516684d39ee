import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import { storedTakes } from '../../../helpers/library'
import { ask } from '../../bridge'
import type { Shelf } from './shelf'

interface StoredSession {
  id: string
  finished_at_ms: number | null
  deleted_at_ms: number | null
  current_question_id: string
  first_question_id: string
}

/** What is stored after a start. */
export async function storedShelf(page: Page, dataFolder: string): Promise<Shelf> {
  const recovered = await ask(page, 'recovery.list', undefined)
  const askedAbout = new Set(recovered.map(({ take }) => take.id))
  const takes = storedTakes(dataFolder).map((row) => {
    const take = {
      sessionId: row.session_id,
      questionId: row.question_id,
      rating: row.rating,
      notes: row.notes,
      isBest: row.is_best === 1,
      isDeleted: row.deleted_at_ms !== null,
      // One that is damaged or still open shows as a difference: a start finishes every take.
      sound: row.state === 'ready' ? 'whole' : 'none',
      isAskedAbout: askedAbout.has(row.id),
    }
    return [row.id, take] as const
  })
  const sessions = storedSessions(dataFolder).map((row) => {
    const session = {
      isFinished: row.finished_at_ms !== null,
      isDeleted: row.deleted_at_ms !== null,
      currentQuestionId: row.current_question_id,
      firstQuestionId: row.first_question_id,
    }
    return [row.id, session] as const
  })
  return {
    interviews: await storedInterviews(page),
    ...storedQuestions(dataFolder),
    takes: Object.fromEntries(takes) as Shelf['takes'],
    sessions: Object.fromEntries(sessions),
    settings: await ask(page, 'settings.read', undefined),
  }
}

async function storedInterviews(page: Page): Promise<Shelf['interviews']> {
  const interviews = await ask(page, 'interviews.list', undefined)
  return Object.fromEntries(
    interviews.map(({ id, where, date, askedQuestionIds }) => [
      id,
      { where, date, asked: askedQuestionIds.toSorted(), isDeleted: false },
    ]),
  )
}

/** Packs and questions of one's own; the draft is the form that was left open. */
function storedQuestions(dataFolder: string): Pick<Shelf, 'packs' | 'questions'> {
  const db = new Database(join(dataFolder, 'soundcheck.db'), { readonly: true })
  try {
    const packs = db
      .prepare<[], { id: string; title: string; hidden: number | null }>(
        `SELECT id, title, deleted_at_ms AS hidden FROM packs WHERE kind <> 'built-in' AND is_deleted = 0`,
      )
      .all()
    const questions = db
      .prepare<[], StoredQuestion>(
        `SELECT id, pack_id AS packId, question, tags, own_outline AS outline,
           is_starred AS isStarred, deleted_at_ms AS hidden,
           (SELECT draft ->> 'question' FROM question_drafts
            WHERE question_id = questions.id) AS draft
         FROM questions WHERE id LIKE 'own/%'`,
      )
      .all()
    return {
      packs: Object.fromEntries(
        packs.map(({ id, title, hidden }) => [id, { title, isDeleted: hidden !== null }]),
      ),
      questions: Object.fromEntries(
        questions.map(({ id, tags, outline, isStarred, hidden, ...rest }) => [
          id,
          {
            ...rest,
            tags: JSON.parse(tags) as string[],
            outline: JSON.parse(outline) as string[],
            isStarred: isStarred === 1,
            isDeleted: hidden !== null,
          },
        ]),
      ),
    }
  } finally {
    db.close()
  }
}

interface StoredQuestion {
  id: string
  packId: string
  question: string
  tags: string
  outline: string
  isStarred: number
  hidden: number | null
  draft: string | null
}

function storedSessions(dataFolder: string): StoredSession[] {
  const db = new Database(join(dataFolder, 'soundcheck.db'), { readonly: true })
  try {
    return db
      .prepare<[], StoredSession>(
        `SELECT *, (SELECT question_id FROM session_questions
           WHERE session_id = sessions.id ORDER BY position LIMIT 1) AS first_question_id
         FROM sessions ORDER BY id`,
      )
      .all()
  } finally {
    db.close()
  }
}
