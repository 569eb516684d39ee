import type { RequestInput } from '../../../shared/contract'
import { AppError } from '../../../shared/errors'
import type { Database } from '../database/database'
import { PACK_SHOWN } from '../questions/packSummaries'
import { noSuchQuestion } from '../questions/questionFields'
import { TO_ASK } from '../questions/questionRows'
import { drawQuestions, mockQuestions } from './mockQuestions'

/** What a session asks, as sessions.start of the contract says it. */
export type SessionStart = RequestInput<'sessions.start'>

export interface SessionContents {
  title: string
  /** Null when the questions come from several packs. */
  packId: string | null
  /** At least one. */
  questionIds: readonly string[]
}

/**
 * The questions of a session that begins, and what it is called: History knows it by that.
 * @throws {AppError} NOT_FOUND when there is no such pack or question, or none of those chosen
 */
export function whatToAsk(db: Database, start: SessionStart): SessionContents {
  switch (start.kind) {
    case 'pack':
      return wholePack(db, start.packId)
    case 'shuffled': {
      const pack = wholePack(db, start.packId)
      return {
        ...pack,
        title: `${pack.title}, in random order`,
        questionIds: shuffled(pack.questionIds),
      }
    }
    case 'chosen': {
      const { packTitle, ...chosen } = those(db, start.questionIds)
      const usual = packTitle === null ? 'Chosen questions' : `Chosen from ${packTitle}`
      return { ...chosen, title: start.title ?? usual }
    }
    case 'today':
      return { ...askable(db, start.questionIds), title: 'Today’s practice' }
    case 'weak': {
      const { packTitle, ...weak } = askable(db, start.questionIds)
      return { ...weak, title: packTitle === null ? 'Weak questions' : `Weak ones of ${packTitle}` }
    }
    case 'tag':
      return { ...askable(db, start.questionIds), title: `Tagged “${start.tag}”` }
    case 'one': {
      const question = questionFinder(db)(start.questionId)
      if (!question) throw noSuchQuestion(start.questionId)
      const { title, packId } = question
      return { title, packId, questionIds: [start.questionId] }
    }
    case 'mock':
      return drawForMock(db, start)
  }
}

/** Drawn anew each time, and in no order: nobody knows what comes next. */
function drawForMock(
  db: Database,
  { from, questionCount }: Extract<SessionStart, { kind: 'mock' }>,
): SessionContents {
  const drawn = drawQuestions(mockQuestions(db, from), questionCount)
  const [first] = drawn
  if (!first) throw new AppError('NOT_FOUND', 'There is no question to ask')
  return {
    title: 'Mock interview',
    packId: drawn.every(({ packId }) => packId === first.packId) ? first.packId : null,
    questionIds: drawn.map(({ id }) => id),
  }
}

type Those = Omit<SessionContents, 'title'> & { packTitle: string | null }

/** Without what is not for the person: these were found, not chosen one by one. */
function askable(db: Database, questionIds: readonly string[]): Those {
  const find = db
    .prepare<[string], string>(`SELECT id FROM questions WHERE id = ? AND ${TO_ASK}`)
    .pluck()
  return those(
    db,
    questionIds.filter((id) => find.get(id) !== undefined),
  )
}

/** Those that are there, in this order, and the pack that they are all of. */
function those(db: Database, questionIds: readonly string[]): Those {
  const questions = questionIds.map(questionFinder(db)).filter((one) => one !== undefined)
  const [first] = questions
  if (!first) throw new AppError('NOT_FOUND', 'None of the questions is there')
  const isOnePack = questions.every(({ packId }) => packId === first.packId)
  return {
    packId: isOnePack ? first.packId : null,
    packTitle: isOnePack ? first.packTitle : null,
    questionIds: questions.map(({ id }) => id),
  }
}

/** Each order is as likely as any other (Fisher and Yates). */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const mixed = [...items]
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(Math.random() * (last + 1))
    ;[mixed[last], mixed[other]] = [mixed[other]!, mixed[last]!]
  }
  return mixed
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
