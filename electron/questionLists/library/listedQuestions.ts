import type { Database } from 'better-sqlite3'
import { MAX_ITEMS, USUAL_EXAMPLE_LABEL, USUAL_TARGET_MS } from '../../../shared/defaults'
import type {
  ListedQuestion,
  WrittenFormat,
  WrittenList,
} from '../../../shared/questionLists/listedQuestion'
import { distinct } from '../../../shared/questionLists/tidyText'
import { AppError } from '../../../shared/errors'
import { PACK_SHOWN } from '../../store/questions/packSummaries'
import { LAYER_COLUMNS, layerFromRow, type LayerRow } from '../../store/questions/questionLayer'
import {
  QUESTION_COLUMNS,
  questionFromRow,
  SHOWN,
  type QuestionRow,
} from '../../store/questions/questionRows'
import { listTitle } from './listTitle'

type ExportedRow = QuestionRow & LayerRow & { pack_language: string; file_id: string | null }

/**
 * These questions, in this order, with what the person has put on them, as a list for a file. What
 * is gone meanwhile is left out.
 * @throws {AppError} NOT_FOUND when none is left
 */
export function listedQuestions(
  db: Database,
  questionIds: readonly string[],
  format: WrittenFormat,
): WrittenList {
  const rows = db
    .prepare<[string], ExportedRow>(
      `SELECT ${QUESTION_COLUMNS}, ${LAYER_COLUMNS}, packs.language AS pack_language, json_extract(origin, '$.fileId') AS file_id
       FROM json_each(?) AS wanted CROSS JOIN questions ON questions.id = wanted.value
       CROSS JOIN packs ON packs.id = pack_id
       WHERE ${PACK_SHOWN} AND ${SHOWN} ORDER BY wanted.key`,
    )
    .all(JSON.stringify(questionIds))
  const [first] = rows
  if (!first) throw new AppError('NOT_FOUND', 'None of these questions is there')
  // A table has no place for the language of the whole.
  const language = format === 'csv' ? null : first.pack_language
  const ids = new Ids(rows)
  return {
    title: listTitle(db, questionIds),
    language,
    questions: rows.map((row) => listedQuestion(row, ids.of(row), language)),
  }
}

/** The file's own id where one has brought it, so that the file knows it again; none stands twice. */
class Ids {
  readonly #counts = new Map<string, number>()

  constructor(rows: readonly ExportedRow[]) {
    for (const { file_id: id } of rows) {
      if (id !== null) this.#counts.set(id, (this.#counts.get(id) ?? 0) + 1)
    }
  }

  of({ id, file_id: fileId }: ExportedRow): string {
    return fileId !== null && this.#counts.get(fileId) === 1 ? fileId : id
  }
}

function listedQuestion(row: ExportedRow, id: string, language: string | null): ListedQuestion {
  const question = questionFromRow(row)
  const layer = layerFromRow(row)
  const ownOutline = layer.outline.map((line) => line.trim()).filter((line) => line !== '')
  const exampleAnswers = [...question.exampleAnswers, ...layer.exampleAnswers]
  const targetSeconds = secondsOf(question.target)
  return {
    id,
    question: question.question,
    ...(question.shortTitle === null ? {} : { shortTitle: question.shortTitle }),
    whyTheyAsk: question.whyTheyAsk,
    exampleAnswers: exampleAnswers.slice(0, MAX_ITEMS).map(({ label, text }) => ({
      label: label === USUAL_EXAMPLE_LABEL ? '' : label,
      text,
    })),
    talkingPoints: question.talkingPoints,
    pitfalls: question.pitfalls,
    followUps: question.followUps,
    outline: ownOutline.length > 0 ? ownOutline : question.outline,
    tags: [...question.tags, ...moreTags(question.tags, layer.tags)].slice(0, MAX_ITEMS),
    ...(targetSeconds === null ? {} : { targetSeconds }),
    ...(question.language === language ? {} : { language: question.language }),
  }
}

/** Those of one's own that the question does not have anyway; its own stay as they are. */
function moreTags(tags: readonly string[], own: readonly string[]): string[] {
  const there = distinct(tags)
  return distinct([...there, ...own]).slice(there.length)
}

/** What is usual needs not be said. */
function secondsOf({ shortestMs, longestMs }: typeof USUAL_TARGET_MS): [number, number] | null {
  const isUsual =
    shortestMs === USUAL_TARGET_MS.shortestMs && longestMs === USUAL_TARGET_MS.longestMs
  const shortest = Math.round(shortestMs / 1000)
  const longest = Math.round(longestMs / 1000)
  return isUsual || shortest >= longest ? null : [shortest, longest]
}
