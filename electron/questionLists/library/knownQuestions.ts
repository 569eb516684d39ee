import type { Database } from 'better-sqlite3'
import type { ImportRow } from '../../../shared/questions/questionFields'
import { shareOfWords, type KnownQuestion } from '../../../shared/questionLists/matchQuestions'
import { wordsOf } from '../../../shared/questionLists/twins'
import { PACK_SHOWN } from '../../store/questions/packSummaries'
import { SHOWN } from '../../store/questions/questionRows'

/** A question of one's own, and the pack in which it is. */
export interface OwnQuestion extends KnownQuestion {
  readonly packId: string
}

/** Every question that an import may change, in the order of the packs. */
export function ownQuestions(db: Database): OwnQuestion[] {
  return db
    .prepare<[], OwnQuestion>(
      `SELECT questions.id AS questionId, pack_id AS packId, question,
         coalesce(json_extract(origin, '$.fileId'), questions.id) AS fileId
       FROM packs CROSS JOIN questions ON questions.pack_id = packs.id
       WHERE packs.kind <> 'built-in' AND ${PACK_SHOWN} AND ${SHOWN}
       ORDER BY packs.position, packs.id, questions.position, questions.id`,
    )
    .all()
}

/** Shorter ids are numbers, which stand in many files. */
const SHORTEST_LASTING_ID = 8

/**
 * Those that the rows may mean when they go into this pack: what is in it, and what a file with the
 * same lasting ids has brought and somebody has moved elsewhere since.
 */
export function knownFor(
  rows: readonly ImportRow[],
  questions: readonly OwnQuestion[],
  packId: string,
): OwnQuestion[] {
  const ids = new Set(rows.map(({ fileId }) => fileId))
  const moved = questions.filter(
    (each) =>
      each.packId !== packId &&
      each.fileId !== null &&
      each.fileId.length >= SHORTEST_LASTING_ID &&
      ids.has(each.fileId),
  )
  // Of two with the same id the last one counts.
  return [...moved, ...questions.filter((each) => each.packId === packId)]
}

/** Fewer that are known may be so by chance. */
const FEWEST_OF_A_LARGER_FILE = 3

/** The pack into which these rows were brought before, most likely; null when there is none. */
export function likeliestPack(
  rows: readonly ImportRow[],
  questions: readonly OwnQuestion[],
): string | null {
  const byId = grouped(questions, ({ fileId }) => fileId)
  const byWords = grouped(questions, ({ question }) => wordsOf(question))
  const sizes = grouped(questions, ({ packId }) => packId)
  const hits = new Map<string, number>()
  for (const { fileId, fields } of rows) {
    const question = fields.question ?? ''
    const sameId = fileId === null ? [] : (byId.get(fileId) ?? [])
    const alike = sameId.filter((each) => shareOfWords(question, each.question) >= 0.4)
    const packs = [...alike, ...(byWords.get(wordsOf(question)) ?? [])].map((each) => each.packId)
    for (const packId of new Set(packs)) hits.set(packId, (hits.get(packId) ?? 0) + 1)
  }
  const [best] = [...hits].toSorted(([, one], [, other]) => other - one)
  if (!best) return null
  const [packId, count] = best
  const isMostOfFile = count >= rows.length / 2
  const isMostOfPack = count >= (sizes.get(packId)?.length ?? 0) / 2
  return isMostOfFile || (isMostOfPack && count >= FEWEST_OF_A_LARGER_FILE) ? packId : null
}

function grouped<Key>(
  questions: readonly OwnQuestion[],
  keyOf: (question: OwnQuestion) => Key,
): Map<Key, OwnQuestion[]> {
  const groups = new Map<Key, OwnQuestion[]>()
  for (const question of questions) {
    const key = keyOf(question)
    const group = groups.get(key)
    if (group) group.push(question)
    else groups.set(key, [question])
  }
  return groups
}
