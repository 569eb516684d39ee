import { ASKED_TAG, VERY_SHORT_MS } from '../../../shared/defaults'
import type { QuestionName } from '../../../shared/model'
import { packsThatAsk } from '../../../shared/practice/packsThatAsk'
import type { PracticeScope } from '../../../shared/practice/scope'
import type { OutlineTick } from '../../../shared/questions/questionRequests'
import type { Database } from '../database/database'
import { PACK_ORDER, PACK_SHOWN } from '../questions/packSummaries'
import { QUESTION_NAME_COLUMNS, TO_ASK } from '../questions/questionRows'
import { ANSWERS, SESSION_SHOWN } from '../takes/takeRows'

/** A question that may come up by itself. */
export interface PractisedQuestion {
  questionId: string
  isStarred: boolean
  isAsked: boolean
}

/**
 * What one practises for, in the order of the packs: nothing that has left its pack, is deleted, or is
 * not for the person.
 * @param scope null, or one whose packs are all gone: nobody has said
 */
export function listPractisedQuestions(
  db: Database,
  scope: PracticeScope | null,
): PractisedQuestion[] {
  const asked = new Set(
    db
      .prepare<[string], string>('SELECT question_id FROM question_tags WHERE tag = ?')
      .pluck()
      .all(ASKED_TAG),
  )
  return db
    .prepare<[string], [string, number]>(
      `SELECT questions.id, questions.is_starred
       FROM packs CROSS JOIN questions ON questions.pack_id = packs.id
       WHERE ${PACK_SHOWN} AND ${TO_ASK} AND packs.id IN (SELECT value FROM json_each(?))
       ORDER BY ${PACK_ORDER}, questions.position, questions.id`,
    )
    .raw()
    .all(JSON.stringify(practisedPacks(db, scope)))
    .map(([questionId, isStarred]) => ({
      questionId,
      isStarred: isStarred === 1,
      isAsked: asked.has(questionId),
    }))
}

/**
 * The packs that one practises for.
 * @param scope null, or one whose packs are all gone: nobody has said
 */
export function practisedPacks(db: Database, scope: PracticeScope | null): string[] {
  if (!scope) return usualPacks(db)
  const chosen = chosenPacks(db, scope)
  // Who wants questions of their own alone, and has none yet, is not given others.
  return chosen.length > 0 || scope.packIds.length === 0 ? chosen : usualPacks(db)
}

function chosenPacks(db: Database, { packIds, includesOwn }: PracticeScope): string[] {
  return db
    .prepare<[object], string>(
      `SELECT id FROM packs WHERE ${PACK_SHOWN} AND (id IN (SELECT value FROM json_each(@packIds))
         OR (@includesOwn = 1 AND kind <> 'built-in'))`,
    )
    .pluck()
    .all({ packIds: JSON.stringify(packIds), includesOwn: Number(includesOwn) })
}

/** All but those that hold questions to ask, where nobody has said what they practise for. */
function usualPacks(db: Database): string[] {
  return packsThatAsk(
    db.prepare<[], string>(`SELECT id FROM packs WHERE ${PACK_SHOWN}`).pluck().all(),
  )
}

/** Takes that began within this time, of questions of any pack. */
export interface SaidInTime {
  questionId: string
  durationMs: number
}

export function listSaidBetween(
  db: Database,
  { fromMs, untilMs }: { fromMs: number; untilMs: number },
): SaidInTime[] {
  return db
    .prepare<[number, number], SaidInTime>(
      `SELECT question_id AS questionId, duration_ms AS durationMs FROM takes
       WHERE ${ANSWERS} AND started_at_ms >= ? AND started_at_ms < ? AND ${SESSION_SHOWN}
         AND (state = 'damaged' OR duration_ms >= ${String(VERY_SHORT_MS)})`,
    )
    .all(fromMs, untilMs)
}

export interface NamedQuestion extends QuestionName {
  packTitle: string
}

/** What a list says of these questions, by their ids. */
export function nameQuestions(
  db: Database,
  questionIds: readonly string[],
): Map<string, NamedQuestion> {
  const rows = db
    .prepare<[string], NamedQuestion>(
      `SELECT questions.id, ${QUESTION_NAME_COLUMNS}, packs.title AS packTitle
       FROM json_each(?) AS wanted CROSS JOIN questions ON questions.id = wanted.value
       CROSS JOIN packs ON packs.id = pack_id`,
    )
    .all(JSON.stringify(questionIds))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The first line that the newest ticked take before this moment has left out; null when there is none. */
export function firstLeftOut(
  db: Database,
  { questionId, beforeMs }: { questionId: string; beforeMs: number },
): string | null {
  const lines = db
    .prepare<[string, number], string>(
      `SELECT lines FROM takes CROSS JOIN outline_ticks ON take_id = takes.id
       WHERE ${ANSWERS} AND question_id = ? AND started_at_ms < ? AND ${SESSION_SHOWN}
       ORDER BY started_at_ms DESC, takes.id DESC LIMIT 1`,
    )
    .pluck()
    .get(questionId, beforeMs)
  const ticks = lines === undefined ? [] : (JSON.parse(lines) as OutlineTick[])
  return ticks.find(({ isSaid }) => !isSaid)?.line ?? null
}
