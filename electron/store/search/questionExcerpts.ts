import type { RequestInput, RequestOutput } from '../../../shared/contract'
import { findTerms, searchTerms, type SearchTerm } from '../../../shared/search/terms'
import type { Database } from '../database/database'
import { excerptAround } from './excerpt'

type Excerpt = RequestOutput<'questions.excerpts'>[number]

interface SearchedRow {
  id: string
  question: string
  shortTitle: string | null
  whyTheyAsk: string
  /** JSON, as all below. */
  ownOutline: string
  examples: string
  ownExamples: string
  followUps: string
  tags: string
  ownTags: string
  talkingPoints: string
  pitfalls: string
  outline: string
}

/** Where to look for what the line of a question does not show; what one has put there oneself first. */
const PLACES: readonly [Excerpt['foundIn'], (row: SearchedRow) => string][] = [
  ['outline', ({ ownOutline }) => lines(ownOutline)],
  ['example', ({ examples, ownExamples }) => answers(ownExamples, examples)],
  ['followUps', ({ followUps }) => lines(followUps)],
  ['why', ({ whyTheyAsk }) => whyTheyAsk],
  ['points', ({ talkingPoints, pitfalls, outline }) => lines(talkingPoints, pitfalls, outline)],
  ['tags', ({ tags, ownTags }) => lines(ownTags, tags)],
]

/**
 * Why a search has found these questions, in their order: of each whose words and title do not say it,
 * the place where most of the rest stands.
 */
export function questionExcerpts(
  db: Database,
  { query, questionIds }: RequestInput<'questions.excerpts'>,
): Excerpt[] {
  const terms = searchTerms(query)
  return db
    .prepare<[string], SearchedRow>(
      `SELECT questions.id, question, short_title AS shortTitle, why_they_ask AS whyTheyAsk,
         own_outline AS ownOutline, example_answers AS examples,
         own_example_answers AS ownExamples, follow_ups AS followUps, tags, own_tags AS ownTags,
         talking_points AS talkingPoints, pitfalls, outline
       FROM json_each(?) AS wanted CROSS JOIN questions ON questions.id = wanted.value
       WHERE is_deleted = 0 ORDER BY wanted.key`,
    )
    .all(JSON.stringify(questionIds))
    .flatMap((row) => excerptOf(row, terms) ?? [])
}

function excerptOf(row: SearchedRow, terms: readonly SearchTerm[]): Excerpt | null {
  const shown = `${row.shortTitle ?? ''}\n${row.question}`
  const missing = terms.filter((term) => !has(shown, term))
  if (missing.length === 0) return null
  let best: { foundIn: Excerpt['foundIn']; text: string; count: number } | null = null
  for (const [foundIn, textOf] of PLACES) {
    const text = textOf(row)
    const { length: count } = missing.filter((term) => has(text, term))
    if (count > (best?.count ?? 0)) best = { foundIn, text, count }
    if (count === missing.length) break
  }
  if (!best) return null
  const { foundIn, text } = best
  return { questionId: row.id, foundIn, excerpt: excerptAround(text, missing) }
}

function has(text: string, term: SearchTerm): boolean {
  return findTerms(text, [term]).length > 0
}

function lines(...json: string[]): string {
  return json.flatMap((each) => JSON.parse(each) as string[]).join('\n')
}

function answers(...json: string[]): string {
  const all = json.flatMap((each) => JSON.parse(each) as { text: string }[])
  return all.map(({ text }) => text).join('\n')
}
