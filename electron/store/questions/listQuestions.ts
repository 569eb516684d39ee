import type { RequestInput, RequestOutput } from '../../../shared/contract'
import type { QuestionFilter, QuestionRow } from '../../../shared/questions/questionRequests'
import { searchTerms } from '../../../shared/search/terms'
import type { Database } from '../database/database'
import { matchAllAnywhere } from '../search/matchExpression'
import { SEARCHED_QUESTIONS } from '../search/searched'
import { ANSWERS, SESSION_SHOWN } from '../takes/takeRows'
import { PACK_ORDER, PACK_SHOWN } from './packSummaries'
import { SHOWN } from './questionRows'

/** A take of the question of the query around it, in a session that is there. */
const SAID = `FROM takes WHERE takes.question_id = questions.id AND ${ANSWERS}
  AND ${SESSION_SHOWN}`

const LAST_RATING = `(SELECT takes.rating ${SAID} AND takes.rating IS NOT NULL
  ORDER BY takes.id DESC LIMIT 1)`

/** Again and Hard. */
const WEAK_UNTIL = 2

/** The question of the query around it was rated Again or Hard last; NULL when it never was rated. */
export const IS_WEAK = `${LAST_RATING} <= ${String(WEAK_UNTIL)}`

const FILTERS: Record<QuestionFilter, string> = {
  all: '',
  neverSaid: `AND NOT EXISTS (SELECT 1 ${SAID})`,
  starred: 'AND questions.is_starred = 1',
  weak: `AND ${IS_WEAK}`,
  notForMe: 'AND questions.is_not_for_me = 1',
}

/**
 * The ids of the questions that are shown and fit, in the order of their packs. Each thing that was
 * typed has to stand somewhere in what is written of a question.
 */
export function listQuestions(
  db: Database,
  { query, packId, tag, filter, limit, rowCount = 0 }: RequestInput<'questions.list'>,
): RequestOutput<'questions.list'> {
  const terms = searchTerms(query)
  const conditions = [
    packId === null ? '' : 'AND packs.id = @packId',
    tag === null ? '' : WITH_TAG,
    terms.length > 0 ? MATCHES : '',
    FILTERS[filter],
  ]
  const questionIds = db
    .prepare<[object], string>(
      `SELECT questions.id FROM packs CROSS JOIN questions ON questions.pack_id = packs.id
       WHERE ${PACK_SHOWN} AND ${SHOWN} ${conditions.join('\n')}
       ORDER BY ${PACK_ORDER}, questions.position, questions.id
       ${limit === undefined ? '' : 'LIMIT @limit'}`,
    )
    .pluck()
    .all({
      ...(limit === undefined ? {} : { limit }),
      ...(packId === null ? {} : { packId }),
      ...(tag === null ? {} : { tag }),
      ...(terms.length > 0 ? { terms: matchAllAnywhere(terms) } : {}),
    })
  const rows = rowCount > 0 ? questionRows(db, questionIds.slice(0, rowCount)) : []
  return { questionIds, rows }
}

// Both lists are made once per query, not once per question.
const WITH_TAG = 'AND questions.id IN (SELECT question_id FROM question_tags WHERE tag = @tag)'
const MATCHES = `AND questions.id IN (SELECT found.id
  FROM ${SEARCHED_QUESTIONS.searchTable} CROSS JOIN questions AS found
    ON found.key = ${SEARCHED_QUESTIONS.searchTable}.rowid
  WHERE ${SEARCHED_QUESTIONS.searchTable} MATCH @terms)`

type ListedRow = Omit<QuestionRow, 'tags' | 'isStarred' | 'isNotForMe'> & {
  /** JSON */
  tags: string
  isStarred: number
  isNotForMe: number
}

/** The lines of these questions, in this order; what is hidden or gone is left out. */
export function questionRows(db: Database, questionIds: readonly string[]): QuestionRow[] {
  return db
    .prepare<[string], ListedRow>(
      `SELECT questions.id, question, short_title AS shortTitle, pack_id AS packId,
         packs.title AS packTitle, packs.kind AS packKind,
         (SELECT json_group_array(tag) FROM question_tags WHERE question_id = questions.id) AS tags,
         is_starred AS isStarred, is_not_for_me AS isNotForMe,
         (SELECT count(*) ${SAID}) AS takeCount,
         (SELECT takes.started_at_ms ${SAID} ORDER BY takes.id DESC LIMIT 1) AS lastSaidAtMs,
         ${LAST_RATING} AS lastRating
       FROM json_each(?) AS wanted CROSS JOIN questions ON questions.id = wanted.value
       CROSS JOIN packs ON packs.id = pack_id
       WHERE ${PACK_SHOWN} AND ${SHOWN} ORDER BY wanted.key`,
    )
    .all(JSON.stringify(questionIds))
    .map((row) => ({
      ...row,
      tags: JSON.parse(row.tags) as string[],
      isStarred: row.isStarred === 1,
      isNotForMe: row.isNotForMe === 1,
    }))
}

/** Every tag that a shown question has, with how many have it, by name. */
export function listTags(db: Database): RequestOutput<'tags.list'> {
  return db
    .prepare<[], RequestOutput<'tags.list'>[number]>(
      `SELECT tag, count(*) AS questionCount
       FROM question_tags CROSS JOIN questions ON questions.id = question_id
       CROSS JOIN packs ON packs.id = pack_id
       WHERE ${PACK_SHOWN} AND ${SHOWN} GROUP BY tag ORDER BY tag`,
    )
    .all()
}
